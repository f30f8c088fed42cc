import { authenticationChecks } from '../checks/authentication/authentication.ts';
import { inputChecks } from '../checks/input/input.ts';
import { isolationChecks } from '../checks/isolation/isolation.ts';
import type { Check } from '../checks/kit/check.ts';
import type { PlanContext } from '../checks/kit/define-check.ts';
import { leakChecks } from '../checks/leaks/leaks.ts';
import { meaningChecks } from '../checks/meaning/meaning.ts';
import { shapeChecks } from '../checks/shape/shape.ts';
import { transportChecks } from '../checks/transport/transport.ts';
import { type CheckGroup, checkGroups } from '../results/outcome.ts';

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
