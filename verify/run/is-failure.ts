import type { CheckDescription } from '../results/outcome.ts';
import type { Violation } from '../session/check-result.ts';

/** Decides whether a violation of this check fails the run. By default one of the vendor's page does. */
export function isFailure(
  { severity }: Pick<CheckDescription, 'severity'>,
  { fails, provenance }: Violation,
  strict: boolean,
): boolean {
  if (severity !== undefined) return severity === 'failure';
  if (fails !== undefined) return fails === 'always';
  return strict || provenance === 'page';
}
