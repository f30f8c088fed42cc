import { missingBaseline } from '../checks/kit/baseline.ts';
import type { Check } from '../checks/kit/check.ts';
import type { StopReason } from '../results/conclusion.ts';
import type { CheckDescription, CheckStatus, Outcome } from '../results/outcome.ts';
import type { CheckResult } from '../session/check-result.ts';
import type { Session } from '../session/session.ts';
import type { RateLimiter } from '../wire/rate-limiter.ts';
import { StopError } from '../wire/stop-error.ts';
import { UnreachableError } from '../wire/unreachable-error.ts';
import { findCause } from './find-cause.ts';
import { firstContact } from './first-contact.ts';
import { hasKeyInHeaders } from './has-key-in-headers.ts';
import { missing } from './needs.ts';
import type { ObservedResults } from './observed-results.ts';
import { statusOf } from './status-of.ts';

export interface RunChecksOptions {
  readonly session: Session;
  readonly checks: readonly Check[];
  readonly observedResults: ObservedResults;
  readonly rateLimiter: RateLimiter;
  readonly strict: boolean;
  /** Called with each check before it runs. */
  readonly onStart?: ((check: CheckDescription) => void) | undefined;
  /** True if the target has responded before. If it no longer does, the first check reports that as its error. */
  readonly wasReached: boolean;
  /** Called if the answer without a key is the same as with it, so that a header of the user may carry a key. */
  readonly onKeyInHeaders: () => void;
  /** Called once if the run stops before its last check. */
  readonly onStop: (by: StopReason) => void;
}

/**
 * Runs the checks of one API one after the other and yields their outcomes. Throws an `UnreachableError` if the first
 * request does not reach an HTTP server.
 */
export async function* runChecks(options: RunChecksOptions): AsyncGenerator<Outcome> {
  const { session, checks, observedResults, rateLimiter, strict, onStart, onStop } = options;
  let lost: string | null = null;
  let ended = await firstContact(session, onStop).catch((error: unknown) => {
    if (!options.wasReached || !(error instanceof UnreachableError)) throw error;
    lost = error.message;
    return lost;
  });
  const found = ended === null ? await causeUnlessStopped() : null;
  if (ended === null && (await hasKeyInHeaders(session))) options.onKeyInHeaders();
  for (const check of checks) {
    const { run, observe, needs, intrusive, baseline, ownsResponse, holdsForEveryResponse, ...description } =
      check;
    onStart?.(description);
    const [startedAt, sentBefore] = [performance.now(), rateLimiter.sent];
    const { status, isExplained } = await runCheck(check);
    if (status.status !== 'failed') observedResults.end(check.id, { warns: status.status === 'warning' });
    yield {
      ...status,
      ...(found === null ? {} : { cause: found.cause }),
      ...(found !== null && isExplained ? { isExplained } : {}),
      check: description,
      requests: rateLimiter.sent - sentBefore,
      milliseconds: Math.round(performance.now() - startedAt),
    };
  }

  /** The cause for everything. The checks find out for themselves if no more requests can be sent. */
  async function causeUnlessStopped() {
    try {
      return await findCause(session);
    } catch (error) {
      if (error instanceof StopError || error instanceof UnreachableError) return null;
      throw error;
    }
  }

  async function runCheck(check: Check): Promise<CheckEnd> {
    const needs = check.needs.flatMap((need) => missing(need, session.options) ?? []);
    if (needs.length > 0) return skipped(`needs ${needs.join(' and ')}`);
    if (check.intrusive && session.options.remote)
      return skipped('not run against remote targets by default (--intrusive)');
    if (lost !== null) {
      const reason = session.options.redactor.redact(lost);
      lost = null;
      return failedToRun(reason);
    }
    if (ended !== null) return statusWithoutRun(check, ended);
    try {
      const result = await check.run(session);
      const passes = 'violations' in result && result.violations.length === 0;
      const inconclusive = passes ? await missingBaseline(session, check.baseline) : null;
      return endOf(check, inconclusive === null ? result : { inconclusive });
    } catch (error) {
      if (session.options.signal?.aborted === true) throw error;
      if (error instanceof StopError) {
        onStop(error.reason);
        ended = error.message;
        return statusWithoutRun(check, ended, 'inconclusive');
      }
      if (error instanceof UnreachableError) {
        ended = error.message;
        return failedToRun(session.options.redactor.redact(ended));
      }
      const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
      return failedToRun(`internal error; please report it: ${session.options.redactor.redact(reason)}`);
    }
  }

  /** The status of a check after the run has stopped: observing checks use what they have seen, others do not run. */
  function statusWithoutRun(
    check: Check,
    reason: string,
    status: 'skipped' | 'inconclusive' = 'skipped',
  ): CheckEnd {
    const observed = check.observe === undefined ? null : session.options.observed(check.id);
    if (observed !== null && 'violations' in observed) return endOf(check, observed);
    return { status: { status, reason: `not checked: ${reason}` }, isExplained: true };
  }

  function endOf(check: Check, result: CheckResult): CheckEnd {
    return statusOf({ session, check, result, observedResults, found, strict });
  }
}

/** The status of a check, and whether the cause explains it if there is one. */
interface CheckEnd {
  readonly status: CheckStatus;
  readonly isExplained: boolean;
}

function skipped(reason: string): CheckEnd {
  return { status: { status: 'skipped', reason }, isExplained: true };
}

function failedToRun(reason: string): CheckEnd {
  return { status: { status: 'error', reason }, isExplained: false };
}
