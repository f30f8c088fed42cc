import type { Vendor } from '../../spec/vendors.ts';
import type { Conclusion } from './conclusion.ts';
import type { Outcome } from './outcome.ts';

/** All that is told of a run once it is over. */
export interface RunReport {
  /** The base URL, without what stood before an `@` in it. */
  readonly target: string;
  readonly vendors: readonly Vendor[];
  readonly seed: number;
  readonly strict: boolean;
  /** True where a warning is enough for the run to fail. */
  readonly failOnWarning: boolean;
  readonly startedAt: Date;
  readonly milliseconds: number;
  readonly requests: number;
  readonly outcomes: readonly Outcome[];
  readonly conclusion: Conclusion;
}
