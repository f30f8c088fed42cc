import { isDeepStrictEqual } from 'node:util';
import type { Provenance } from '../../../contract/openapi-document.ts';
import { answerText } from '../../session/answer-text.ts';
import type { Violation } from '../../session/judgement.ts';
import { recallListing } from '../../session/listing.ts';
import type { Probe } from '../../session/probe.ts';
import type { Session } from '../../session/session.ts';

/** What is wrong where a probe is not answered with the same body as another one; null where it is. */
export async function sameListViolation(
  session: Session,
  probe: Probe,
  like: Probe,
  place: string,
  provenance: Provenance,
): Promise<Violation | null> {
  const expected = await recallListing(session, like);
  const exchange = await session.recall(probe);
  const listing = await recallListing(session, probe);
  if (
    expected === null &&
    listing === null &&
    exchange.result.status === (await session.recall(like)).result.status
  ) {
    return null;
  }
  if (expected !== null && listing !== null && isDeepStrictEqual(listing.body, expected.body)) return null;
  return {
    pointer: '',
    expected: `the same answer as ${session.curl(like)}`,
    actual: `${answerText(session, exchange)}, which ${listing === null ? 'is none' : 'differs'}`,
    place,
    provenance,
    probe,
  };
}
