import { counted } from '../verify/report/tally.ts';
import type { Outcome } from '../verify/results/outcome.ts';

const most = 4;

/**
 * What to give so that more checks can judge, what helps most first; where there is something to mend
 * before, what its requests are repeated with.
 */
export function nextSteps(outcomes: readonly Outcome[], isSandbox: boolean): readonly string[] {
  if (outcomes.some(({ status }) => status === 'failed' || status === 'error')) {
    return isSandbox
      ? [
          'The keys and users of --sandbox are gone now: repeat a request with those of a workspace of your own.',
        ]
      : [];
  }
  const reasons = outcomes.flatMap((outcome) =>
    outcome.status === 'skipped' && outcome.reason.startsWith('needs ')
      ? [outcome.reason.slice('needs '.length)]
      : [],
  );
  const needs = [...Map.groupBy(reasons, (reason) => reason)]
    .toSorted(([, one], [, other]) => other.length - one.length)
    .map(([need, alike]) => `Give ${need} for ${counted(alike.length, 'more check')}.`);
  const rest = needs.length - most;
  return rest > 1 ? [...needs.slice(0, most), `${rest} more such lines stand with the checks above.`] : needs;
}
