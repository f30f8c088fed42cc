import { keyHeader, type Vendor, type VendorEntry } from '../../spec/vendors.ts';

/** What a request shows to be let in, and how a person is told of it without the secret. */
export interface Credential {
  readonly headers: Readonly<Record<string, string>>;
  readonly query?: readonly (readonly [string, string])[];
  /** The same as arguments of curl, with variables for what is secret. */
  readonly curl: readonly string[];
  /** What must not be told. */
  readonly secrets: readonly string[];
}

/** No credential at all. */
export const noCredential: Credential = { headers: {}, curl: [], secrets: [] };

/** The environment variable that holds a key of this API. */
export function keyVariable(vendor: Vendor, which: '' | 'SECOND_' | 'REVOKED_' = ''): string {
  return `${vendor.toUpperCase().replaceAll('-', '_')}_${which}API_KEY`;
}

/** A key in the header of its API; `variable` stands for it where a person is told of it. */
export function keyCredential(entry: VendorEntry, key: string, variable: string): Credential {
  const [name, value] = headerOf(entry, key);
  const [, shown] = headerOf(entry, variable);
  return { headers: { [name]: value }, curl: [`-H "${name}: ${shown}"`], secrets: [key] };
}

/** A word in the header of the API's key, which is none of its keys and may be told. */
export function literalCredential(entry: VendorEntry, word: string): Credential {
  const [name, value] = headerOf(entry, word);
  return { headers: { [name]: value }, curl: [`-H ${quoted(`${name}: ${value}`)}`], secrets: [] };
}

/** One word of a shell, whatever stands in it. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** Name and value of the header that carries a key. */
export function headerOf(entry: VendorEntry, key: string): readonly [string, string] {
  return keyHeader(entry, key);
}
