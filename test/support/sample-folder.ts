import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run-cli.ts';

/**
 * Prepares a folder in which TypeScript imports this package by its name, and the vendor's SDK. The name leads to the
 * sources: Node strips their types, because the real path of a linked file counts.
 */
export function prepareSampleFolder(folder: string): void {
  const { name, exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const installed = join(folder, 'node_modules', name);
  mkdirSync(installed, { recursive: true });
  const sources = JSON.stringify(exports).replaceAll('./dist/', './').replaceAll('.js"', '.ts"');
  writeFileSync(join(installed, 'package.json'), `{"name":"${name}","type":"module","exports":${sources}}`);
  for (const room of ['server', 'client', 'verify', 'spec']) {
    symlinkSync(join(root, room), join(installed, room), 'junction');
  }
  for (const scope of ['@junction-api', '@types']) {
    symlinkSync(join(root, 'node_modules', scope), join(folder, 'node_modules', scope), 'junction');
  }
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
}
