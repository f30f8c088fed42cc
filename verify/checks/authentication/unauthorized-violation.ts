import type { DocumentedResponse } from '../../../contract/operation.ts';
import { answerText } from '../../session/answer-text.ts';
import type { Violation } from '../../session/check-result.ts';
import type { Probe } from '../../session/probe.ts';
import type { Session } from '../../session/session.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { projectRule } from '../kit/project-rule.ts';

/** What is wrong with the answer to a request without a valid key; null if the answer is 401. */
export function unauthorizedViolation(
  session: Session,
  refusal: DocumentedResponse,
  exchange: Exchange,
  probe: Probe,
): Violation | null {
  const { result } = exchange;
  const status = result.status ?? 0;
  if (result.kind === 'answer' && status === 401) return null;
  const hasAccess = status >= 200 && status < 300;
  return {
    at: '/status',
    expected: '401',
    actual: answerText(session, exchange),
    rule: refusal.rule,
    provenance: hasAccess ? projectRule.provenance : refusal.provenance,
    // A server error is a failure for any provenance.
    ...(hasAccess || status === 500 ? { fails: projectRule.fails } : {}),
    probe,
  };
}
