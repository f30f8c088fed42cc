import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { emptyFolder, runProgram } from './workshop.ts';

/** A virtual environment with packages, outside of which nothing is installed. */
export interface PythonEnvironment {
  /** Runs a program of the environment, such as `python`. */
  run(
    program: string,
    args: readonly string[],
    options?: { readonly cwd?: string; readonly input?: string },
  ): Promise<string>;
}

/** Makes a virtual environment with exactly these packages, or takes the one that was made before. */
export async function pythonEnvironment(options: {
  readonly cache: string;
  readonly name: string;
  readonly packages: readonly string[];
}): Promise<PythonEnvironment> {
  const folder = join(options.cache, `${options.name}-environment`);
  const bin = join(folder, process.platform === 'win32' ? 'Scripts' : 'bin');
  // It is written last, so that an environment whose installation was cut off is made again. So is one that was moved:
  // its programs have its path in their first line.
  const installed = join(folder, 'installed.txt');
  const contents = [folder, ...options.packages].join('\n');
  if (!existsSync(installed) || readFileSync(installed, 'utf8') !== contents) {
    emptyFolder(folder);
    await runProgram('python3', ['-m', 'venv', folder]);
    await runProgram(join(bin, 'python'), ['-m', 'pip', 'install', '--quiet', ...options.packages]);
    writeFileSync(installed, contents);
  }
  // Its programs find each other as in an activated environment.
  const env = { PATH: `${bin}${delimiter}${process.env.PATH}` };
  return { run: (program, args, more) => runProgram(join(bin, program), args, { ...more, env }) };
}
