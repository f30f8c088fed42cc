import type { VendorEntry } from '../../spec/vendor-entry.ts';
import { keyHeader, type Vendor, vendorEntry } from '../../spec/vendors.ts';
import { vendorRulesOf } from '../vendors/vendor-rules-of.ts';
import type { ApiTarget } from './api-target.ts';

/** The credential of a request, and how to show it without its secret. */
export interface Credential {
  readonly headers: Readonly<Record<string, string>>;
  readonly query?: readonly (readonly [string, string])[];
  /** The same as arguments of curl, with variables for secrets. */
  readonly curl: readonly string[];
  /** Values that must not be reported. */
  readonly secrets: readonly string[];
}

/** No credential at all. */
export const noCredential: Credential = { headers: {}, curl: [], secrets: [] };

/** The environment variable for a key of this API. */
export function keyVariable(vendor: Vendor, which: '' | 'SECOND_' | 'REVOKED_' = ''): string {
  return `${vendor.toUpperCase().replaceAll('-', '_')}_${which}API_KEY`;
}

/**
 * The facts about a target's vendor, with the header in which the target takes this key: the one that the user names,
 * `Authorization` for a developer's token, otherwise that of the contract.
 */
export function keyedEntry(target: ApiTarget, key: string = target.key): VendorEntry {
  const entry = vendorEntry(target.vendor, target.edition);
  const header = target.keyHeader ?? (isToken(target.vendor, key) ? 'Authorization' : undefined);
  if (header === undefined) return entry;
  const scheme = header.toLowerCase() === 'authorization' ? 'Bearer' : '';
  return { ...entry, key: { ...entry.key, header, otherHeaders: [], scheme } };
}

/** Whether a key is a developer's token, which this API accepts in place of a key. */
export function isToken(vendor: Vendor, key: string): boolean {
  return vendorRulesOf[vendor].acceptsTokens === true && /^eyJ[\w-]+\.[\w-]+\.[\w-]+$/.test(key);
}

/** A key in the header of its API. In curl commands, `variable` replaces it. */
export function keyCredential(entry: VendorEntry, key: string, variable: string): Credential {
  const [name, value] = headerOf(entry, key);
  const [, shown] = headerOf(entry, variable);
  return { headers: { [name]: value }, curl: [`-H "${name}: ${shown}"`], secrets: [key] };
}

/** The second tenant's own key. Only for targets that have one. */
export function secondCredential(target: ApiTarget): Credential {
  const { vendor, secondKey = '' } = target;
  return keyCredential(keyedEntry(target, secondKey), secondKey, `$${keyVariable(vendor, 'SECOND_')}`);
}

/** A word in the key header that is not a key, so that it can be reported. */
export function literalCredential(entry: VendorEntry, word: string): Credential {
  const [name, value] = headerOf(entry, word);
  return { headers: { [name]: value }, curl: [`-H ${quoted(`${name}: ${value}`)}`], secrets: [] };
}

/** Any text, quoted as one shell word. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** The name and value of the header that carries a key. */
export function headerOf(entry: VendorEntry, key: string): readonly [string, string] {
  return keyHeader(entry, key);
}
