import { authenticationChecks } from '../checks/authentication.ts';
import type { PlanContext } from '../checks/define-check.ts';
import { inputChecks } from '../checks/input.ts';
import { isolationChecks } from '../checks/isolation.ts';
import { leakChecks } from '../checks/leaks.ts';
import { meaningChecks } from '../checks/meaning.ts';
import { shapeChecks } from '../checks/shape.ts';
import { transportChecks } from '../checks/transport.ts';
import { type CheckGroup, checkGroups } from '../outcome.ts';
import type { Check } from '../run/check.ts';

const planners: Readonly<Record<CheckGroup, (context: PlanContext) => Check[]>> = {
  authentication: authenticationChecks,
  input: inputChecks,
  meaning: meaningChecks,
  isolation: isolationChecks,
  transport: transportChecks,
  shape: shapeChecks,
  leaks: leakChecks,
};

/**
 * All checks of one operation, made from its contract and, where the rules are about it, from those; nothing is asked
 * of any target.
 */
export function planChecks(context: PlanContext): Check[] {
  const isRuled = context.operation.id === context.rules.operationId;
  const groups = checkGroups.filter((group) => isRuled || (group !== 'meaning' && group !== 'isolation'));
  return groups.flatMap((group) => planners[group](context));
}
