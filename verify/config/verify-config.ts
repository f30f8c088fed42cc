import type { Vendor } from '../../spec/vendors.ts';
import type { KnownUser } from '../verify-options.ts';

/** What the file of `--config` may say, as `config.schema.json` has it. */
export interface VerifyConfig {
  readonly baseUrl?: string;
  readonly strict?: boolean;
  readonly intrusive?: boolean;
  readonly allowInconclusive?: boolean;
  readonly failOn?: 'warning';
  readonly checks?: readonly string[];
  readonly excludeChecks?: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
  /** Seconds. */
  readonly timeout?: number;
  readonly rateLimit?: number;
  readonly maxRequests?: number;
  readonly retries?: number;
  readonly seed?: number;
  readonly apis?: Readonly<Partial<Record<Vendor, ApiConfig>>>;
}

/** What is known of one API's data. */
export interface ApiConfig {
  readonly users?: readonly KnownUser[];
  readonly emptyUser?: string;
  readonly unknownUser?: string;
  readonly soleUser?: string;
  readonly workspace?: string;
  readonly secondTenant?: { readonly user?: string; readonly workspace?: string };
}
