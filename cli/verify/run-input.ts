import type { Vendor } from '../../spec/vendors.ts';
import type { VerifyConfig, VerifyFlags } from '../../verify/config/settings.ts';

/** What the user has set for a run. */
export interface RunInput {
  readonly flags: VerifyFlags;
  readonly config: VerifyConfig;
  /** The line of each API in the configuration. */
  readonly apiLines: ReadonlyMap<Vendor, number>;
}
