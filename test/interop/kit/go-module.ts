import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { emptyFolder, runProgram } from './workshop.ts';

/** A Go module whose packages are generated. */
export interface GoModule {
  readonly folder: string;
  write(name: string, text: string): void;
  /** Runs `go` with these arguments in the module. */
  go(...args: readonly string[]): Promise<string>;
}

/** Makes an empty Go module called `interop` that requires these modules, each with its version. */
export function createGoModule(options: {
  readonly cache: string;
  readonly name: string;
  readonly requires: readonly string[];
}): GoModule {
  const folder = emptyFolder(options.cache, options.name);
  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  const requires = options.requires.map((module) => `require ${module.replace('@', ' ')}\n`).join('');
  write('go.mod', `module interop\n\ngo 1.26\n\n${requires}`);
  // It adds what the required modules require, in the versions that they name.
  const env = { GOFLAGS: '-mod=mod', GOWORK: 'off' };
  return { folder, write, go: (...args) => runProgram('go', args, { cwd: folder, env }) };
}
