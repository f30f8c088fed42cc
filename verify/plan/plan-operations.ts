import { type Contract, operationOf } from '../../contract/contract.ts';
import { ExplainedError } from '../../contract/explained-error.ts';
import type { Operation } from '../../contract/operation.ts';
import { editionEntry, type Vendor, vendorEntry } from '../../spec/vendors.ts';
import { authenticationChecks } from '../checks/authentication/authentication.ts';
import { inputChecks } from '../checks/input/input.ts';
import { isolationChecks } from '../checks/isolation/isolation.ts';
import type { Check } from '../checks/kit/check.ts';
import type { ListContext, PlanContext } from '../checks/kit/define-check.ts';
import { leakChecks } from '../checks/leaks/leaks.ts';
import { meaningChecks } from '../checks/meaning/meaning.ts';
import { shapeChecks } from '../checks/shape/shape.ts';
import { transportChecks } from '../checks/transport/transport.ts';
import { type CheckGroup, checkGroups } from '../results/outcome.ts';
import type { ApiTarget } from '../session/api-target.ts';
import { listRulesOf } from '../vendors/list-rules-of.ts';
import { nearest } from './nearest.ts';

const planners: Readonly<Record<CheckGroup, (context: PlanContext) => Check[]>> = {
  authentication: authenticationChecks,
  input: inputChecks,
  meaning: ofLists(meaningChecks),
  isolation: ofLists(isolationChecks),
  transport: transportChecks,
  shape: shapeChecks,
  leaks: leakChecks,
};

/** One operation of a target, with its checks. */
export interface PlannedOperation extends PlanContext {
  readonly target: ApiTarget;
  readonly checks: readonly Check[];
}

export interface PlanOperationsOptions {
  readonly apis: readonly ApiTarget[];
  /** Ids of operations; by default the operation of each vendor's reference page. */
  readonly operations?: readonly string[] | undefined;
  readonly strict: boolean;
  readonly contractOf: (vendor: Vendor, edition?: string) => Contract;
}

/** Plans the checks of each chosen operation. Throws an `ExplainedError` for an id that no API has. */
export function planOperations(options: PlanOperationsOptions): PlannedOperation[] {
  const { apis, operations, strict, contractOf } = options;
  const known = apis.map((target) => ({ target, contract: contractOf(target.vendor, target.edition) }));
  for (const id of operations ?? []) {
    assertReadOperation(
      id,
      known.flatMap(({ contract }) => [...contract.operations.values()]),
    );
  }
  return known.flatMap(({ target, contract }) =>
    chosenOf(target, contract, operations).map((operation) => {
      const { vendor, edition } = target;
      const entry = vendorEntry(vendor, edition);
      const { framework } = entry;
      const rules = listRulesOf(vendor, operation.id, edition);
      const ofEdition = edition === undefined ? undefined : editionEntry(vendor, edition);
      const { hasTenants = true, answersHead = true } = ofEdition ?? {};
      const context = {
        vendor,
        ...(edition === undefined ? {} : { edition }),
        entry,
        framework,
        hasTenants,
        answersHead,
        contract,
        operation,
        rules,
        strict,
      };
      return { ...context, target, checks: planChecks(context) };
    }),
  );
}

/** All checks of one operation, from its contract and, for a list, from its rules. Sends no request. */
function planChecks(context: PlanContext): Check[] {
  return checkGroups.flatMap((group) => planners[group](context));
}

/** A group of checks that applies only to lists of connections. */
function ofLists(checksOf: (context: ListContext) => Check[]): (context: PlanContext) => Check[] {
  return (context) => (context.rules === null ? [] : checksOf({ ...context, rules: context.rules }));
}

function chosenOf(
  { vendor }: ApiTarget,
  contract: Contract,
  operations: readonly string[] | undefined,
): readonly Operation[] {
  if (operations === undefined) return [operationOf(contract, vendorEntry(vendor).list.operationId)];
  return [...contract.operations.values()].filter(({ id }) => operations.includes(id));
}

function assertReadOperation(name: string, operations: readonly Operation[]): void {
  const operation = operations.find(({ id }) => id === name);
  if (operation === undefined) {
    const ids = operations.filter(isRead).map(({ id }) => id);
    const [near] = nearest(name, ids);
    const advice = near === undefined ? `Use one of ${ids.join(', ')}.` : `Did you mean ${near}?`;
    throw new ExplainedError(`Unknown operation ${name}. ${advice}`);
  }
  if (isRead(operation)) return;
  const method = operation.method.toUpperCase();
  throw new ExplainedError(
    `Cannot verify the operation ${name}: it is a ${method}, and only GET operations are verified. Leave it out.`,
  );
}

/** Whether an operation only reads. No other operations are sent to a target. */
export function isRead({ method }: Operation): boolean {
  return method === 'get';
}
