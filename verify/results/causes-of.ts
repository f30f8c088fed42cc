import type { Vendor } from '../../spec/vendors.ts';
import { apiTitle } from './api-title.ts';
import type { Cause } from './cause.ts';
import type { Outcome } from './outcome.ts';

/** A cause of a run. */
export interface RunCause extends Cause {
  readonly vendor: Vendor;
  /** The API and what happens, as a sentence. */
  readonly title: string;
  /** How many checks it explains. */
  readonly explained: number;
}

/** The causes of a run. Operations of one API with the same cause share it. Empty if there is no cause for everything. */
export function causesOf(outcomes: readonly Outcome[]): readonly RunCause[] {
  const alike = Map.groupBy(outcomes, ({ check, cause }) => `${check.vendor} ${cause?.text ?? ''}`);
  return [...alike.values()].flatMap((group) => {
    const [first] = group;
    if (first?.cause === undefined) return [];
    const explained = group.filter(({ isExplained }) => isExplained === true).length;
    const { vendor } = first.check;
    const title = `${apiTitle(first.check)}: ${first.cause.text}`;
    return [{ ...first.cause, vendor, title, explained }];
  });
}
