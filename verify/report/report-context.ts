import type { Vendor } from '../../spec/vendors.ts';

/** What a report can contain in addition to the run. */
export interface ReportContext {
  /** The path of the user's configuration in their repository. Platforms show findings there. */
  readonly configFile?: string;
  /** The line of each API in that file, counted from 1. */
  readonly apiLines?: ReadonlyMap<Vendor, number>;
  readonly toolVersion?: string;
}
