import { authenticationMutants } from './authentication-mutants.ts';
import { boundMutants } from './bound-mutants.ts';
import { cacheMutants } from './cache-mutants.ts';
import { contentTypeMutants } from './content-type-mutants.ts';
import { cornerMutants } from './corner-mutants.ts';
import { countMutants } from './count-mutants.ts';
import { echoMutants } from './echo-mutants.ts';
import { enumMutants } from './enum-mutants.ts';
import { errorMutants } from './error-mutants.ts';
import { fieldMutants } from './field-mutants.ts';
import { filterMutants } from './filter-mutants.ts';
import { inputMutants } from './input-mutants.ts';
import { internalsMutants } from './internals-mutants.ts';
import { isolationMutants } from './isolation-mutants.ts';
import { jsonMutants } from './json-mutants.ts';
import { limitMutants } from './limit-mutants.ts';
import { lookalikeKeyMutants } from './lookalike-key-mutants.ts';
import { meaningMutants } from './meaning-mutants.ts';
import type { Mutant } from './mutant.ts';
import { pagingMutants } from './paging-mutants.ts';
import { redirectMutants } from './redirect-mutants.ts';
import { refusalMutants } from './refusal-mutants.ts';
import { secretNameMutants } from './secret-name-mutants.ts';
import { stabilityMutants } from './stability-mutants.ts';
import { statusMutants } from './status-mutants.ts';
import { structureMutants } from './structure-mutants.ts';
import { timeMutants } from './time-mutants.ts';
import { tokenValueMutants } from './token-value-mutants.ts';
import { transportMutants } from './transport-mutants.ts';

/** Every mutant, by family. */
export const mutants: readonly Mutant[] = [
  ...fieldMutants,
  ...enumMutants,
  ...boundMutants,
  ...structureMutants,
  ...timeMutants,
  ...jsonMutants,
  ...contentTypeMutants,
  ...statusMutants,
  ...errorMutants,
  ...authenticationMutants,
  ...lookalikeKeyMutants,
  ...refusalMutants,
  ...inputMutants,
  ...limitMutants,
  ...filterMutants,
  ...pagingMutants,
  ...countMutants,
  ...meaningMutants,
  ...stabilityMutants,
  ...isolationMutants,
  ...cacheMutants,
  ...secretNameMutants,
  ...tokenValueMutants,
  ...echoMutants,
  ...internalsMutants,
  ...transportMutants,
  ...redirectMutants,
  ...cornerMutants,
];

/** The mutant of this id. */
export function findMutant(id: string): Mutant | undefined {
  return mutants.find((mutant) => mutant.id === id);
}
