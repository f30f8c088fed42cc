import fc from 'fast-check';
import { ExplainedError } from '../../../contract/explained-error.ts';
import type { CheckResult, Violation } from '../../session/check-result.ts';
import type { Session } from '../../session/session.ts';

/** So many requests may be spent on making a failure smaller. */
const mostShrinks = 24;

/**
 * Tries values against a rule, the examples ones first and then arbitrary ones, and gives the violation of the smallest
 * value that breaks it. A target that is not on this machine is asked for the first examples one alone.
 */
export async function smallestCounterexample<Value>(options: {
  readonly session: Session;
  readonly examples: readonly Value[];
  readonly arbitrary: fc.Arbitrary<Value>;
  /** How many arbitrary ones are tried. */
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
      // To fail at once is the short way to the end: a value that passes has many siblings to be tried.
      if (shrinks > mostShrinks) throw new Violated();
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
  // What is no violation says that the target cannot be asked, or is a fault of the verifier. A limit that is reached
  // while a failure is made smaller leaves it as small as it is.
  const isLimit = errorInstance instanceof ExplainedError && errorInstance.kind === 'limit';
  const isShrinking = smallest !== undefined && isLimit;
  if (errorInstance !== null && !(errorInstance instanceof Violated) && !isShrinking) throw errorInstance;
  return { checked, violations: smallest === undefined ? [] : [smallest] };
}

/** Tells fast-check that a value breaks the rule. */
class Violated extends Error {}
