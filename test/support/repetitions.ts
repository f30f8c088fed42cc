import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** How often tests repeat what finds more the longer it runs: more than once in `npm run soak`. */
    repetitions: number;
  }
}

/** How often a property is tried. The variable SEED, from the message of a failure, repeats that run. */
export function propertyRuns(numRuns: number): { readonly numRuns: number; readonly seed?: number } {
  const { SEED } = process.env;
  return { numRuns: numRuns * inject('repetitions'), ...(SEED === undefined ? {} : { seed: Number(SEED) }) };
}

/** The numbers of the rounds of a test that is repeated, for `test.each`. */
export function rounds(): readonly number[] {
  return Array.from({ length: inject('repetitions') }, (_, index) => index + 1);
}
