import type { Mutant } from '../proxy/mutant.ts';
import { authenticationMutants } from './authentication/authentication-mutants.ts';
import { crashingKeyMutants } from './authentication/crashing-key-mutants.ts';
import { lookalikeKeyMutants } from './authentication/lookalike-key-mutants.ts';
import { otherRequestMutants } from './authentication/other-request-mutants.ts';
import { refusalMutants } from './authentication/refusal-mutants.ts';
import { filterValueMutants } from './input/filter-value-mutants.ts';
import { hostileIdMutants } from './input/hostile-id-mutants.ts';
import { invalidInputMutants } from './input/invalid-input-mutants.ts';
import { limitMutants } from './input/limit-mutants.ts';
import { uuidMutants } from './input/uuid-mutants.ts';
import { isolationMutants } from './isolation/isolation-mutants.ts';
import { otherUserIdsMutants } from './isolation/other-user-ids-mutants.ts';
import { echoMutants } from './leaks/echo-mutants.ts';
import { internalsMutants } from './leaks/internals-mutants.ts';
import { secretNameMutants } from './leaks/secret-name-mutants.ts';
import { tokenValueMutants } from './leaks/token-value-mutants.ts';
import { countMutants } from './meaning/count-mutants.ts';
import { filterMutants } from './meaning/filter-mutants.ts';
import { meaningMutants } from './meaning/meaning-mutants.ts';
import { nowAndThenMutants } from './meaning/now-and-then-mutants.ts';
import { pagingMutants } from './meaning/paging-mutants.ts';
import { stabilityMutants } from './meaning/stability-mutants.ts';
import { timeOrderMutants } from './meaning/time-order-mutants.ts';
import { boundMutants } from './shape/bound-mutants.ts';
import { contentTypeMutants } from './shape/content-type-mutants.ts';
import { enumMutants } from './shape/enum-mutants.ts';
import { errorMutants } from './shape/error-mutants.ts';
import { fieldMutants } from './shape/field-mutants.ts';
import { jsonMutants } from './shape/json-mutants.ts';
import { statusMutants } from './shape/status-mutants.ts';
import { structureMutants } from './shape/structure-mutants.ts';
import { timeMutants } from './shape/time-mutants.ts';
import { connectionMutants } from './transport/connection-mutants.ts';
import { redirectMutants } from './transport/redirect-mutants.ts';
import { transportMutants } from './transport/transport-mutants.ts';

/** Every mutant, by the group of the check that catches it. */
export const mutantsByGroup: Readonly<Record<string, readonly Mutant[]>> = {
  authentication: [
    ...authenticationMutants,
    ...lookalikeKeyMutants,
    ...crashingKeyMutants,
    ...refusalMutants,
    ...otherRequestMutants,
  ],
  input: [
    ...uuidMutants,
    ...hostileIdMutants,
    ...invalidInputMutants,
    ...limitMutants,
    ...filterValueMutants,
  ],
  meaning: [
    ...meaningMutants,
    ...timeOrderMutants,
    ...filterMutants,
    ...pagingMutants,
    ...countMutants,
    ...stabilityMutants,
    ...nowAndThenMutants,
  ],
  isolation: [...isolationMutants, ...otherUserIdsMutants],
  transport: [...transportMutants, ...redirectMutants, ...connectionMutants],
  shape: [
    ...fieldMutants,
    ...enumMutants,
    ...boundMutants,
    ...structureMutants,
    ...timeMutants,
    ...jsonMutants,
    ...contentTypeMutants,
    ...statusMutants,
    ...errorMutants,
  ],
  leaks: [...secretNameMutants, ...tokenValueMutants, ...echoMutants, ...internalsMutants],
};

export const mutants: readonly Mutant[] = Object.values(mutantsByGroup).flat();

/** The mutant with this id. */
export function findMutant(id: string): Mutant | undefined {
  return mutants.find((mutant) => mutant.id === id);
}
