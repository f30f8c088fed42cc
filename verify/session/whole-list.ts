import type { Item } from '../vendors/vendor-rules.ts';
import { fetchListing, identityOf } from './listing.ts';
import type { Session } from './session.ts';

type Filters = readonly (readonly [string, string])[];

/** Limits the reading of a list that never ends. */
const maxPages = 20;

/**
 * All items of a user that match the filters, read in pages of the maximum size; null if the first page cannot be read.
 * It does not rely on `total`. Without filters it reads until a page is empty, because a short page can be an error.
 */
export async function wholeList(
  session: Session,
  user: string,
  filters: Filters = [],
): Promise<readonly Item[] | null> {
  const paging = session.options.rules?.paging ?? null;
  if (paging === null) return (await fetchListing(session, { user, query: filters }))?.items ?? null;
  const largest = maxPageSize(session);
  const items: Item[] = [];
  const seen = new Set<string>();
  for (let page = 0; page < maxPages; page += 1) {
    const skip = page === 0 ? [] : [[paging.skip, String(items.length)] as const];
    const query = [...wholeListQuery(session, filters), ...skip];
    const listing = await fetchListing(session, { user, query });
    if (listing === null) return page === 0 ? null : items;
    items.push(...listing.items);
    // A page without new items means that the pages repeat.
    const known = seen.size;
    for (const item of listing.items) seen.add(identityOf(session, item));
    if (seen.size === known) break;
    if (listing.items.length === 0 || (filters.length > 0 && listing.items.length < largest)) break;
  }
  return items;
}

/** The query of the first page of a whole list. */
export function wholeListQuery(session: Session, filters: Filters): Filters {
  const paging = session.options.rules?.paging ?? null;
  return paging === null ? filters : [...filters, [paging.limit, String(maxPageSize(session))]];
}

/** The maximum page size by the contract. */
function maxPageSize({ options: { operation, rules } }: Session): number {
  return operation.parameters.find(({ name }) => name === rules?.paging?.limit)?.schema.maximum ?? 100;
}
