import { listingOf, successBody } from '../../session/listing.ts';
import type { Session } from '../../session/session.ts';
import { flagFor, readsUser, subjectNoun } from '../../session/subject.ts';

/**
 * What must be seen before a pass is conclusive: that the user's list can be read, or that it has items. A target that
 * returns the same answer to every request passes many checks by chance. An operation that does not list must succeed.
 */
export type Baseline = 'list' | 'items' | null;

/** Why a pass is not conclusive; null if it is, or if no user was given. */
export async function missingBaseline(session: Session, baseline: Baseline): Promise<string | null> {
  if (baseline === null || session.options.target.users.length === 0) return null;
  const { rules } = session.options;
  let isRead = false;
  // The list of one user may be broken and the next one readable. Usually the first is enough.
  for (const { id } of session.options.target.users) {
    const probe = { user: id };
    const exchange = await session.askOnce(probe);
    if (successBody(session, exchange, probe) === undefined) continue;
    if (baseline === 'list' || rules === null) return null;
    if ((listingOf(session, exchange, probe)?.items.length ?? 0) > 0) return null;
    isRead = true;
  }
  if (isRead)
    return "the user's own list is empty, so the target may answer every request in the same way; name a user with connections (--user)";
  const { operation } = session.options;
  const alike = 'so the target may answer every request in the same way';
  if (rules === null && !readsUser(operation))
    return `the ${subjectNoun(operation)} cannot be read, ${alike}; name one of this server (${flagFor(operation)})`;
  const own = rules === null ? 'answer' : 'list';
  return `the user's own ${own} cannot be read, ${alike}; name a user of this server (--user)`;
}
