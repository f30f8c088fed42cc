/** The facts about a vendor that are not in its contract, `spec/<vendor>.yaml`. */
export interface VendorEntry {
  /** The vendor's name in file names, on the command line and in the sandbox API. */
  readonly vendor: string;
  /** The vendor's name in the vendor's own spelling. */
  readonly title: string;
  /** The framework of the vendor's server. It decides how a query is read: FastAPI has its own rules. */
  readonly framework: 'fastapi' | 'other';
  readonly key: VendorKey;
  /**
   * Bearer tokens of developers, which some operations need in place of a key, in the form of a JSON Web Token; null if
   * the vendor has none.
   */
  readonly developerToken: { readonly prefix: string; readonly samples: SampleKeys } | null;
  /** The header of the token of one user's link, and the prefix of each new one; null if there is none. */
  readonly linkToken: { readonly header: string; readonly prefix: string } | null;
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
  readonly samples: SampleKeys;
}

/** Public keys: of the default workspace, of the second one, of the one with editions, and a revoked one. */
export interface SampleKeys {
  readonly first: string;
  readonly second: string;
  readonly editions: string;
  readonly revoked: string;
}

/** The operation of the vendor's reference page. It lists the connections of a user. */
export interface VendorList {
  readonly operationId: string;
  /** JSON pointer to the array in the body; empty if the body is the array. */
  readonly itemsAt: '' | `/${string}`;
  /** The fields that together identify an item within its list. */
  readonly identity: readonly string[];
}
