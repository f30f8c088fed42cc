import type { Outcome } from '../verify/outcome.ts';
import { counted } from '../verify/report/tally.ts';

const most = 4;

/** What to give so that more checks can judge, what helps most first; nothing where there is something to mend before. */
export function nextSteps(outcomes: readonly Outcome[]): readonly string[] {
  if (outcomes.some(({ status }) => status === 'failed' || status === 'error')) return [];
  const reasons = outcomes.flatMap((outcome) =>
    outcome.status === 'skipped' && outcome.reason.startsWith('needs ')
      ? [outcome.reason.slice('needs '.length)]
      : [],
  );
  return [...Map.groupBy(reasons, (reason) => reason)]
    .toSorted(([, one], [, other]) => other.length - one.length)
    .slice(0, most)
    .map(([need, alike]) => `Give ${need} for ${counted(alike.length, 'more check')}.`);
}
