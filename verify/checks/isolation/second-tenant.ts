import type { Operation } from '../../../contract/operation.ts';
import { projectRule } from '../kit/project-rule.ts';

/** The rule for a user of another tenant, which is the rule for an unknown user. No page describes tenants. */
export function unknownUserRule(operation: Operation): {
  readonly rule: string;
  readonly provenance: 'decided';
} {
  const { rule } = operation.responses.get(404) ?? operation;
  return { rule, provenance: projectRule.provenance };
}
