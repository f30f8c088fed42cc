import { givenBody, listingOf } from '../../session/listing.ts';
import type { Session } from '../../session/session.ts';

/**
 * What has to be seen before a pass says anything: that the user's list is answered at all, or that it has items. A
 * target that answers everybody alike keeps many rules by chance. An operation that does not list has to be answered.
 */
export type Baseline = 'list' | 'items' | null;

/** Why nothing can be told from a pass; null where it can, or where no user was given to tell by. */
export async function missingBaseline(session: Session, baseline: Baseline): Promise<string | null> {
  if (baseline === null || session.options.target.users.length === 0) return null;
  const { rules } = session.options;
  let isRead = false;
  // One user's list may be broken and the next one's not; most often the first is enough.
  for (const { id } of session.options.target.users) {
    const probe = { user: id };
    const exchange = await session.recall(probe);
    if (givenBody(session, exchange, probe) === undefined) continue;
    if (baseline === 'list' || rules === null) return null;
    if ((listingOf(session, exchange, probe)?.items.length ?? 0) > 0) return null;
    isRead = true;
  }
  const own = rules === null ? 'answer' : 'list';
  return isRead
    ? "the user's own list is empty, and everything may be answered alike"
    : `the user's own ${own} cannot be read, and everything may be answered alike`;
}
