import type { Vendor } from '../spec/vendors.ts';
import type { CheckDescription } from './results/outcome.ts';

/** What the lists of a user have to hold. What is left out is not judged. */
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
  readonly soleUser?: string;
  /** Another tenant: its key, one of its users who exists nowhere else, its workspace. */
  readonly secondKey?: string;
  readonly secondUser?: string;
  readonly secondWorkspace?: string;
}

/** What to verify, and how. */
export interface VerifyOptions {
  /** Where the APIs are; a path in it stands before each path of the contracts. */
  readonly baseUrl: string;
  readonly apis: readonly ApiTarget[];
  /** Ids of the operations to verify; by default the operation of each vendor's reference page. */
  readonly operations?: readonly string[];
  /** Ids or groups to run, `*` for any characters; all by default. */
  readonly checks?: readonly string[];
  /** Ids or groups not to run. */
  readonly excludeChecks?: readonly string[];
  /** Sent with each request besides those of the contract. */
  readonly headers?: Readonly<Record<string, string>>;
  /** How long one answer may take, until its last byte; 10,000 by default. */
  readonly timeoutMilliseconds?: number;
  /** Requests a second at most. Without it: 2 for a target that is not on loopback, unlimited for one that is. */
  readonly rateLimit?: number;
  /** Requests at most, of all APIs together. Without it: 100 an API for a target that is not on loopback. */
  readonly maxRequests?: number;
  /** How often a 429 or 503 is asked again; 2 by default. */
  readonly retries?: number;
  /** Makes the generated input repeatable; 1 by default. */
  readonly seed?: number;
  /** Statements of any provenance fail, not those of the vendor's page alone. */
  readonly strict?: boolean;
  /** Sends all that would be sent to a target on loopback. */
  readonly intrusive?: boolean;
  /** Tells personal values as they are. */
  readonly showValues?: boolean;
  /** The clock that "the future" is judged by. */
  readonly now?: () => Date;
  /** Is told of each check before it is run. */
  readonly onStart?: (check: CheckDescription) => void;
  /** Ends the run before the next request. */
  readonly signal?: AbortSignal;
}
