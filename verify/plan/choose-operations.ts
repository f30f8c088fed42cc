import { type Contract, operationOf } from '../../contract/contract.ts';
import { ExplainedError } from '../../contract/explained-error.ts';
import type { Operation } from '../../contract/operation.ts';
import { type Vendor, vendorEntry } from '../../spec/vendors.ts';
import type { OmittedOperation } from '../results/omitted-operation.ts';
import type { ApiTarget } from '../session/api-target.ts';
import { subjectOf } from '../session/subject.ts';
import { nearest } from './nearest.ts';
import { notVerified } from './not-verified.ts';

/** Ids of operations, or all that can be verified. */
export type OperationChoice = readonly string[] | 'all';

/** An API of the run with its contract. */
export interface KnownApi {
  readonly target: ApiTarget;
  readonly contract: Contract;
}

/** The operations of an API that are verified, the list of its reference page first. */
export function chosenOf(
  { target, contract }: KnownApi,
  operations: OperationChoice | undefined,
): readonly Operation[] {
  const { vendor, edition } = target;
  const list = operationOf(contract, vendorEntry(vendor).list.operationId);
  if (operations === undefined) return [list];
  if (operations !== 'all')
    return [...contract.operations.values()].filter(({ id }) => operations.includes(id));
  const entry = vendorEntry(vendor, edition);
  const others = [...contract.operations.values()].filter((operation) => operation.id !== list.id);
  // The list has the most checks, and its findings explain those of the others.
  return [list, ...others.filter((operation) => notVerified(operation, entry) === null)];
}

/** The GETs that a run of all operations leaves out, with the reasons; empty for any other choice. */
export function omittedOperations({
  apis,
  operations,
  contractOf,
}: {
  readonly apis: readonly ApiTarget[];
  readonly operations?: OperationChoice | undefined;
  readonly contractOf: (vendor: Vendor, edition?: string) => Contract;
}): OmittedOperation[] {
  if (operations !== 'all') return [];
  return apis.flatMap(({ vendor, edition }) =>
    [...contractOf(vendor, edition).operations.values()].flatMap((operation) => {
      const reason = notVerified(operation, vendorEntry(vendor, edition));
      if (operation.method !== 'get' || reason === null) return [];
      return [{ vendor, operationId: operation.id, reason }];
    }),
  );
}

/** Throws an `ExplainedError` if no API has this operation, or if it cannot be verified. */
export function assertVerifiable(name: string, apis: readonly KnownApi[]): void {
  const operations = apis.flatMap(({ target: { vendor, edition }, contract }) =>
    [...contract.operations.values()].map((operation) => ({
      id: operation.id,
      reason: notVerified(operation, vendorEntry(vendor, edition)),
    })),
  );
  const operation = operations.find(({ id }) => id === name);
  if (operation === undefined) {
    const ids = operations.filter(({ reason }) => reason === null).map(({ id }) => id);
    const [near] = nearest(name, ids);
    const advice = near === undefined ? `Use one of ${ids.join(', ')}.` : `Did you mean ${near}?`;
    throw new ExplainedError(`Unknown operation ${name}. ${advice}`);
  }
  if (operation.reason === null) return;
  throw new ExplainedError(`Cannot verify the operation ${name}: ${operation.reason}. Leave it out.`);
}

/** Throws an `ExplainedError` if a value is given for a path parameter that no API of the run has. */
export function assertParameters(apis: readonly KnownApi[]): void {
  const names = apis.flatMap(({ target, contract }) => {
    const subjects = chosenOf({ target, contract }, 'all').flatMap(
      (operation) => subjectOf(operation)?.name ?? [],
    );
    return subjects.filter((name) => name !== 'user_id');
  });
  for (const name of apis.flatMap(({ target }) => Object.keys(target.parameters ?? {}))) {
    if (name === 'user_id')
      throw new ExplainedError('The users of an API are not in parameters. Use users (--user).');
    if (names.includes(name)) continue;
    const [near] = nearest(name, names);
    const known = [...new Set(names)];
    const advice =
      near !== undefined
        ? `Did you mean ${near}?`
        : known.length === 0
          ? 'Leave it out.'
          : `Use ${known.join(' or ')}.`;
    throw new ExplainedError(`Unknown path parameter ${name}. ${advice}`);
  }
}
