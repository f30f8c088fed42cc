import type { Operation, SecurityScheme } from '../../contract/operation.ts';
import type { VendorEntry } from '../../spec/vendor-entry.ts';
import { keyHeaderNames } from '../../spec/vendors.ts';

/** Why an operation cannot be verified, as a clause that begins with "it"; null if it can be verified. */
export function notVerified(operation: Operation, entry: VendorEntry): string | null {
  const { method, isSafe, security } = operation;
  if (method !== 'get') return `it is a ${method.toUpperCase()}, and only GET operations are verified`;
  if (!isSafe) return 'it changes something, although it is a GET';
  const schemes = security.filter((scheme) => scheme !== null);
  if (schemes.length === 0) return 'it takes no key';
  return schemes.some((scheme) => isKey(scheme, entry)) ? null : 'it takes a link token instead of the key';
}

/** Whether a security scheme is the vendor's key. */
function isKey(scheme: SecurityScheme, entry: VendorEntry): boolean {
  if (scheme.type !== 'apiKey') return entry.key.scheme === 'Bearer';
  return keyHeaderNames(entry).some((name) => name.toLowerCase() === scheme.name.toLowerCase());
}
