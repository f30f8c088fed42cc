import type { Item } from '../vendors/vendor-rules.ts';
import { identityOf, recallListing } from './listing.ts';
import type { Session } from './session.ts';

type Filters = readonly (readonly [string, string])[];

/** A list that goes on for ever ends here. */
const mostPages = 20;

/**
 * All items of a user that match, read in the largest pages; null where the first cannot be read. What `total` says is
 * not believed. Without filters the list ends with an empty page: one that is just short may have been cut.
 */
export async function wholeList(
  session: Session,
  user: string,
  filters: Filters = [],
): Promise<readonly Item[] | null> {
  const paging = session.options.rules?.paging ?? null;
  if (paging === null) return (await recallListing(session, { user, query: filters }))?.items ?? null;
  const largest = largestPage(session);
  const items: Item[] = [];
  const seen = new Set<string>();
  for (let page = 0; page < mostPages; page += 1) {
    const skip = page === 0 ? [] : [[paging.skip, String(items.length)] as const];
    const query = [...wholeListQuery(session, filters), ...skip];
    const listing = await recallListing(session, { user, query });
    if (listing === null) return page === 0 ? null : items;
    items.push(...listing.items);
    // What goes round in circles has no end.
    const known = seen.size;
    for (const item of listing.items) seen.add(identityOf(session, item));
    if (seen.size === known) break;
    if (listing.items.length === 0 || (filters.length > 0 && listing.items.length < largest)) break;
  }
  return items;
}

/** What the first page of a whole list is asked for with. */
export function wholeListQuery(session: Session, filters: Filters): Filters {
  const paging = session.options.rules?.paging ?? null;
  return paging === null ? filters : [...filters, [paging.limit, String(largestPage(session))]];
}

/** As many items as the contract lets one page hold. */
export function largestPage({ options: { operation, rules } }: Session): number {
  return operation.parameters.find(({ name }) => name === rules?.paging?.limit)?.schema.maximum ?? 100;
}
