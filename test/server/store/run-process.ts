import { type ChildProcessByStdio, execFile, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Runs a script of `processes/` to its end, and gives the JSON that it writes; rejects where it fails. */
export async function runProcess(script: string, ...words: string[]): Promise<unknown> {
  const { stdout } = await run(process.execPath, [scriptPath(script), ...words]);
  return JSON.parse(stdout);
}

/** Starts a script of `processes/`; what it complains of comes with the complaints of the tests. */
export function startProcess(
  script: string,
  ...words: string[]
): ChildProcessByStdio<Writable, Readable, null> {
  const child = spawn(process.execPath, [scriptPath(script), ...words], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdout.setEncoding('utf8');
  return child;
}

function scriptPath(script: string): string {
  return fileURLToPath(new URL(`processes/${script}`, import.meta.url));
}
