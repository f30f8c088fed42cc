import type { EditionChoice, Vendor } from '../../spec/vendors.ts';
import type { Conclusion } from './conclusion.ts';
import type { OmittedOperation } from './omitted-operation.ts';
import type { Outcome } from './outcome.ts';

/** The data of a finished run. All report formats are rendered from it. */
export interface RunReport {
  /** The base URL. It contains no user name and no password. */
  readonly target: string;
  readonly vendors: readonly Vendor[];
  /** The editions that were checked. */
  readonly editions: EditionChoice;
  /** The GETs that a run of all operations has left out. */
  readonly omitted?: readonly OmittedOperation[];
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
