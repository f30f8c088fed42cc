import { keyHeader, type Vendor, type VendorEntry } from '../../spec/vendors.ts';

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

/** A key in the header of its API. In curl commands, `variable` replaces it. */
export function keyCredential(entry: VendorEntry, key: string, variable: string): Credential {
  const [name, value] = headerOf(entry, key);
  const [, shown] = headerOf(entry, variable);
  return { headers: { [name]: value }, curl: [`-H "${name}: ${shown}"`], secrets: [key] };
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
