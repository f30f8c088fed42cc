import { missingBaseline } from '../checks/kit/baseline.ts';
import type { Check } from '../checks/kit/check.ts';
import { isSameRefusal } from '../checks/kit/same-refusal.ts';
import type { StopReason } from '../results/conclusion.ts';
import type { CheckDescription, CheckStatus, Outcome } from '../results/outcome.ts';
import type { CheckResult } from '../session/check-result.ts';
import { noCredential } from '../session/credential.ts';
import { successBody } from '../session/listing.ts';
import type { Session } from '../session/session.ts';
import type { RateLimiter } from '../wire/rate-limiter.ts';
import { StopError } from '../wire/stop-error.ts';
import { UnreachableError } from '../wire/unreachable-error.ts';
import { findingsOf } from './findings-of.ts';
import { missing } from './needs.ts';

export interface RunChecksOptions {
  readonly session: Session;
  readonly checks: readonly Check[];
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
  const { session, checks, rateLimiter, strict, onStart, onStop } = options;
  let lost: string | null = null;
  let ended = await firstContact(options).catch((error: unknown) => {
    if (!options.wasReached || !(error instanceof UnreachableError)) throw error;
    lost = error.message;
    return lost;
  });
  const keyIsRefused = ended === null && (await isKeyRefused(session));
  if (ended === null && (await hasKeyInHeaders(session))) options.onKeyInHeaders();
  for (const check of checks) {
    const { run, observe, needs, intrusive, baseline, ...description } = check;
    onStart?.(description);
    const [startedAt, sentBefore] = [performance.now(), rateLimiter.sent];
    const status = await runCheck(check);
    yield {
      ...status,
      check: description,
      requests: rateLimiter.sent - sentBefore,
      milliseconds: Math.round(performance.now() - startedAt),
    };
  }

  async function runCheck(check: Check): Promise<CheckStatus> {
    const needs = check.needs.flatMap((need) => missing(need, session.options) ?? []);
    if (needs.length > 0) return { status: 'skipped', reason: `needs ${needs.join(' and ')}` };
    if (check.intrusive && session.options.remote) {
      return { status: 'skipped', reason: 'not run against remote targets by default (--intrusive)' };
    }
    if (lost !== null) {
      const reason = session.options.redactor.redact(lost);
      lost = null;
      return { status: 'error', reason };
    }
    if (ended !== null) return statusWithoutRun(check, ended);
    try {
      const result = await check.run(session);
      if (keyIsRefused && check.baseline !== null && hasOnlyRefusals(result))
        return { status: 'inconclusive', reason: 'the target refuses the key, so every response is a 401' };
      const passes = 'violations' in result && result.violations.length === 0;
      const inconclusive = passes ? await missingBaseline(session, check.baseline) : null;
      return statusOf(inconclusive === null ? result : { inconclusive });
    } catch (error) {
      if (session.options.signal?.aborted === true) throw error;
      if (error instanceof StopError) {
        onStop(error.reason);
        ended = error.message;
        return statusWithoutRun(check, ended, 'inconclusive');
      }
      if (error instanceof UnreachableError) {
        ended = error.message;
        return { status: 'error', reason: session.options.redactor.redact(ended) };
      }
      const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
      return {
        status: 'error',
        reason: `internal error; please report it: ${session.options.redactor.redact(reason)}`,
      };
    }
  }

  /** The status of a check after the run has stopped: observing checks use what they have seen, others do not run. */
  function statusWithoutRun(
    check: Check,
    reason: string,
    status: 'skipped' | 'inconclusive' = 'skipped',
  ): CheckStatus {
    const observed = check.observe === undefined ? null : session.options.observed(check.id);
    if (observed !== null && 'violations' in observed) return statusOf(observed);
    return { status, reason: `not checked: ${reason}` };
  }

  function statusOf(result: CheckResult): CheckStatus {
    if ('inconclusive' in result) return { status: 'inconclusive', reason: result.inconclusive };
    if (result.checked === 0) return { status: 'inconclusive', reason: 'there was nothing to check' };
    const findings = findingsOf(session, result.violations, strict);
    if (findings.length === 0) return { status: 'passed' };
    return {
      status: findings.some(({ severity }) => severity === 'failure') ? 'failed' : 'warning',
      findings,
    };
  }
}

/**
 * Sends the first request. Returns null if the target responds, otherwise the reason to stop. If this request fails but
 * a request without a key gets a response, the target is reachable and only its list is broken.
 */
async function firstContact({ session, onStop }: RunChecksOptions): Promise<string | null> {
  try {
    const { result } = await session.askOnce({});
    if (result.kind === 'answer') return null;
    if (result.fault === 'closed' || result.fault === 'not-http' || result.fault === 'timeout') {
      const control = await session.askOnce({ credential: noCredential });
      if (control.result.kind === 'broken') throw new UnreachableError(notReached(session, result.fault));
    }
    return 'the first list could not be read completely.';
  } catch (error) {
    if (!(error instanceof StopError)) throw error;
    onStop(error.reason);
    return error.message;
  }
}

/** Whether the first user's list is a 401, as for a key that is not valid here. */
async function isKeyRefused(session: Session): Promise<boolean> {
  return session.options.target.users.length > 0 && (await session.askOnce({})).result.status === 401;
}

/** Whether the first user's list is the same without the key, while the user's own headers are sent. */
async function hasKeyInHeaders(session: Session): Promise<boolean> {
  const { headers, target } = session.options;
  if (Object.keys(headers).length === 0 || target.users.length === 0) return false;
  const probe = { credential: noCredential };
  try {
    const own = await session.askOnce({});
    if (successBody(session, own, {}) === undefined) return false;
    return await isSameRefusal(
      session,
      { probe: {}, exchange: own },
      { probe, exchange: await session.askOnce(probe) },
    );
  } catch (error) {
    // The next check meets the same problem, and reports it.
    if (error instanceof StopError || error instanceof UnreachableError) return false;
    throw error;
  }
}

/** Whether all violations are 401 responses, which come from the refused key and not from the rule. */
function hasOnlyRefusals(result: CheckResult): boolean {
  if ('inconclusive' in result || result.violations.length === 0) return false;
  return result.violations.every(({ actual }) => actual === '401');
}

function notReached({ options }: Session, fault: 'closed' | 'not-http' | 'timeout'): string {
  const { origin } = options.baseUrl;
  switch (fault) {
    case 'timeout':
      return `Cannot verify ${origin}: it accepts connections but does not respond in time. Raise --timeout, or check the server.`;
    case 'closed':
      return `Cannot verify ${origin}: it closes the connection without a response. Check --base-url: http or https?`;
    case 'not-http':
      return `Cannot verify ${origin}: the server does not speak HTTP. Check --base-url.`;
    default:
      return fault satisfies never;
  }
}
