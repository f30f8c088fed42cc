import { nearest } from '../nearest.ts';

/** A selection names a check that does not exist. The message is one line. */
export class UnknownCheckError extends Error {}

/**
 * Those that are chosen and not excluded, in their order. A pattern is an id, with or without its vendor, or the
 * beginning of one up to a dot; `*` stands for any characters. Throws an `UnknownCheckError` for one that fits nothing.
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
      const near = nearest(
        pattern,
        all.flatMap(({ id }) => [id, id.slice(id.indexOf('.') + 1)]),
        1,
      );
      const advice = near.length === 0 ? '' : ` Did you mean ${near.join()}?`;
      throw new UnknownCheckError(
        `There is no check ${JSON.stringify(pattern)}.${advice} See --list-checks.`,
      );
    }
  }
  return all.filter(
    ({ id }) =>
      (checks === undefined || checks.some((pattern) => fits(id, pattern))) &&
      !excludeChecks.some((pattern) => fits(id, pattern)),
  );
}

/** Whether a pattern names this check. */
export function fits(id: string, pattern: string): boolean {
  const words = pattern.split('*').map((word) => word.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  const whole = new RegExp(`^(?:[a-z-]+\\.)?${words.join('.*')}(?:\\..*)?$`);
  return whole.test(id);
}
