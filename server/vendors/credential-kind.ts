import type { Operation, SecurityScheme } from '../../contract/operation.ts';
import type { VendorEntry } from '../../spec/vendor-entry.ts';
import type { KeyKind } from '../model/workspace.ts';

/** What the credential of a security scheme is. A link token belongs to the link of one user. */
export function credentialKind(
  { key, linkToken }: Pick<VendorEntry, 'key' | 'linkToken'>,
  scheme: SecurityScheme,
): KeyKind | 'link-token' {
  if (scheme.type === 'http') return key.scheme === 'Bearer' ? 'key' : 'developer-token';
  return scheme.name.toLowerCase() === linkToken?.header ? 'link-token' : 'key';
}

/**
 * Whether the answers of an operation depend only on the request and on the version of its workspace. Without a key, or
 * with a link token, an operation can begin or continue a link.
 */
export function isCached(
  entry: Pick<VendorEntry, 'key' | 'linkToken'>,
  { method, requestBody, security }: Operation,
): boolean {
  return (
    method === 'get' &&
    requestBody === null &&
    security.length > 0 &&
    security.every((scheme) => scheme !== null && credentialKind(entry, scheme) !== 'link-token')
  );
}
