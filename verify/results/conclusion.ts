import { type Vendor, vendorEntry } from '../../spec/vendors.ts';
import type { Outcome } from './outcome.ts';

/** What a run comes to. */
export interface Conclusion {
  /** 0 conforms; 1 does not, or could not be checked; 2 the target could not be asked, or the verifier failed. */
  readonly exitCode: 0 | 1 | 2;
  /** Why, in one sentence. */
  readonly reason: string;
}

/** The limit of requests was reached, or the target no longer answered in time. */
export type CutShort = 'limit' | 'silence';

export interface ConcludeOptions {
  readonly outcomes: readonly Outcome[];
  /** How many items of each API were there to judge. */
  readonly items: ReadonlyMap<Vendor, number>;
  /** What ended the run before its last check. */
  readonly cutShort: CutShort | null;
  readonly failOnWarning: boolean;
  readonly allowInconclusive: boolean;
}

/** Sums a run up. A fault of the target's network or of our own is told before a broken contract. */
export function conclude(options: ConcludeOptions): Conclusion {
  const { outcomes, items, cutShort, failOnWarning, allowInconclusive } = options;
  const count = (status: Outcome['status']) => outcomes.filter((outcome) => outcome.status === status).length;
  const [errors, failures, warnings, passes, inconclusive] = [
    count('error'),
    count('failed'),
    count('warning'),
    count('passed'),
    count('inconclusive'),
  ];
  if (errors > 0) return { exitCode: 2, reason: `${checks(errors)} could not be carried out.` };
  if (failures > 0) return { exitCode: 1, reason: `${checks(failures)} failed.` };
  if (warnings > 0 && failOnWarning) return { exitCode: 1, reason: `${checks(warnings)} gave a warning.` };
  if (cutShort === 'silence') {
    return {
      exitCode: 1,
      reason: 'The target stopped answering in time. Look why, or raise --timeout.',
    };
  }
  if (!allowInconclusive) {
    const bare = [...items].filter(([, number]) => number === 0).map(([vendor]) => vendor);
    if (bare.length > 0) {
      return {
        exitCode: 1,
        reason: `Not one item of ${bare.map((vendor) => vendorEntry(vendor).title).join(' and ')} was there to judge. Check the key, give a user with data, or --allow-inconclusive.`,
      };
    }
    if (cutShort === 'limit') {
      return {
        exitCode: 1,
        reason:
          'The limit of requests ended the run early. Raise --max-requests, or give --allow-inconclusive.',
      };
    }
    if (passes + warnings === 0) {
      return {
        exitCode: 1,
        reason: 'Not one check could judge. Give what they need, or --allow-inconclusive.',
      };
    }
  }
  const kept =
    cutShort === null && inconclusive === 0
      ? 'The contract is kept'
      : 'Nothing that breaks the contract was seen';
  const warned = warnings === 0 ? '' : `, with ${checks(warnings)} to warn of`;
  const open =
    cutShort !== null
      ? '; the limit of requests ended the run early'
      : inconclusive > 0
        ? `; ${checks(inconclusive)} could not judge`
        : '';
  return { exitCode: 0, reason: `${kept}${warned}${open}.` };
}

function checks(count: number): string {
  return `${count} ${count === 1 ? 'check' : 'checks'}`;
}
