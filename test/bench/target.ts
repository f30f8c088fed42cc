import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

/** A server under measurement, as a process of its own. */
export interface Target {
  readonly name: string;
  readonly origin: string;
  /** From the start of the process to its first 200. */
  readonly firstAnswerMilliseconds: number;
  /** User and system time since the process began. */
  cpuMilliseconds(): number;
  residentMegabytes(): number;
  stop(): Promise<void>;
}

export interface TargetOptions {
  readonly name: string;
  readonly port: number;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

const patienceMilliseconds = 30_000;

/** Starts a process and resolves when it answers `path` with 200. Rejects where it does not within half a minute. */
export async function startTarget(options: TargetOptions): Promise<Target> {
  const { name, port, args, env = {}, path, headers } = options;
  const origin = `http://127.0.0.1:${port}`;
  const start = performance.now();
  const child = spawn(process.execPath, args, {
    // Its log is read and thrown away, as a terminal or a collector would read it.
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, PORT: String(port), ...env },
  });
  child.stdout.resume();
  while ((await statusOf(origin + path, headers)) !== 200) {
    if (child.exitCode !== null) throw new Error(`${name} ended with ${child.exitCode} before it answered.`);
    if (performance.now() - start > patienceMilliseconds) {
      child.kill('SIGKILL');
      throw new Error(`${name} did not answer within ${patienceMilliseconds / 1000} s.`);
    }
  }
  const { pid = 0 } = child;
  return {
    name,
    origin,
    firstAnswerMilliseconds: performance.now() - start,
    cpuMilliseconds: () => cpuMilliseconds(pid),
    residentMegabytes: () => residentMegabytes(pid),
    stop: () => stop(child),
  };
}

async function statusOf(url: string, headers: Readonly<Record<string, string>>): Promise<number | null> {
  try {
    const response = await fetch(url, { headers });
    await response.arrayBuffer();
    return response.status;
  } catch {
    await new Promise((resolve) => setTimeout(resolve, 5));
    return null;
  }
}

/** Linux counts in hundredths of a second. */
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
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}
