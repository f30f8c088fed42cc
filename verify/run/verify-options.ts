import type { CheckDescription } from '../results/outcome.ts';
import type { ApiTarget } from '../session/api-target.ts';

/** What to verify, and how. */
export interface VerifyOptions {
  /** The base URL of the APIs. A path in it is a prefix of all paths of the contracts. */
  readonly baseUrl: string;
  readonly apis: readonly ApiTarget[];
  /**
   * Ids of the operations to verify, or `all` for every GET that only reads and takes the key; by default the operation of
   * each vendor's reference page.
   */
  readonly operations?: readonly string[] | 'all';
  /** Ids (with or without vendor and operation) or groups to run; all by default. `*` matches any characters. */
  readonly checks?: readonly string[];
  /** Ids or groups not to run. */
  readonly excludeChecks?: readonly string[];
  /** Sent with each request, in addition to the headers of the contract. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Values that reports must not contain, in addition to the keys and to long values of headers. */
  readonly secrets?: readonly string[];
  /**
   * The environment variables `HTTP_PROXY`, `HTTPS_PROXY` and `NO_PROXY` by name. By default those of the process if
   * Node.js itself uses them, with `NODE_USE_ENV_PROXY=1`.
   */
  readonly proxyEnvironment?: Readonly<Record<string, string | undefined>>;
  /** Maximum time for one response, up to its last byte, in milliseconds; 10,000 by default. */
  readonly timeoutMilliseconds?: number;
  /** Maximum number of requests per second. By default 2 for remote targets (not on loopback), otherwise unlimited. */
  readonly rateLimit?: number;
  /** Maximum number of requests of all APIs. By default 100 per operation for remote targets, otherwise unlimited. */
  readonly maxRequests?: number;
  /** How often to retry a request after a 429 or 503; 2 by default. */
  readonly retries?: number;
  /** Seed of the generated input: the same seed generates the same input; 1 by default. */
  readonly seed?: number;
  /** Violations of statements of any provenance fail, not only of those on the vendor's page. */
  readonly strict?: boolean;
  /** Removes the default limits of remote targets, hostile input included. */
  readonly intrusive?: boolean;
  /** Reports personal values without masking them. */
  readonly showValues?: boolean;
  /** The clock that decides what is in the future; real time by default. */
  readonly now?: () => Date;
  /** Called with each check before it runs. */
  readonly onStart?: (check: CheckDescription) => void;
  /** Stops the run before its next request. */
  readonly signal?: AbortSignal;
}
