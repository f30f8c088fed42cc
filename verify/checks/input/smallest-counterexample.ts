import fc from 'fast-check';
import type { CheckResult, Violation } from '../../session/check-result.ts';
import type { Session } from '../../session/session.ts';
import { StopError } from '../../wire/stop-error.ts';

/** How many requests are sent to shrink a failing value. */
const maxShrinks = 24;

/**
 * Tries every example and returns the violation of each that breaks the rule. If none does, tries arbitrary values, and
 * returns the violation of the smallest that does. A remote target gets only the first example.
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
  const ofExamples: Violation[] = [];
  let checked = 0;
  const tried = async (value: Value) => {
    checked += 1;
    return withInput(await violation(value), value);
  };
  try {
    for (const example of remote ? examples.slice(0, 1) : examples) {
      const found = await tried(example);
      if (found !== null) ofExamples.push(found);
    }
  } catch (error) {
    // If the request limit is reached, what was found before is reported.
    if (ofExamples.length === 0 || !isLimit(error)) throw error;
  }
  if (ofExamples.length > 0 || remote || runs === 0) return { checked, violations: ofExamples };

  const found: Violation[] = [];
  let shrinks = 0;
  const { errorInstance } = await fc.check(
    fc.asyncProperty(arbitrary, async (value) => {
      if (found.length > 0) shrinks += 1;
      // Failing ends the search soonest: after a value that passes, fast-check tries many similar values.
      if (shrinks > maxShrinks) throw new Violated();
      const violated = await tried(value);
      if (violated === null) return;
      found.push(violated);
      throw new Violated();
    }),
    { seed, numRuns: runs },
  );
  const smallest = found.at(-1);
  // Any other error means that the target cannot be asked, or that the verifier failed. If the request limit is
  // reached during shrinking, the smallest value so far is reported.
  const isShrinking = smallest !== undefined && isLimit(errorInstance);
  if (errorInstance !== null && !(errorInstance instanceof Violated) && !isShrinking) throw errorInstance;
  return { checked, violations: smallest === undefined ? [] : [smallest] };
}

const maxInputLength = 60;

/** The violation with the value that shows it. */
function withInput(violation: Violation | null, value: unknown): Violation | null {
  if (violation === null) return null;
  const text = JSON.stringify(value);
  return {
    ...violation,
    input: text.length > maxInputLength ? `${text.slice(0, maxInputLength)}…` : text,
  };
}

function isLimit(error: unknown): boolean {
  return error instanceof StopError && error.reason === 'request-limit';
}

/** Signals to fast-check that a value breaks the rule. */
class Violated extends Error {}
