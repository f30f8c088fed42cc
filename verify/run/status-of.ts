import type { Check } from '../checks/kit/check.ts';
import type { CheckStatus } from '../results/outcome.ts';
import { answerText } from '../session/answer-text.ts';
import type { CheckResult, Violation } from '../session/check-result.ts';
import type { Session } from '../session/session.ts';
import type { FoundCause } from './find-cause.ts';
import { findingsOf } from './findings-of.ts';
import type { ObservedResults } from './observed-results.ts';

export interface StatusOfOptions {
  readonly session: Session;
  readonly check: Check;
  readonly result: CheckResult;
  readonly observedResults: ObservedResults;
  readonly found: FoundCause | null;
  readonly strict: boolean;
}

/**
 * The status for the result of a check, and whether the cause explains it. A response that another check or the cause
 * reports is not reported again; then the check is inconclusive, and never passed.
 */
export function statusOf(options: StatusOfOptions): { status: CheckStatus; isExplained: boolean } {
  const { session, check, result, observedResults, found, strict } = options;
  if ('inconclusive' in result) return explained({ status: 'inconclusive', reason: result.inconclusive });
  if ('notApplicable' in result) {
    // Without the cause, the rule could apply.
    return explained(
      found === null
        ? { status: 'not-applicable', reason: result.notApplicable }
        : { status: 'inconclusive', reason: result.notApplicable },
    );
  }
  if (result.checked === 0)
    return explained({ status: 'inconclusive', reason: 'there was nothing to check' });
  if (result.violations.length === 0) return explained({ status: 'passed' });
  const own: Violation[] = [];
  let [elsewhere, isExplained]: [CheckStatus | null, boolean] = [null, true];
  for (const violation of result.violations) {
    const exchange = observedResults.exchangeOf(violation, session);
    const reportedBy = exchange === undefined ? null : observedResults.reporterOf(check, violation, exchange);
    const isOfCause = exchange !== undefined && found?.explains(exchange) === true;
    if (exchange !== undefined && reportedBy !== null) {
      const reason = `not checked: ${reportedBy} reports the ${answerText(session, exchange)}`;
      elsewhere ??= { status: 'inconclusive', reason, reportedBy };
    } else if (isOfCause && found !== null && !reportsCause(check)) {
      elsewhere ??= { status: 'inconclusive', reason: found.cause.text };
    } else own.push(violation);
    isExplained &&= isOfCause && check.holdsForEveryResponse !== true;
  }
  const findings = findingsOf({ session, check, violations: own, strict });
  if (findings.length === 0) return { status: elsewhere ?? { status: 'passed' }, isExplained };
  const isFailed = findings.some(({ severity }) => severity === 'failure');
  return { status: { status: isFailed ? 'failed' : 'warning', findings }, isExplained };
}

/** A status without a finding. If there is a cause, it explains it. */
function explained(status: CheckStatus) {
  return { status, isExplained: true };
}

/** Whether a check reports the responses of a cause, too: the status of the list, and checks of whole responses. */
function reportsCause({ id, ownsResponse, holdsForEveryResponse }: Check): boolean {
  return ownsResponse !== undefined || holdsForEveryResponse === true || id.endsWith('.shape.200.status');
}
