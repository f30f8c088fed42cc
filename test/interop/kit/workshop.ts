import { execFile } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { SampleCall } from '../../support/sample-calls.ts';

/** What checks work with. */
export interface Workshop {
  /** Where the tools are kept between runs. */
  readonly cache: string;
  /** The address of a sandbox that runs. */
  readonly baseUrl: string;
  /** A call of the operation that lists a user's connections, with what the sandbox answers to it. */
  readonly listCall: (contract: string) => SampleCall;
}

/** Downloads take long on a slow network, and nothing else does. */
const timeoutMilliseconds = 20 * 60_000;

/** How many lines of a program's output a failure shows. */
const shownLines = 30;

/** Runs a program to its end. Rejects with the last lines that it has written if it fails. */
export function runProgram(
  program: string,
  args: readonly string[],
  options: {
    readonly cwd?: string;
    readonly input?: string;
    readonly env?: Readonly<Record<string, string>>;
  } = {},
): Promise<string> {
  const { input = '', env, ...rest } = options;
  const limits = { timeout: timeoutMilliseconds, maxBuffer: 2 ** 28 };
  return new Promise((resolve, reject) => {
    const child = execFile(
      program,
      args,
      { ...rest, ...limits, env: { ...process.env, ...env } },
      (error, stdout, stderr) => {
        if (error === null) return resolve(stdout);
        const written = `${stdout}${stderr}`.trim().split('\n').slice(-shownLines).join('\n');
        const reason = error.killed === true ? 'did not end in time' : `ended with ${error.code}`;
        reject(new Error(`${program} ${args[0]} ${reason}:\n${written}`));
      },
    );
    child.stdin?.end(input);
  });
}

/** An empty folder in the cache. */
export function emptyFolder(cache: string, ...names: readonly string[]): string {
  const folder = join(cache, ...names);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}
