import fc from 'fast-check';
import type { CheckResult, Violation } from '../../session/check-result.ts';
import type { Session } from '../../session/session.ts';
import { StopError } from '../../wire/stop-error.ts';

/** How many requests are sent to shrink a failing value. */
const maxShrinks = 24;

/**
 * Tries the examples and then arbitrary values, and returns the violation of the smallest value that breaks the rule.
 * A remote target gets only the first example.
 */
export async function smallestCounterexample<Value>(options: {
  readonly session: Session;
  readonly examples: readonly Value[];
  readonly arbitrary: fc.Arbitrary<Value>;
  /** How many arbitrary values are tried. */
  readonly runs: number;
  readonly violation: (value: Value) => Promise<Violation | null>;
}): Promise<CheckResult> {
  const { session, examples, arbitrary, runs, violation } = options;
  const { remote, seed } = session.options;
  const found: Violation[] = [];
  let checked = 0;
  let shrinks = 0;
  const { errorInstance } = await fc.check(
    fc.asyncProperty(arbitrary, async (value) => {
      if (found.length > 0) shrinks += 1;
      // Failing ends the search soonest: after a value that passes, fast-check tries many similar values.
      if (shrinks > maxShrinks) throw new Violated();
      checked += 1;
      const violated = await violation(value);
      if (violated === null) return;
      found.push(violated);
      throw new Violated();
    }),
    {
      seed,
      examples: examples.map((value) => [value]),
      numRuns: remote ? 1 : examples.length + runs,
      endOnFailure: remote,
    },
  );
  const smallest = found.at(-1);
  // Any other error means that the target cannot be asked, or that the verifier failed. If the request limit is
  // reached during shrinking, the smallest value so far is reported.
  const isLimit = errorInstance instanceof StopError && errorInstance.reason === 'request-limit';
  const isShrinking = smallest !== undefined && isLimit;
  if (errorInstance !== null && !(errorInstance instanceof Violated) && !isShrinking) throw errorInstance;
  return { checked, violations: smallest === undefined ? [] : [smallest] };
}

/** Signals to fast-check that a value breaks the rule. */
class Violated extends Error {}
