/** What every room needs to know of a vendor before it opens that vendor's contract, which is `spec/<vendor>.yaml`. */
export interface VendorEntry {
  /** The vendor's name in file names, on the command line and in the sandbox API. */
  readonly vendor: string;
  /** The vendor's name as the vendor writes it. */
  readonly title: string;
  /** What the vendor's server is made with. It decides how a query is read: FastAPI has habits of its own. */
  readonly framework: 'fastapi' | 'other';
  readonly key: VendorKey;
  readonly list: VendorList;
}

/** How a request carries the vendor's key. */
export interface VendorKey {
  /** Name of the header. */
  readonly header: string;
  /** The word before the key in that header; empty if the key stands alone. */
  readonly scheme: '' | 'Bearer';
  /** How each new key begins. */
  readonly prefix: string;
  /** Keys that are no secret: of the default workspace, of the second one, and one that is revoked. */
  readonly samples: { readonly first: string; readonly second: string; readonly revoked: string };
}

/** The operation of the vendor's reference page, which lists a user's connections. */
export interface VendorList {
  readonly operationId: string;
  /** Where the array is in the body, as a JSON pointer; empty if the body is the array. */
  readonly itemsAt: '' | `/${string}`;
  /** The fields that together tell an item from the others of its list. */
  readonly identity: readonly string[];
}

/** The one list of vendors. Everything that exists once a vendor is found from here. */
export const vendors = [
  {
    vendor: 'open-wearables',
    title: 'Open Wearables',
    framework: 'fastapi',
    key: {
      header: 'X-API-Key',
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

/** The entry of a vendor. Throws if there is none, which only an untyped caller can cause. */
export function vendorEntry(vendor: Vendor): VendorEntry & { readonly vendor: Vendor } {
  const entry = vendors.find((listed) => listed.vendor === vendor);
  if (entry === undefined) throw new Error(`No vendor is called ${vendor}. Add it to spec/vendors.ts.`);
  return entry;
}

/** An object with a value under the name of each vendor. */
export function byVendor<Value>(
  make: (entry: (typeof vendors)[number]) => Value,
): Readonly<Record<Vendor, Value>> {
  const values = vendors.map((entry) => [entry.vendor, make(entry)] as const);
  return Object.fromEntries(values) as Record<Vendor, Value>;
}

/** Name and value of the header that carries this key. */
export function keyHeader({ key: { header, scheme } }: VendorEntry, key: string): readonly [string, string] {
  return [header, scheme === '' ? key : `${scheme} ${key}`];
}

/** The same as one line, as `curl -H` takes it. */
export function keyHeaderLine(entry: VendorEntry, key: string): string {
  return keyHeader(entry, key).join(': ');
}
