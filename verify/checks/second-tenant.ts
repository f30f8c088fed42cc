import type { Provenance } from '../../spec/openapi-document.ts';
import type { ContractOperation } from '../contract/api-contract.ts';
import { type Credential, keyCredential, keyVariable } from '../run/credential.ts';
import type { Session } from '../run/session.ts';
import type { PlanContext } from './define-check.ts';

/** The second tenant's own key; null where none is given. */
export function secondCredential({ contract }: PlanContext, session: Session): Credential | null {
  const { secondKey } = session.options.target;
  if (secondKey === undefined) return null;
  return keyCredential(contract.entry, secondKey, `$${keyVariable(contract.vendor, 'SECOND_')}`);
}

/** Where the contract says what a tenant is told of another's user: the same as of nobody. */
export function strangerPlace(operation: ContractOperation): {
  readonly place: string;
  readonly provenance: Provenance;
} {
  const { place, provenance } = operation.responses.get(404) ?? operation;
  return { place, provenance };
}
