import type { Outcome } from '../results/outcome.ts';

/** All statuses, in the order in which reports count them. */
export const statuses = [
  'passed',
  'failed',
  'warning',
  'inconclusive',
  'not-applicable',
  'skipped',
  'error',
] as const satisfies readonly Outcome['status'][];

export type Tally = Readonly<Record<Outcome['status'], number>>;

/** The number of checks with each status. */
export function tally(outcomes: readonly Outcome[]): Tally {
  const count = (status: Outcome['status']) => outcomes.filter((outcome) => outcome.status === status).length;
  return {
    passed: count('passed'),
    failed: count('failed'),
    warning: count('warning'),
    inconclusive: count('inconclusive'),
    'not-applicable': count('not-applicable'),
    skipped: count('skipped'),
    error: count('error'),
  };
}

/** A number with its noun. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

/** The count of a status in words, such as `2 warnings`. */
export function countedStatus(status: Outcome['status'], count: number): string {
  return status === 'warning' || status === 'error'
    ? counted(count, status)
    : `${count.toLocaleString('en')} ${status.replace('-', ' ')}`;
}
