import type { Effort } from '../measure/effort.ts';
import type { RowName } from './row-targets.ts';

export interface MeasureOptions {
  readonly rows: ReadonlySet<RowName>;
  readonly effort: Effort;
  /** The response body of bare Express. */
  readonly body: string;
  /** The folder for data. The caller deletes it. */
  readonly folder: string;
  /** The folder of the measured package, with its `dist`. */
  readonly packageFolder: string;
  /** Stops the run between two measurements. */
  readonly signal: AbortSignal;
}
