import type { CheckDescription } from '../results/outcome.ts';
import type { ApiTarget } from '../session/api-target.ts';

/** What to verify, and how. */
export interface VerifyOptions {
  /** Where the APIs are; a path in it stands before each path of the contracts. */
  readonly baseUrl: string;
  readonly apis: readonly ApiTarget[];
  /** Ids of the operations to verify; by default the operation of each vendor's reference page. */
  readonly operations?: readonly string[];
  /** Ids (with or without vendor and operation) or groups to run, `*` for any characters; all by default. */
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
  /** The clock that "the future" is checked by. */
  readonly now?: () => Date;
  /** Is told of each check before it is run. */
  readonly onStart?: (check: CheckDescription) => void;
  /** Ends the run before the next request. */
  readonly signal?: AbortSignal;
}
