import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { freePort } from '../../support/free-port.ts';
import { headers, listPath } from './list-request.ts';
import type { ServerCommand } from './server-command.ts';

/** A measured server in its own process. */
export interface ServerProcess {
  readonly name: string;
  readonly origin: string;
  /** Time from the start of the process to its first 200. */
  readonly firstAnswerMilliseconds: number;
  /** User and system time since the start of the process. */
  cpuMilliseconds(): number;
  residentMegabytes(): number;
  /** Asks the process to end, and kills it after five seconds. */
  stop(): Promise<void>;
  /** Ends the process at once with SIGKILL. */
  kill(): Promise<void>;
}

const startMilliseconds = 30_000;
const stopMilliseconds = 5_000;

const children = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of children) child.kill('SIGKILL');
});

/**
 * Starts a server on a free port and resolves at its first 200. If there is none, ends the process and rejects. `onLine`
 * receives each line of its log.
 */
export async function startServerProcess(
  { name, args, env }: ServerCommand,
  onLine?: (line: string) => void,
): Promise<ServerProcess> {
  const port = String(await freePort());
  const origin = `http://127.0.0.1:${port}`;
  const start = performance.now();
  const child = spawn(process.execPath, args(port), {
    stdio: ['ignore', 'pipe', 'inherit'],
    // Variables of the caller's shell must not change the measurement.
    env: { ...process.env, NODE_ENV: '', SANDBOX_TOKEN: '', PORT: port, ...env },
  });
  children.add(child);
  child.once('exit', () => children.delete(child));
  // The log must be read, as by a terminal or a log collector, or the server blocks.
  if (onLine === undefined) child.stdout.resume();
  else createInterface({ input: child.stdout }).on('line', onLine);
  try {
    await firstAnswer(name, child, origin);
  } catch (error) {
    await stop(child);
    throw error;
  }
  const firstAnswerMilliseconds = performance.now() - start;
  const { pid = 0 } = child;
  return {
    name,
    origin,
    firstAnswerMilliseconds,
    cpuMilliseconds: () => cpuMilliseconds(pid),
    residentMegabytes: () => residentMegabytes(pid),
    stop: () => stop(child),
    kill: () => kill(child),
  };
}

async function firstAnswer(name: string, child: ChildProcess, origin: string): Promise<void> {
  const end = performance.now() + startMilliseconds;
  while ((await statusOf(origin)) !== 200) {
    if (!isRunning(child)) throw new Error(`${name} ended before its first response.`);
    if (performance.now() > end)
      throw new Error(`${name} did not respond with 200 within ${startMilliseconds / 1000} s.`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

async function statusOf(origin: string): Promise<number | null> {
  try {
    const response = await fetch(origin + listPath(), { headers, signal: AbortSignal.timeout(5_000) });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return null;
  }
}

/** Linux counts CPU time in hundredths of a second. */
function cpuMilliseconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

function residentMegabytes(pid: number): number {
  const [, kilobytes] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}

async function stop(child: ChildProcess): Promise<void> {
  if (!isRunning(child)) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const timeout = setTimeout(() => child.kill('SIGKILL'), stopMilliseconds);
  await ended;
  clearTimeout(timeout);
}

async function kill(child: ChildProcess): Promise<void> {
  if (!isRunning(child)) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

function isRunning(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}
