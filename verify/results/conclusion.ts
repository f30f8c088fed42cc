import type { Vendor } from '../../spec/vendors.ts';
import { apiTitle } from './api-title.ts';
import { causesOf } from './causes-of.ts';
import type { Outcome } from './outcome.ts';

/** The result of a run. */
export interface Conclusion {
  /** 0: the target conforms. 1: it does not, or was not checked. 2: it was not reached, or the verifier failed. */
  readonly exitCode: 0 | 1 | 2;
  /** The reason, as one sentence. */
  readonly reason: string;
}

/** Why a run stopped early: it reached its request limit, or the target stopped responding in time. */
export type StopReason = 'request-limit' | 'timeouts';

export interface ConcludeOptions {
  readonly outcomes: readonly Outcome[];
  /** How many items each API returned. */
  readonly items: ReadonlyMap<Vendor, number>;
  /** Why the run stopped before its last check; null if it did not. */
  readonly stopReason: StopReason | null;
  readonly failOnWarning: boolean;
  readonly allowInconclusive: boolean;
}

/** Summarises a run. Network errors and internal errors take precedence over violations of the contract. */
export function conclude(options: ConcludeOptions): Conclusion {
  const { outcomes, items, stopReason, failOnWarning, allowInconclusive } = options;
  const count = (status: Outcome['status']) => outcomes.filter((outcome) => outcome.status === status).length;
  const [errors, failures, warnings, passes, inconclusive] = [
    count('error'),
    count('failed'),
    count('warning'),
    count('passed'),
    count('inconclusive'),
  ];
  if (errors > 0) return { exitCode: 2, reason: `${checks(errors)} could not be run.` };
  const causes = causesOf(outcomes);
  // Below, a user without items has its own sentence, and can be allowed.
  const failing = causes.filter(({ kind }) => kind !== 'no-items');
  const unexplained = outcomes.filter(
    ({ status, isExplained }) => status === 'failed' && isExplained !== true,
  );
  if (failing.length > 0) {
    const more = unexplained.length === 0 ? '' : ` ${checks(unexplained.length)} failed for another reason.`;
    return { exitCode: 1, reason: failing.map(({ title }) => title).join(' ') + more };
  }
  if (failures > 0) return { exitCode: 1, reason: `${checks(failures)} failed.` };
  if (warnings > 0 && failOnWarning)
    return { exitCode: 1, reason: `${checks(warnings)} reported a warning.` };
  if (stopReason === 'timeouts') {
    return {
      exitCode: 1,
      reason: 'The target stopped responding in time. Check the target, or raise --timeout.',
    };
  }
  if (!allowInconclusive) {
    const empty = [...items].filter(([, number]) => number === 0).map(([vendor]) => vendor);
    if (empty.length > 0) {
      const titles = empty.map((vendor) => {
        const own = outcomes.find(({ check }) => check.vendor === vendor);
        return apiTitle(own?.check ?? { vendor });
      });
      return {
        exitCode: 1,
        reason: `${titles.join(' and ')} returned no items, so nothing could be checked. Check the key, name a user with data, or use --allow-inconclusive.`,
      };
    }
    if (stopReason === 'request-limit') {
      return {
        exitCode: 1,
        reason: 'The run reached its request limit. Raise --max-requests, or use --allow-inconclusive.',
      };
    }
    if (passes + warnings === 0) {
      return {
        exitCode: 1,
        reason: 'No check was conclusive. Provide what the checks need, or use --allow-inconclusive.',
      };
    }
  }
  const result =
    stopReason === null && inconclusive === 0
      ? 'The target conforms to the contract'
      : 'No violation of the contract was found';
  const warned = warnings === 0 ? '' : `; ${checks(warnings)} reported a warning`;
  const open =
    stopReason !== null
      ? '; the run reached its request limit'
      : inconclusive > 0
        ? `; ${checks(inconclusive)} ${inconclusive === 1 ? 'was' : 'were'} inconclusive`
        : '';
  return { exitCode: 0, reason: `${result}${warned}${open}.` };
}

function checks(count: number): string {
  return `${count} ${count === 1 ? 'check' : 'checks'}`;
}
