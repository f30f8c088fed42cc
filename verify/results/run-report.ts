import type { EditionChoice, Vendor } from '../../spec/vendors.ts';
import type { Conclusion } from './conclusion.ts';
import type { Outcome } from './outcome.ts';

/** The data of a finished run. All report formats are rendered from it. */
export interface RunReport {
  /** The base URL. It contains no user name and no password. */
  readonly target: string;
  readonly vendors: readonly Vendor[];
  /** The editions that were checked. */
  readonly editions: EditionChoice;
  readonly seed: number;
  readonly strict: boolean;
  /** True if a warning fails the run. */
  readonly failOnWarning: boolean;
  readonly startedAt: Date;
  readonly milliseconds: number;
  readonly requests: number;
  readonly outcomes: readonly Outcome[];
  readonly conclusion: Conclusion;
}
