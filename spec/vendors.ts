/** The facts about a vendor that are not in its contract, `spec/<vendor>.yaml`. */
export interface VendorEntry {
  /** The vendor's name in file names, on the command line and in the sandbox API. */
  readonly vendor: string;
  /** The vendor's name in the vendor's own spelling. */
  readonly title: string;
  /** The framework of the vendor's server. It decides how a query is read: FastAPI has its own rules. */
  readonly framework: 'fastapi' | 'other';
  readonly key: VendorKey;
  readonly list: VendorList;
}

/** How a request carries the vendor's key. */
export interface VendorKey {
  /** Name of the header that clients and `verify` use. */
  readonly header: string;
  /** Names of the other headers that the contract accepts, in the order of its security schemes. */
  readonly otherHeaders: readonly string[];
  /** The scheme before the key in that header; empty if the header contains only the key. */
  readonly scheme: '' | 'Bearer';
  /** Prefix of each new key. */
  readonly prefix: string;
  /** Public keys: of the default workspace, of the second workspace, and a revoked one. */
  readonly samples: { readonly first: string; readonly second: string; readonly revoked: string };
}

/** The operation of the vendor's reference page. It lists the connections of a user. */
export interface VendorList {
  readonly operationId: string;
  /** JSON pointer to the array in the body; empty if the body is the array. */
  readonly itemsAt: '' | `/${string}`;
  /** The fields that together identify an item within its list. */
  readonly identity: readonly string[];
}

/** All vendors. Everything that exists per vendor is derived from this list. */
export const vendors = [
  {
    vendor: 'open-wearables',
    title: 'Open Wearables',
    framework: 'fastapi',
    key: {
      header: 'X-API-Key',
      otherHeaders: ['X-Open-Wearables-API-Key'],
      scheme: '',
      prefix: 'ow_',
      samples: { first: 'ow_sandbox_key', second: 'ow_second_key', revoked: 'ow_revoked_key' },
    },
    list: { operationId: 'listOpenWearablesConnections', itemsAt: '', identity: ['id'] },
  },
  {
    vendor: 'junction',
    title: 'Junction',
    framework: 'fastapi',
    key: {
      header: 'x-vital-api-key',
      otherHeaders: [],
      scheme: '',
      prefix: 'sk_us_',
      samples: { first: 'sk_us_sandbox_key', second: 'sk_us_second_key', revoked: 'sk_us_revoked_key' },
    },
    list: { operationId: 'listJunctionProviders', itemsAt: '/providers', identity: ['slug'] },
  },
  {
    vendor: 'mielto',
    title: 'Mielto',
    framework: 'fastapi',
    key: {
      header: 'Authorization',
      otherHeaders: [],
      scheme: 'Bearer',
      prefix: 'mielto_',
      samples: {
        first: 'mielto_sandbox_token',
        second: 'mielto_second_token',
        revoked: 'mielto_revoked_token',
      },
    },
    list: { operationId: 'listMieltoConnections', itemsAt: '/connections', identity: ['id'] },
  },
] as const satisfies readonly VendorEntry[];

/** A vendor's name. */
export type Vendor = (typeof vendors)[number]['vendor'];

export const vendorNames: readonly Vendor[] = vendors.map(({ vendor }) => vendor);

/** Returns the entry of a vendor. Throws if it does not exist, which only an untyped caller can cause. */
export function vendorEntry(vendor: Vendor): VendorEntry & { readonly vendor: Vendor } {
  const entry = vendors.find((listed) => listed.vendor === vendor);
  if (entry === undefined) throw new Error(`Unknown vendor ${vendor}. Add it to spec/vendors.ts.`);
  return entry;
}

/** Makes an object with one value per vendor, by the vendor's name. */
export function byVendor<Value>(
  make: (entry: (typeof vendors)[number]) => Value,
): Readonly<Record<Vendor, Value>> {
  const values = vendors.map((entry) => [entry.vendor, make(entry)] as const);
  return Object.fromEntries(values) as Record<Vendor, Value>;
}

/** Returns the name and the value of the header for a key. */
export function keyHeader({ key: { header, scheme } }: VendorEntry, key: string): readonly [string, string] {
  return [header, scheme === '' ? key : `${scheme} ${key}`];
}

/** Returns the names of all headers in which the contract accepts a key. The first that is present counts. */
export function keyHeaderNames({ key: { header, otherHeaders } }: VendorEntry): readonly string[] {
  return [header, ...otherHeaders];
}

/** Returns the header for a key as one line, as for `curl -H`. */
export function keyHeaderLine(entry: VendorEntry, key: string): string {
  return keyHeader(entry, key).join(': ');
}
