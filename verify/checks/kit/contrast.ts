import { recallListing } from '../../session/listing.ts';
import type { Session } from '../../session/session.ts';

/**
 * What has to be seen before a pass says anything: that the user's list is answered at all, or that it has items. A
 * target that answers everybody alike keeps many rules by chance.
 */
export type Contrast = 'list' | 'items' | null;

/** Why nothing can be told from a pass; null where it can, or where no user was given to tell by. */
export async function lackingContrast(session: Session, contrast: Contrast): Promise<string | null> {
  if (contrast === null || session.options.target.users.length === 0) return null;
  let isRead = false;
  // One user's list may be broken and the next one's not; most often the first is enough.
  for (const { id } of session.options.target.users) {
    const listing = await recallListing(session, { user: id });
    if (listing === null) continue;
    if (contrast === 'list' || listing.items.length > 0) return null;
    isRead = true;
  }
  return isRead
    ? "the user's own list is empty, and everything may be answered alike"
    : "the user's own list cannot be read, and everything may be answered alike";
}
