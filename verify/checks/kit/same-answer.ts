import { isDeepStrictEqual } from 'node:util';
import type { Provenance } from '../../../contract/openapi-document.ts';
import { answerText } from '../../session/answer-text.ts';
import type { Violation } from '../../session/check-result.ts';
import { givenBody } from '../../session/listing.ts';
import type { Probe } from '../../session/probe.ts';
import type { Session } from '../../session/session.ts';

/** What is wrong where a probe is not answered with the same body as another one; null where it is. */
export async function sameAnswerViolation(
  session: Session,
  probe: Probe,
  like: Probe,
  rule: string,
  provenance: Provenance,
): Promise<Violation | null> {
  const usual = await session.recall(like);
  const exchange = await session.recall(probe);
  const [expected, body] = [givenBody(session, usual, like), givenBody(session, exchange, probe)];
  if (expected === undefined && body === undefined && exchange.result.status === usual.result.status)
    return null;
  if (expected !== undefined && body !== undefined && isDeepStrictEqual(body, expected)) return null;
  return {
    at: '',
    expected: `the same answer as ${session.curl(like)}`,
    actual: `${answerText(session, exchange)}, which ${body === undefined ? 'is none' : 'differs'}`,
    rule,
    provenance,
    probe,
  };
}
