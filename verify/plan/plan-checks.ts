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

const planners: Readonly<Record<CheckGroup, (context: PlanContext) => Check[]>> = {
  authentication: authenticationChecks,
  input: inputChecks,
  meaning: ofLists(meaningChecks),
  isolation: ofLists(isolationChecks),
  transport: transportChecks,
  shape: shapeChecks,
  leaks: leakChecks,
};

/** All checks of one operation, made from its contract and, for a list, from its rules. No request is sent. */
export function planChecks(context: PlanContext): Check[] {
  return checkGroups.flatMap((group) => planners[group](context));
}

/** The checks of a group that only a list of connections has. */
function ofLists(checksOf: (context: ListContext) => Check[]): (context: PlanContext) => Check[] {
  return (context) => (context.rules === null ? [] : checksOf({ ...context, rules: context.rules }));
}
