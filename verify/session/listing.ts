import { type Item, valueAt } from '../vendors/vendor-rules.ts';
import type { Exchange } from '../wire/exchange.ts';
import { asksFor, type Probe } from './probe.ts';
import type { Session } from './session.ts';

/** A list that the target returned. It is read leniently, because other checks report errors in its shape. */
export interface Listing {
  readonly probe: Probe;
  readonly exchange: Exchange;
  readonly body: unknown;
  readonly items: readonly Item[];
}

/** The list in a response; null if it is not a 200 with a list, or if the operation does not list connections. */
export function listingOf(session: Session, exchange: Exchange, probe: Probe): Listing | null {
  const json = session.json(exchange);
  if (exchange.result.kind === 'broken' || exchange.result.status !== 200 || json?.ok !== true) return null;
  const { rules, operation } = session.options;
  if (rules === null || !asksFor(operation, probe)) return null;
  const entries = valueAt(json.value, rules.itemsAt);
  if (!Array.isArray(entries)) return null;
  const items = entries.filter((entry): entry is Item => typeof entry === 'object' && entry !== null);
  return { probe, exchange, body: json.value, items };
}

/** Whether a response has data: at least one item if it is a list, otherwise any successful body. */
export function hasData(session: Session, exchange: Exchange, probe: Probe): boolean {
  if (session.options.rules === null) return successBody(session, exchange, probe) !== undefined;
  return (listingOf(session, exchange, probe)?.items.length ?? 0) > 0;
}

/**
 * The body of a successful response: for a list operation a 200 with a list, for other operations a 200 with any JSON.
 * Undefined for all other responses.
 */
export function successBody(session: Session, exchange: Exchange, probe: Probe): unknown {
  const { rules, operation } = session.options;
  if (rules !== null && asksFor(operation, probe)) return listingOf(session, exchange, probe)?.body;
  const json = session.json(exchange);
  return exchange.result.status === 200 && json?.ok === true ? json.value : undefined;
}

/** The list for a probe. The request is sent once per run. */
export async function fetchListing(session: Session, probe: Probe): Promise<Listing | null> {
  return listingOf(session, await session.askOnce(probe), probe);
}

/** The lists of all users with data, with their users. */
export async function userListings(
  session: Session,
): Promise<readonly (Listing & { readonly user: string })[]> {
  const found: (Listing & { user: string })[] = [];
  for (const { id } of session.options.target.users) {
    const listing = await fetchListing(session, { user: id });
    if (listing !== null) found.push({ ...listing, user: id });
  }
  return found;
}

/** What identifies an item in its list, as text: the whole item if its identity fields are empty. */
export function identityOf(session: Session, item: Item): string {
  const identity = session.options.rules?.identity ?? [];
  const isIdentified = identity.some((field) => (item[field] ?? null) !== null);
  return JSON.stringify(isIdentified ? identity.map((field) => item[field] ?? null) : item);
}

/** The items sorted by identity, so that lists that differ only in their order are equal. */
export function sortedItems(session: Session, items: readonly Item[]): readonly Item[] {
  const keyed = items.map((item) => [identityOf(session, item) + JSON.stringify(item), item] as const);
  return keyed.sort(([one], [other]) => (one < other ? -1 : 1)).map(([, item]) => item);
}
