import { cpSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run-cli.ts';

const leftOut = /^(?:\.|(?:node_modules|dist|test)$|.*\.tgz$)/;

/**
 * Copies the project, without its docs and its tests, into a folder that does not exist yet. What writes into
 * `generated/` runs there, since other tests look at the project's own at the same time.
 */
export function copyProject(folder: string): void {
  const docs = join(root, 'generated', 'docs');
  for (const name of readdirSync(root)) {
    if (leftOut.test(name)) continue;
    cpSync(join(root, name), join(folder, name), { recursive: true, filter: (source) => source !== docs });
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
}
