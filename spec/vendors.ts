/** A vendor's name, as it stands in file names, on the command line and in the sandbox API. */
export type Vendor = 'open-wearables' | 'junction' | 'mielto';

/** What every room needs to know of a vendor before it opens that vendor's document. */
export interface VendorEntry {
  readonly vendor: Vendor;
  /** The vendor's name as the vendor writes it. */
  readonly title: string;
  /** File name of the contract, beside this one. */
  readonly document: string;
  /** The path template of the vendor's one operation. */
  readonly path: string;
  /** The header that carries a key, as a line for `curl -H`. */
  readonly keyHeader: (key: string) => string;
}

/** The one list of vendors. Everything that exists once a vendor is found from here. */
export const vendors = [
  {
    vendor: 'open-wearables',
    title: 'Open Wearables',
    document: 'open-wearables.yaml',
    path: '/api/v1/users/{user_id}/connections',
    keyHeader: (key) => `X-API-Key: ${key}`,
  },
  {
    vendor: 'junction',
    title: 'Junction',
    document: 'junction.yaml',
    path: '/v2/user/providers/{user_id}',
    keyHeader: (key) => `x-vital-api-key: ${key}`,
  },
  {
    vendor: 'mielto',
    title: 'Mielto',
    document: 'mielto.yaml',
    path: '/api/v1/connections/users/{user_id}',
    keyHeader: (key) => `Authorization: Bearer ${key}`,
  },
] as const satisfies readonly VendorEntry[];
