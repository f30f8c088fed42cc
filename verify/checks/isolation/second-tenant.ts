import type { Provenance } from '../../../contract/openapi-document.ts';
import type { Operation } from '../../../contract/operation.ts';
import { vendorEntry } from '../../../spec/vendors.ts';
import { type Credential, keyCredential, keyVariable } from '../../session/credential.ts';
import type { Session } from '../../session/session.ts';
import type { PlanContext } from '../kit/define-check.ts';

/** The second tenant's own key, of which whoever calls this has said that it is needed. */
export function secondCredential({ vendor }: PlanContext, session: Session): Credential {
  const { secondKey = '' } = session.options.target;
  return keyCredential(vendorEntry(vendor), secondKey, `$${keyVariable(vendor, 'SECOND_')}`);
}

/** Where the contract says what a tenant is told of another's user: the same as of nobody. */
export function strangerPlace(operation: Operation): {
  readonly rule: string;
  readonly provenance: Provenance;
} {
  const { rule, provenance } = operation.responses.get(404) ?? operation;
  return { rule, provenance };
}
