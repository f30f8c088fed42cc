import type { Operation } from '../../../contract/operation.ts';
import { type Credential, keyCredential, keyedEntry, keyVariable } from '../../session/credential.ts';
import type { Session } from '../../session/session.ts';
import type { PlanContext } from '../kit/define-check.ts';
import { projectRule } from '../kit/project-rule.ts';

/** The second tenant's own key. Only for checks that need `secondKey`. */
export function secondCredential({ vendor }: PlanContext, session: Session): Credential {
  const { target } = session.options;
  const { secondKey = '' } = target;
  return keyCredential(keyedEntry(target, secondKey), secondKey, `$${keyVariable(vendor, 'SECOND_')}`);
}

/** The rule for a user of another tenant, which is the rule for an unknown user. No page describes tenants. */
export function unknownUserRule(operation: Operation): {
  readonly rule: string;
  readonly provenance: 'decided';
} {
  const { rule } = operation.responses.get(404) ?? operation;
  return { rule, provenance: projectRule.provenance };
}
