import type { Vendor } from '../../spec/vendors.ts';

/** What the lists of a user have to hold. What is left out is not checked. */
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

/** One API to verify, with what is known of its data. Checks that need what is not given are skipped. */
export interface ApiTarget {
  readonly vendor: Vendor;
  readonly key: string;
  /** Users with data; the first is asked for most. */
  readonly users: readonly KnownUser[];
  /** A user who exists and has connected nothing. */
  readonly emptyUser?: string;
  /** A user who does not exist; by default a UUID of the run's own. */
  readonly unknownUser?: string;
  /** A key that was valid once. */
  readonly revokedKey?: string;
  /** A key of the same tenant for another API; by default that of another target. */
  readonly otherApiKey?: string;
  /** The workspace of the key, where the API knows workspaces. */
  readonly workspace?: string;
  /** A user with data who exists in this tenant and not in the second one. */
  readonly exclusiveUser?: string;
  /** Another tenant: its key, one of its users who exists nowhere else, its workspace. */
  readonly secondKey?: string;
  readonly secondUser?: string;
  readonly secondWorkspace?: string;
}
