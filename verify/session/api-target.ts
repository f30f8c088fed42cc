import type { Vendor } from '../../spec/vendors.ts';

/** What the lists of a user must contain. Fields that are left out are not checked. */
export interface Expectation {
  readonly count?: number;
  /** The providers or integrations, exactly these, in any order. */
  readonly slugs?: readonly string[];
  /** How many connections have each status, exactly these, such as `{ active: 2 }`. */
  readonly states?: Readonly<Record<string, number>>;
}

/** A user whose connections the target lists. */
export interface KnownUser {
  readonly id: string;
  readonly expect?: Expectation;
}

/** One API to verify, with facts about its data. Checks that need a missing field are skipped. */
export interface ApiTarget {
  readonly vendor: Vendor;
  /** The edition that the target is checked against; by default the contract of the vendor's page. */
  readonly edition?: string;
  readonly key: string;
  /** The header in which the target takes the key, if it is not that of the contract. */
  readonly keyHeader?: string;
  /** Users with connections. Most requests are about the first. */
  readonly users: readonly KnownUser[];
  /** A user that exists and has no connections. */
  readonly emptyUser?: string;
  /** A user that does not exist; by default a generated UUID. */
  readonly unknownUser?: string;
  /**
   * By the name of another path parameter than the user's, such as `connection_id`, its values in this tenant; by default
   * they are read from the answers of other operations.
   */
  readonly parameters?: Readonly<Record<string, readonly string[]>>;
  /** A revoked key. */
  readonly revokedKey?: string;
  /** A key of the same tenant for another API; by default the key of another target of the run. */
  readonly otherApiKey?: string;
  /** The workspace of the key, if the API has workspaces. */
  readonly workspace?: string;
  /** A user with connections that exists only in this tenant. */
  readonly exclusiveUser?: string;
  /** The second tenant: its key, a user that exists only there, and its workspace. */
  readonly secondKey?: string;
  readonly secondUser?: string;
  readonly secondWorkspace?: string;
}
