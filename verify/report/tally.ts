import type { Outcome } from '../results/outcome.ts';

/** Every way in which a check can end, in the order in which reports count them. */
export const statuses = [
  'passed',
  'failed',
  'warning',
  'inconclusive',
  'skipped',
  'error',
] as const satisfies readonly Outcome['status'][];

export type Tally = Readonly<Record<Outcome['status'], number>>;

/** How many checks ended in each way. */
export function tally(outcomes: readonly Outcome[]): Tally {
  const count = (status: Outcome['status']) => outcomes.filter((outcome) => outcome.status === status).length;
  return {
    passed: count('passed'),
    failed: count('failed'),
    warning: count('warning'),
    inconclusive: count('inconclusive'),
    skipped: count('skipped'),
    error: count('error'),
  };
}

/** A number with the noun that it counts. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

/** A part of a tally in words, such as `2 warnings`. */
export function countedStatus(status: Outcome['status'], count: number): string {
  return status === 'warning' || status === 'error'
    ? counted(count, status)
    : `${count.toLocaleString('en')} ${status}`;
}
