import type { Contract } from '../../contract/contract.ts';
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
import { subjectOf } from '../session/subject.ts';
import { listRulesOf } from '../vendors/list-rules-of.ts';
import { vendorRulesOf } from '../vendors/vendor-rules-of.ts';
import { assertParameters, assertVerifiable, chosenOf, type OperationChoice } from './choose-operations.ts';

const planners: Readonly<Record<CheckGroup, (context: PlanContext) => Check[]>> = {
  authentication: authenticationChecks,
  input: inputChecks,
  meaning: ofLists(meaningChecks),
  isolation: isolationChecks,
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
  /** Ids of operations, or all that can be verified; by default the operation of each vendor's reference page. */
  readonly operations?: OperationChoice | undefined;
  readonly strict: boolean;
  readonly contractOf: (vendor: Vendor, edition?: string) => Contract;
}

/** Plans the checks of each chosen operation. Throws an `ExplainedError` for an id that no API has. */
export function planOperations(options: PlanOperationsOptions): PlannedOperation[] {
  const { apis, operations, strict, contractOf } = options;
  const known = apis.map((target) => ({ target, contract: contractOf(target.vendor, target.edition) }));
  assertParameters(known);
  if (operations !== 'all') for (const id of operations ?? []) assertVerifiable(id, known);
  return known.flatMap((api) =>
    chosenOf(api, operations).map((operation) => {
      const { target, contract } = api;
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
        ...sharingOf(vendor, operation),
        strict,
      };
      return { ...context, target, checks: planChecks(context) };
    }),
  );
}

/** What is known about the tenants' data in an operation's answers. */
function sharingOf(vendor: Vendor, operation: Operation): Pick<PlanContext, 'isShared' | 'usersAt'> {
  const { values = {} } = vendorRulesOf[vendor];
  const { user_id: users } = values;
  return {
    isShared: values[subjectOf(operation)?.name ?? '']?.isShared === true,
    usersAt: users?.operationId === operation.id ? users.at : null,
  };
}

/** All checks of one operation, from its contract and, for a list, from its rules. Sends no request. */
function planChecks(context: PlanContext): Check[] {
  return checkGroups.flatMap((group) => planners[group](context));
}

/** A group of checks that applies only to lists of connections. */
function ofLists(checksOf: (context: ListContext) => Check[]): (context: PlanContext) => Check[] {
  return (context) => (context.rules === null ? [] : checksOf({ ...context, rules: context.rules }));
}
