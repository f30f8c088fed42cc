import { ExplainedError } from '../../contract/explained-error.ts';
import { checkGroups } from '../results/outcome.ts';
import { nearest } from './nearest.ts';

/**
 * Returns the checks that are chosen and not excluded, in their order. A pattern is an id, with or without its vendor
 * and its operation, or the start of an id up to a dot. `*` matches any characters. Throws an `ExplainedError` for a
 * pattern that matches no check.
 */
export function selectChecks<Check extends { readonly id: string }>(
  all: readonly Check[],
  {
    checks,
    excludeChecks = [],
  }: { readonly checks?: readonly string[]; readonly excludeChecks?: readonly string[] },
): Check[] {
  for (const pattern of [...(checks ?? []), ...excludeChecks]) {
    if (!all.some(({ id }) => matchesPattern(id, pattern))) {
      throw unknownCheckError(
        pattern,
        all.map(({ id }) => id),
      );
    }
  }
  const chosen = all.filter(
    ({ id }) =>
      (checks === undefined || checks.some((pattern) => matchesPattern(id, pattern))) &&
      !excludeChecks.some((pattern) => matchesPattern(id, pattern)),
  );
  if (chosen.length > 0 || all.length === 0) return chosen;
  throw new ExplainedError('No check is left: all chosen checks are excluded. Exclude fewer.');
}

/** The error for a pattern that matches no check, with the most similar ids. */
export function unknownCheckError(pattern: string, ids: readonly string[], maxHints = 1): ExplainedError {
  const names = [...ids.flatMap(aliasesOf), ...checkGroups];
  const near = nearest(pattern, [...new Set(names)], maxHints);
  const advice = near.length === 0 ? '' : ` Did you mean ${near.join(', ')}?`;
  return new ExplainedError(`Unknown check ${JSON.stringify(pattern)}.${advice} See --list-checks.`);
}

/** The ways to write the id of a check: complete, without its vendor, without its operation, or without both. */
export function aliasesOf(id: string): readonly string[] {
  const [vendor, operation, ...rest] = id.split('.');
  const name = rest.join('.');
  return [id, `${operation}.${name}`, `${vendor}.${name}`, name];
}

/** Whether a pattern matches the id of this check. */
export function matchesPattern(id: string, pattern: string): boolean {
  const words = pattern.split('*').map((word) => word.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  const whole = new RegExp(`^${words.join('.*')}(?:\\..*)?$`);
  return aliasesOf(id).some((form) => whole.test(form));
}
