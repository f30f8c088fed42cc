import { join } from 'node:path';
import { bareExpress, ourServer, type ServerCommand } from '../measure/server-command.ts';
import { startServerProcess } from '../measure/server-process.ts';
import type { MeasureOptions } from './measure-options.ts';
import type { Comparison } from './row-targets.ts';

/** Measures the rows for the time from the start of a process to its first 200: the shortest of several starts. */
export async function measureStartRows(options: MeasureOptions): Promise<Comparison[]> {
  const { rows, effort, body, packageFolder, signal } = options;
  const packageProgram = join(packageFolder, 'dist/cli/main.js');
  const pairs = [
    {
      name: 'first-answer',
      reference: candidate(bareExpress(body, 'ts')),
      ours: candidate(ourServer('npm start', ':memory:')),
    },
    {
      name: 'first-answer-package',
      reference: candidate(bareExpress(body, 'mjs')),
      ours: candidate(ourServer('the package', ':memory:', packageProgram)),
    },
  ] as const;
  const measured = pairs.filter(({ name }) => rows.has(name));
  for (let start = 0; start < effort.starts; start += 1) {
    for (const each of measured.flatMap(({ reference, ours }) => [reference, ours])) {
      signal.throwIfAborted();
      const server = await startServerProcess(each.command);
      await server.stop();
      each.best = Math.min(each.best, server.firstAnswerMilliseconds);
    }
  }
  return measured.map(({ name, reference, ours }) => ({
    name,
    reference: reference.best,
    ours: ours.best,
    unit: 'ms',
  }));
}

function candidate(command: ServerCommand) {
  return { command, best: Number.POSITIVE_INFINITY };
}
