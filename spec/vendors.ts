import type { EditionEntry, VendorEntry } from './vendor-entry.ts';

export type { EditionEntry, SampleKeys, VendorEntry, VendorKey, VendorList } from './vendor-entry.ts';

/** A JSON Web Token without a signature, for `{"sub":"developer"}`. What follows is the secret. */
const developerPrefix = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJkZXZlbG9wZXIifQ.ow_';

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
    developerToken: {
      prefix: developerPrefix,
      samples: {
        first: `${developerPrefix}sandbox_developer`,
        second: `${developerPrefix}second_developer`,
        editions: `${developerPrefix}editions_developer`,
        revoked: `${developerPrefix}revoked_developer`,
      },
    },
    linkToken: null,
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
    developerToken: null,
    linkToken: { header: 'x-vital-link-token', prefix: 'link_us_' },
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
    developerToken: null,
    linkToken: null,
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
