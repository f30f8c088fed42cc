import { type ChildProcessByStdio, execFile, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Runs a script of `processes/` to its end, and returns the JSON that it prints. Rejects if the script fails. */
export async function runProcess(script: string, ...args: string[]): Promise<unknown> {
  const { stdout } = await run(process.execPath, [scriptPath(script), ...args]);
  return JSON.parse(stdout);
}

/** Starts a script of `processes/`. Its standard error goes to the standard error of the tests. */
export function startProcess(
  script: string,
  ...args: string[]
): ChildProcessByStdio<Writable, Readable, null> {
  const child = spawn(process.execPath, [scriptPath(script), ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdout.setEncoding('utf8');
  return child;
}

function scriptPath(script: string): string {
  return fileURLToPath(new URL(`processes/${script}`, import.meta.url));
}
