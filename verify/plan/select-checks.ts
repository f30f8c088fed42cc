import { ExplainedError } from '../../contract/explained-error.ts';
import { checkGroups } from '../results/outcome.ts';
import { nearest } from './nearest.ts';

/**
 * Those that are chosen and not excluded, in their order. A pattern is an id, with or without its vendor and its
 * operation, or the beginning of one up to a dot; `*` stands for any characters. Throws an `ExplainedError` for a
 * pattern that fits nothing.
 */
export function selectChecks<Check extends { readonly id: string }>(
  all: readonly Check[],
  {
    checks,
    excludeChecks = [],
  }: { readonly checks?: readonly string[]; readonly excludeChecks?: readonly string[] },
): Check[] {
  for (const pattern of [...(checks ?? []), ...excludeChecks]) {
    if (!all.some(({ id }) => fits(id, pattern))) {
      throw unknownCheck(
        pattern,
        all.map(({ id }) => id),
      );
    }
  }
  const chosen = all.filter(
    ({ id }) =>
      (checks === undefined || checks.some((pattern) => fits(id, pattern))) &&
      !excludeChecks.some((pattern) => fits(id, pattern)),
  );
  if (chosen.length > 0 || all.length === 0) return chosen;
  throw new ExplainedError('No check is left: all that are chosen are excluded. Exclude less.');
}

/** The error for an id that no check has, with those that are nearest to it. */
export function unknownCheck(wanted: string, ids: readonly string[], most = 1): ExplainedError {
  const names = [...ids.flatMap(formsOf), ...checkGroups];
  const near = nearest(wanted, [...new Set(names)], most);
  const advice = near.length === 0 ? '' : ` Did you mean ${near.join(', ')}?`;
  return new ExplainedError(`There is no check ${JSON.stringify(wanted)}.${advice} See --list-checks.`);
}

/** The id of a check as people may write it: whole, without its vendor, without its operation, or without both. */
export function formsOf(id: string): readonly string[] {
  const [vendor, operation, ...rest] = id.split('.');
  const name = rest.join('.');
  return [id, `${operation}.${name}`, `${vendor}.${name}`, name];
}

/** Whether a pattern names this check. */
export function fits(id: string, pattern: string): boolean {
  const words = pattern.split('*').map((word) => word.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  const whole = new RegExp(`^${words.join('.*')}(?:\\..*)?$`);
  return formsOf(id).some((form) => whole.test(form));
}
