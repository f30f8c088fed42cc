import type { Effort } from '../measure/effort.ts';
import type { RowName } from './row-targets.ts';

export interface MeasureOptions {
  readonly rows: ReadonlySet<RowName>;
  readonly effort: Effort;
  /** What bare Express answers. */
  readonly body: string;
  /** The folder for data, which the caller removes. */
  readonly folder: string;
  /** The folder of the package that is measured, with its `dist`. */
  readonly packageFolder: string;
  /** Stops the run between two measurements. */
  readonly signal: AbortSignal;
}
