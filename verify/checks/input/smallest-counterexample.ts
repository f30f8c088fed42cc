import fc from 'fast-check';
import { ExplainedError } from '../../../contract/explained-error.ts';
import type { Judgement, Violation } from '../../session/judgement.ts';
import type { Session } from '../../session/session.ts';

/** So many requests may be spent on making a failure smaller. */
const mostShrinks = 24;

/**
 * Tries values against a rule, the telling ones first and then arbitrary ones, and gives the violation of the smallest
 * value that breaks it. A target that is not on this machine is asked for the first telling one alone.
 */
export async function smallestCounterexample<Value>(options: {
  readonly session: Session;
  readonly telling: readonly Value[];
  readonly arbitrary: fc.Arbitrary<Value>;
  /** How many arbitrary ones are tried. */
  readonly runs: number;
  readonly violation: (value: Value) => Promise<Violation | null>;
}): Promise<Judgement> {
  const { session, telling, arbitrary, runs, violation } = options;
  const { gentle, seed } = session.options;
  const found: Violation[] = [];
  let judged = 0;
  let shrinks = 0;
  const { errorInstance } = await fc.check(
    fc.asyncProperty(arbitrary, async (value) => {
      if (found.length > 0) shrinks += 1;
      // To fail at once is the short way to the end: a value that passes has many siblings to be tried.
      if (shrinks > mostShrinks) throw new Violated();
      judged += 1;
      const violated = await violation(value);
      if (violated === null) return;
      found.push(violated);
      throw new Violated();
    }),
    {
      seed,
      examples: telling.map((value) => [value]),
      numRuns: gentle ? 1 : telling.length + runs,
      endOnFailure: gentle,
    },
  );
  const smallest = found.at(-1);
  // What is no violation says that the target cannot be asked, or is a fault of the verifier. A limit that is reached
  // while a failure is made smaller leaves it as small as it is.
  const isLimit = errorInstance instanceof ExplainedError && errorInstance.kind === 'limit';
  const isShrinking = smallest !== undefined && isLimit;
  if (errorInstance !== null && !(errorInstance instanceof Violated) && !isShrinking) throw errorInstance;
  return { judged, violations: smallest === undefined ? [] : [smallest] };
}

/** Tells fast-check that a value breaks the rule. */
class Violated extends Error {}
