import { recallListing } from './listing.ts';
import type { Session } from './session.ts';

/**
 * What has to be seen before a pass says anything: that the user's list is answered at all, or that it has items. A
 * target that answers everybody alike keeps many rules by chance.
 */
export type Contrast = 'list' | 'items' | null;

/** Why nothing can be told from a pass; null where it can, or where no user was given to tell by. */
export async function lackingContrast(session: Session, contrast: Contrast): Promise<string | null> {
  if (contrast === null || session.options.target.users.length === 0) return null;
  const listing = await recallListing(session, {});
  if (listing === null) return "the user's own list cannot be read, and everything may be answered alike";
  return contrast === 'list' || listing.items.length > 0
    ? null
    : "the user's own list is empty, and everything may be answered alike";
}
