import { isDeepStrictEqual } from 'node:util';
import type { Provenance } from '../../../contract/openapi-document.ts';
import { answerText } from '../../session/answer-text.ts';
import type { Violation } from '../../session/check-result.ts';
import { successBody } from '../../session/listing.ts';
import type { Probe } from '../../session/probe.ts';
import type { Session } from '../../session/session.ts';

/** What is wrong if a probe gets another body than the reference probe; null if both bodies are the same. */
export async function sameAnswerViolation(
  session: Session,
  probe: Probe,
  reference: Probe,
  rule: string,
  provenance: Provenance,
): Promise<Violation | null> {
  const usual = await session.askOnce(reference);
  const exchange = await session.askOnce(probe);
  const [expected, body] = [successBody(session, usual, reference), successBody(session, exchange, probe)];
  if (expected === undefined && body === undefined && exchange.result.status === usual.result.status)
    return null;
  if (expected !== undefined && body !== undefined && isDeepStrictEqual(body, expected)) return null;
  return {
    at: '',
    expected: `the same answer as ${session.curl(reference)}`,
    actual: `${answerText(session, exchange)}${body === undefined ? '' : ' with a different body'}`,
    rule,
    provenance,
    probe,
  };
}
