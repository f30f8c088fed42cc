import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** How often tests with random input or timing repeat. More than once only in `npm run test:long`. */
    repetitions: number;
  }
}

/** The number of runs of a property. Set the variable SEED to the seed of a failure to repeat that run. */
export function propertyRuns(numRuns: number): { readonly numRuns: number; readonly seed?: number } {
  const { SEED } = process.env;
  return { numRuns: numRuns * inject('repetitions'), ...(SEED === undefined ? {} : { seed: Number(SEED) }) };
}

/** The round numbers of a repeated test, for `test.each`. */
export function rounds(): readonly number[] {
  return Array.from({ length: inject('repetitions') }, (_, index) => index + 1);
}
