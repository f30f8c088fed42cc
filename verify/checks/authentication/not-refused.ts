import type { DocumentedResponse } from '../../../contract/operation.ts';
import { answerText } from '../../session/answer-text.ts';
import type { Violation } from '../../session/check-result.ts';
import type { Probe } from '../../session/probe.ts';
import type { Session } from '../../session/session.ts';
import type { Exchange } from '../../wire/exchange.ts';

/** What is wrong with the answer to a request without a valid key; null where it is refused with 401. */
export function notRefused(
  session: Session,
  refusal: DocumentedResponse,
  exchange: Exchange,
  probe: Probe,
): Violation | null {
  const { result } = exchange;
  const status = result.status ?? 0;
  if (result.kind === 'answer' && status === 401) return null;
  const isLetIn = status >= 200 && status < 300;
  return {
    at: '/status',
    expected: '401',
    actual: answerText(session, exchange),
    rule: refusal.rule,
    provenance: refusal.provenance,
    // To be let in without a valid key is a fault whoever says so, and so is to fail over it.
    ...(isLetIn || status === 500 ? { fails: 'always' as const } : {}),
    probe,
  };
}
