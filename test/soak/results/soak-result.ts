import type { Disturbance } from '../servers/fault-times.ts';
import type { LongestWait } from './longest-waits.ts';
import type { MemoryGrowth } from './memory-growth.ts';
import type { TallyCounts } from './tally.ts';

/** What a run on one database found. */
export interface SoakResult {
  readonly database: string;
  readonly seconds: number;
  readonly seed: number;
  readonly counts: TallyCounts;
  /** How often each was done. */
  readonly disturbances: Readonly<Record<Disturbance, number>>;
  /** Of the processes that lived at least a third of the run. */
  readonly memory: readonly MemoryGrowth[];
  readonly waits: readonly LongestWait[];
  /** The first errors that a server logged while nothing was done to it. */
  readonly loggedErrors: readonly string[];
}

/** In seconds. A shorter run has no process that lives long enough to compare its memory. */
export const shortestRun = 420;

/** Returns why a run fails; empty if nothing is lost, nothing is wrong, each 5xx has a cause, and memory does not grow. */
export function problemsOf({ seconds, counts, memory, disturbances }: SoakResult): string[] {
  const { requests, acknowledged, lost, wrong, unexplained } = counts;
  const isMissing = seconds >= shortestRun && memory.every(({ trend }) => trend === 'unknown');
  return [
    ...(requests === 0 || acknowledged === 0 ? ['nothing ran: no change was acknowledged'] : []),
    ...(disturbances.killed === 0 ? ['nothing ran: no process was killed'] : []),
    ...(disturbances.reset === 0 ? ['nothing ran: no reset was made'] : []),
    ...(lost.length > 0 ? [`${lost.length} acknowledged changes are lost`] : []),
    ...(wrong.length > 0 ? [`${wrong.length} answers are wrong`] : []),
    ...(unexplained.length > 0 ? [`${unexplained.length} requests failed without a cause`] : []),
    ...(isMissing ? ['memory was not compared: no process lived long enough'] : []),
    ...memory
      .filter(({ trend }) => trend === 'grows')
      .map(
        ({ name, early, late }) => `the memory of ${name} grows from ${round(early)} to ${round(late)} MB`,
      ),
  ];
}

/** 0 if something ran and nothing is wrong with it, 1 otherwise. */
export function exitCodeOf(results: readonly SoakResult[]): 0 | 1 {
  return results.length > 0 && results.every((result) => problemsOf(result).length === 0) ? 0 : 1;
}

function round(megabytes: number): number {
  return Math.round(megabytes);
}
