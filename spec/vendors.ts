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
  /** What servers of the vendor do that differs from its page. */
  readonly editions: readonly EditionEntry[];
}

/** The facts about an edition that are not in its file of differences, `spec/<vendor>.<edition>.overlay.yaml`. */
export interface EditionEntry {
  /** The name of the edition in file names and on the command line: letters, digits and hyphens. */
  readonly edition: string;
  readonly title: string;
  /** The only header in which the key is accepted. */
  readonly header: string;
  /** False if each key gives access to all users of the server. */
  readonly hasTenants: boolean;
  /** False if HEAD is refused with 405. */
  readonly answersHead: boolean;
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
  /** Public keys: of the default workspace, of the second one, of the one with editions, and a revoked one. */
  readonly samples: {
    readonly first: string;
    readonly second: string;
    readonly editions: string;
    readonly revoked: string;
  };
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
      samples: {
        first: 'ow_sandbox_key',
        second: 'ow_second_key',
        editions: 'ow_editions_key',
        revoked: 'ow_revoked_key',
      },
    },
    list: { operationId: 'listOpenWearablesConnections', itemsAt: '', identity: ['id'] },
    editions: [
      {
        edition: '0-6',
        title: 'Open Wearables 0.6',
        header: 'X-Open-Wearables-API-Key',
        hasTenants: false,
        answersHead: false,
      },
    ],
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
      samples: {
        first: 'sk_us_sandbox_key',
        second: 'sk_us_second_key',
        editions: 'sk_us_editions_key',
        revoked: 'sk_us_revoked_key',
      },
    },
    list: { operationId: 'listJunctionProviders', itemsAt: '/providers', identity: ['slug'] },
    editions: [],
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
        editions: 'mielto_editions_token',
        revoked: 'mielto_revoked_token',
      },
    },
    list: { operationId: 'listMieltoConnections', itemsAt: '/connections', identity: ['id'] },
    editions: [],
  },
] as const satisfies readonly VendorEntry[];

/** A vendor's name. */
export type Vendor = (typeof vendors)[number]['vendor'];

/** The edition of each API; an API that is left out has the contract of its vendor's page. */
export type EditionChoice = Readonly<Partial<Record<Vendor, string>>>;

export const vendorNames: readonly Vendor[] = vendors.map(({ vendor }) => vendor);

/**
 * Returns the entry of a vendor, with the title and the key header of the edition if one is given. Throws if there is no
 * such vendor or edition, which only an untyped caller can cause.
 */
export function vendorEntry(vendor: Vendor, edition?: string): VendorEntry & { readonly vendor: Vendor } {
  const entry = vendors.find((listed) => listed.vendor === vendor);
  if (entry === undefined) throw new Error(`Unknown vendor ${vendor}. Add it to spec/vendors.ts.`);
  if (edition === undefined) return entry;
  const { title, header } = editionEntry(vendor, edition);
  return { ...entry, title, key: { ...entry.key, header, otherHeaders: [] } };
}

/** Returns the names of a vendor's editions. The contract of its page is not one of them. */
export function editionsOf(vendor: Vendor): readonly string[] {
  return vendorEntry(vendor).editions.map(({ edition }) => edition);
}

/** Returns the entry of an edition. Throws if the vendor does not have it. */
export function editionEntry(vendor: Vendor, edition: string): EditionEntry {
  const entry = vendorEntry(vendor).editions.find((listed) => listed.edition === edition);
  if (entry === undefined)
    throw new Error(`${vendor} has no edition ${edition}. Add it to spec/vendors.ts, or fix the name.`);
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
