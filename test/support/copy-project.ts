import { cpSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run-cli.ts';

const excluded = /^(?:\.|(?:node_modules|dist|test)$|.*\.tgz$)/;

/**
 * Copies the project, without its docs and tests, into a new folder. Programs that write to `generated/` run there,
 * because other tests read the project's own `generated/` at the same time.
 */
export function copyProject(folder: string): void {
  const docs = join(root, 'generated', 'docs');
  for (const name of readdirSync(root)) {
    if (excluded.test(name)) continue;
    cpSync(join(root, name), join(folder, name), { recursive: true, filter: (source) => source !== docs });
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
}
