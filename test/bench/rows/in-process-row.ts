import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { MeasureOptions } from './measure-options.ts';
import type { Comparison } from './row-targets.ts';

const program = join(import.meta.dirname, '../measure/first-answer-in-process.ts');
const run = promisify(execFile);

/** Measures the row for import, start and first response in one process: the shortest time of several processes. */
export async function measureInProcessRow(options: MeasureOptions): Promise<Comparison[]> {
  const { rows, effort, body, packageFolder, signal } = options;
  if (!rows.has('in-process')) return [];
  let reference = Number.POSITIVE_INFINITY;
  let ours = Number.POSITIVE_INFINITY;
  for (let start = 0; start < effort.starts; start += 1) {
    reference = Math.min(reference, await firstAnswer([], body, signal));
    ours = Math.min(ours, await firstAnswer([packageFolder], body, signal));
  }
  return [{ name: 'in-process', reference, ours, unit: 'ms' }];
}

async function firstAnswer(args: readonly string[], body: string, signal: AbortSignal): Promise<number> {
  const env = { ...process.env, NODE_ENV: '', BODY: body };
  const { stdout } = await run(process.execPath, [program, ...args], { env, signal, timeout: 30_000 });
  return Number(stdout);
}
