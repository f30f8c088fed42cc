import { contractName, operationOf, readContract } from '../../contract/contract.ts';
import { mutants, mutantsByGroup } from '../../mutants/catalogue/mutants.ts';
import { subjectParameterOf } from '../../mutants/proxy/call.ts';
import type { Mutant } from '../../mutants/proxy/mutant.ts';
import type { MutatingProxy } from '../../mutants/proxy/mutating-proxy.ts';
import { type Vendor, vendorEntry } from '../../spec/vendors.ts';
import type { CheckDescription } from '../../verify/results/outcome.ts';
import type { ApiTarget } from '../../verify/session/api-target.ts';
import { planRun, UnreachableError } from '../../verify/verify.ts';
import { changingMutant } from './changing-mutant.ts';

/** A mutant at an operation other than the list of its vendor's reference page. */
export interface OtherPair {
  readonly vendor: Vendor;
  readonly edition?: string | undefined;
  readonly operationId: string;
  readonly mutant: Mutant;
  /** The ids of the checks that may catch it. */
  readonly checks: readonly string[];
}

/** How a pair ended: `unchanged` if the mutant changed no answer, because the operation does not have its rule. */
export type PairEnd = 'caught' | 'missed' | 'unchanged';

/** The mutants that an operation's contract allows: it has no such bound, or no list of known values. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  listJunctionProviderCatalogue: ['junction-name-empty', 'provider-unknown'],
};

/** The mutants that each edition allows: its servers refuse HEAD. */
const allowedInEditions: readonly string[] = ['head-not-allowed'];

/** Each mutant at each other operation that has a check of its `caughtBy`. Mutants of meaning are only for lists. */
export function otherPairs({ vendor, edition }: Pick<ApiTarget, 'vendor' | 'edition'>): readonly OtherPair[] {
  const api = { vendor, key: '', users: [], ...(edition === undefined ? {} : { edition }) };
  const planned = planRun({
    baseUrl: 'http://127.0.0.1',
    apis: [api],
    operations: 'all',
    strict: true,
  }).checks;
  const list = vendorEntry(vendor).list.operationId;
  const contract = readContract(contractName(vendor, edition));
  const generic = mutants.filter(
    (mutant) => mutant.vendors.includes(vendor) && !mutantsByGroup.meaning?.includes(mutant),
  );
  const byOperation = Map.groupBy(planned, ({ operationId }) => operationId);
  return [...byOperation].flatMap(([operationId, own]) => {
    if (operationId === list) return [];
    const subject = subjectParameterOf(operationOf(contract, operationId));
    const tried = generic.filter(
      ({ id }) =>
        ![...(allowed[operationId] ?? []), ...(edition === undefined ? [] : allowedInEditions)].includes(id),
    );
    return tried.flatMap((mutant) => {
      const checks = own
        .filter((check) => mutant.caughtBy.includes(nameOf(check, subject)))
        .map(({ id }) => id);
      return checks.length === 0 ? [] : [{ vendor, edition, operationId, mutant, checks }];
    });
  });
}

/** Verifies one operation through the proxy, by the checks that may catch the mutant, until one of them does. */
export async function endOf(
  { operationId, mutant, checks }: OtherPair,
  { proxy, target }: { readonly proxy: MutatingProxy; readonly target: ApiTarget },
): Promise<PairEnd> {
  const warnsOnly = mutant.warnsOnly === true;
  const changing = changingMutant(mutant, operationId);
  proxy.setMutant(changing.mutant);
  const run = planRun({
    baseUrl: proxy.url,
    apis: [target],
    operations: [operationId],
    checks,
    strict: !warnsOnly,
    retries: 0,
    timeoutMilliseconds: 2_000,
  });
  try {
    for await (const { status } of run.outcomes())
      if (status === (warnsOnly ? 'warning' : 'failed')) return 'caught';
  } catch (error) {
    // If each answer is broken, also the one without a key, no check is run, and the run fails.
    if (error instanceof UnreachableError) return 'caught';
    throw error;
  }
  return changing.changes() === 0 ? 'unchanged' : 'missed';
}

/** The name of a check as mutants write it: the id in a path is `user_id`, as in each vendor's list. */
function nameOf({ id, group }: CheckDescription, subject: string): string {
  const name = id.slice(id.indexOf(`.${group}.`) + 1);
  return subject === '' ? name : name.replace(`input.${subject}.`, 'input.user_id.');
}
