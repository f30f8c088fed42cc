import { authenticationMutants } from './authentication-mutants.ts';
import { boundMutants } from './bound-mutants.ts';
import { cacheMutants } from './cache-mutants.ts';
import { contentTypeMutants } from './content-type-mutants.ts';
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
];

/** The mutant of this id. */
export function findMutant(id: string): Mutant | undefined {
  return mutants.find((mutant) => mutant.id === id);
}

/** The ids that are most like this one, the nearest first. */
export function nearestIds(id: string): readonly string[] {
  return mutants
    .map((mutant) => ({ id: mutant.id, distance: distance(id, mutant.id) }))
    .toSorted((one, other) => one.distance - other.distance)
    .slice(0, 3)
    .map((near) => near.id);
}

/** How many letters have to be added, dropped or changed to get from one text to another. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...from].entries()) {
    const next = [index + 1];
    for (const [at, other] of [...to].entries()) {
      const changed = (row[at] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(changed, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
