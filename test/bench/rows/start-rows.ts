import { join } from 'node:path';
import { bareExpress, ourServer } from '../measure/server-command.ts';
import { startServerProcess } from '../measure/server-process.ts';
import type { MeasureOptions } from './measure-options.ts';
import type { Comparison } from './row-targets.ts';

/** Measures the rows that compare the time from the start of a process to its first 200: the least of several starts. */
export async function measureStartRows(options: MeasureOptions): Promise<Comparison[]> {
  const { rows, effort, body, packageFolder, signal } = options;
  const bare = { command: bareExpress(body), best: Number.POSITIVE_INFINITY };
  const ours = [
    { name: 'first-answer', command: ourServer('npm start', ':memory:') },
    {
      name: 'first-answer-package',
      command: ourServer('the package', ':memory:', join(packageFolder, 'dist/cli/main.js')),
    },
  ] as const;
  const measured = ours
    .filter(({ name }) => rows.has(name))
    .map((row) => ({ ...row, best: Number.POSITIVE_INFINITY }));
  if (measured.length === 0) return [];
  for (let start = 0; start < effort.starts; start += 1) {
    for (const candidate of [bare, ...measured]) {
      signal.throwIfAborted();
      const server = await startServerProcess(candidate.command);
      await server.stop();
      candidate.best = Math.min(candidate.best, server.firstAnswerMilliseconds);
    }
  }
  return measured.map(({ name, best }) => ({ name, reference: bare.best, ours: best, unit: 'ms' }));
}
