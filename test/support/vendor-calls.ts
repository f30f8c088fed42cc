import { listOperationOf } from '../../contract/contract.ts';
import type { Operation } from '../../contract/operation.ts';
import { credentialKind } from '../../server/vendors/credential-kind.ts';
import { type Vendor, vendorEntry, vendors } from '../../spec/vendors.ts';

/** The header in which each vendor expects its key. */
export const keyHeaders: Readonly<Record<Vendor, (key: string) => Record<string, string>>> = {
  'open-wearables': (key) => ({ 'X-API-Key': key }),
  junction: (key) => ({ 'x-vital-api-key': key }),
  mielto: (key) => ({ Authorization: `Bearer ${key}` }),
};

/** The path of a vendor's list. The id is not encoded. */
export function listPath(vendor: Vendor, userId: string): string {
  return listOperationOf(vendor).path.replace('{user_id}', () => userId);
}

/** The vendors, each with the file name of its contract and the path template of its list. */
export const vendorLists = vendors.map((entry) => ({
  ...entry,
  document: `${entry.vendor}.yaml`,
  path: listOperationOf(entry.vendor).path,
}));

/** The keys of the two default workspaces. */
export const keys: Readonly<Record<Vendor, { first: string; revoked: string; second: string }>> = {
  'open-wearables': { first: 'ow_sandbox_key', revoked: 'ow_revoked_key', second: 'ow_second_key' },
  junction: { first: 'sk_us_sandbox_key', revoked: 'sk_us_revoked_key', second: 'sk_us_second_key' },
  mielto: { first: 'mielto_sandbox_token', revoked: 'mielto_revoked_token', second: 'mielto_second_token' },
};

/** The header with the key of the first default workspace. */
export function validKey(vendor: Vendor): Record<string, string> {
  return keyHeaders[vendor](keys[vendor].first);
}

/** The header with which the first default workspace may call an operation: its key, or a developer's token. */
export function credentialsFor(vendor: Vendor, { security }: Pick<Operation, 'security'>) {
  const entry = vendorEntry(vendor);
  const kinds = security.map((scheme) => (scheme === null ? null : credentialKind(entry, scheme)));
  const isForDevelopers = kinds.includes('developer-token') && !kinds.includes('key');
  return isForDevelopers && entry.developerToken !== null
    ? { Authorization: `Bearer ${entry.developerToken.samples.first}` }
    : validKey(vendor);
}

export const noConnections = '00000000-0000-4000-8000-000000000001';
export const unknown = '00000000-0000-4000-8000-00000000dead';
