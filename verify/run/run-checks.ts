import { ExplainedError, type ExplainedKind } from '../../contract/explained-error.ts';
import { missingBaseline } from '../checks/kit/baseline.ts';
import type { Check } from '../checks/kit/check.ts';
import type { CutShort } from '../results/conclusion.ts';
import type { CheckDescription, CheckStatus, Outcome } from '../results/outcome.ts';
import type { CheckResult } from '../session/check-result.ts';
import { noCredential } from '../session/credential.ts';
import type { Session } from '../session/session.ts';
import type { Pacer } from '../wire/pacer.ts';
import { findingsOf } from './findings-of.ts';
import { missing } from './needs.ts';

export interface RunChecksOptions {
  readonly session: Session;
  readonly checks: readonly Check[];
  readonly pacer: Pacer;
  readonly strict: boolean;
  /** Is told of each check before it is run. */
  readonly onStart?: ((check: CheckDescription) => void) | undefined;
  /** True where the target has answered before: that it no longer does is told of the first check. */
  readonly wasReached: boolean;
  /** Is called once where the run ends before its last check. */
  readonly onCutShort: (by: CutShort) => void;
}

/**
 * Runs the checks of one API one after the other and yields how each ended. Throws an `ExplainedError` if the very
 * first request finds nobody who speaks HTTP.
 */
export async function* runChecks(options: RunChecksOptions): AsyncGenerator<Outcome> {
  const { session, checks, pacer, strict, onStart, onCutShort } = options;
  let lost: string | null = null;
  let ended = await firstContact(options).catch((error: unknown) => {
    const kind = kindOf(error);
    if (!options.wasReached || !(kind === 'unreachable' || kind === 'busy')) throw error;
    lost = messageOf(error);
    return lost;
  });
  const keyIsRefused = ended === null && (await isKeyRefused(session));
  for (const check of checks) {
    const { run, observe, needs, intrusive, baseline, ...description } = check;
    onStart?.(description);
    const [startedAt, sentBefore] = [performance.now(), pacer.sent];
    const status = await runCheck(check);
    yield {
      ...status,
      check: description,
      requests: pacer.sent - sentBefore,
      milliseconds: Math.round(performance.now() - startedAt),
    };
  }

  async function runCheck(check: Check): Promise<CheckStatus> {
    const lacking = check.needs.flatMap((need) => missing(need, session.options) ?? []);
    if (lacking.length > 0) return { status: 'skipped', reason: `needs ${lacking.join(' and ')}` };
    if (check.intrusive && session.options.remote) {
      return { status: 'skipped', reason: 'too much for a target that is not on this machine (--intrusive)' };
    }
    if (lost !== null) {
      const reason = session.options.confidentiality.redact(lost);
      lost = null;
      return { status: 'error', reason };
    }
    if (ended !== null) return leftOver(check, ended);
    try {
      const result = await check.run(session);
      if (keyIsRefused && check.baseline !== null && isRefusalAlone(result))
        return { status: 'inconclusive', reason: 'the key is refused, and so is everything' };
      const kept = 'violations' in result && result.violations.length === 0;
      const lacking = kept ? await missingBaseline(session, check.baseline) : null;
      return statusOf(lacking === null ? result : { inconclusive: lacking });
    } catch (error) {
      if (session.options.signal?.aborted === true) throw error;
      const kind = kindOf(error);
      switch (kind) {
        case 'limit':
        case 'silent':
          onCutShort(kind === 'limit' ? 'limit' : 'silence');
          ended = messageOf(error);
          return leftOver(check, ended, 'inconclusive');
        case 'unreachable':
        case 'busy':
          ended = messageOf(error);
          return { status: 'error', reason: session.options.confidentiality.redact(ended) };
        case 'configuration':
        case 'other':
        case null: {
          const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
          return {
            status: 'error',
            reason: `a fault of the verifier: ${session.options.confidentiality.redact(reason)}`,
          };
        }
        default:
          return kind satisfies never;
      }
    }
  }

  /** A check of what came by itself judges what there was; the others are not begun. */
  function leftOver(
    check: Check,
    reason: string,
    status: 'skipped' | 'inconclusive' = 'skipped',
  ): CheckStatus {
    const seen = check.observe === undefined ? null : session.options.observed(check.id);
    if (seen !== null && 'violations' in seen) return statusOf(seen);
    return { status, reason: `not checked: ${reason}` };
  }

  function statusOf(result: CheckResult): CheckStatus {
    if ('inconclusive' in result) return { status: 'inconclusive', reason: result.inconclusive };
    if (result.checked === 0) return { status: 'inconclusive', reason: 'there was nothing to judge' };
    const findings = findingsOf(session, result.violations, strict);
    if (findings.length === 0) return { status: 'passed' };
    return {
      status: findings.some(({ severity }) => severity === 'failure') ? 'failed' : 'warning',
      findings,
    };
  }
}

/**
 * Asks for a list. Null where the target answers; else why there is no use in asking on. A target that breaks off here
 * and answers a request without a key is there, and its list is what is broken.
 */
async function firstContact({ session, onCutShort }: RunChecksOptions): Promise<string | null> {
  try {
    const { result } = await session.recall({});
    if (result.kind === 'answer') return null;
    if (result.fault === 'closed' || result.fault === 'not-http' || result.fault === 'silent') {
      const control = await session.recall({ credential: noCredential });
      if (control.result.kind === 'broken')
        throw new ExplainedError(noHttp(session, result.fault), { kind: 'unreachable' });
    }
    return 'the first list could not be read to its end.';
  } catch (error) {
    if (kindOf(error) !== 'limit') throw error;
    onCutShort('limit');
    return messageOf(error);
  }
}

/** Null for an error that explains nothing: a fault of the verifier. */
function kindOf(error: unknown): ExplainedKind | null {
  return error instanceof ExplainedError ? error.kind : null;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Whether the first user's list is refused, as with a key that is not valid here. */
async function isKeyRefused(session: Session): Promise<boolean> {
  return session.options.target.users.length > 0 && (await session.recall({})).result.status === 401;
}

/** Whether nothing was found but the refusal of the key, in place of what was asked about. */
function isRefusalAlone(result: CheckResult): boolean {
  if ('inconclusive' in result || result.violations.length === 0) return false;
  return result.violations.every(({ actual }) => actual === '401');
}

function noHttp({ options }: Session, fault: 'closed' | 'not-http' | 'silent'): string {
  const { origin } = options.baseUrl;
  switch (fault) {
    case 'silent':
      return `Cannot verify ${origin}: it takes connections and does not answer in time. Raise --timeout, or look why.`;
    case 'closed':
      return `Cannot verify ${origin}: it closes the connection without an answer. Check --base-url: http or https?`;
    case 'not-http':
      return `Cannot verify ${origin}: what answers there does not speak HTTP. Check --base-url.`;
    default:
      return fault satisfies never;
  }
}
