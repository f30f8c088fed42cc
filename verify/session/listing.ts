import { type Item, valueAt } from '../vendors/vendor-rules.ts';
import type { Exchange } from '../wire/exchange.ts';
import { asksFor, type Probe } from './probe.ts';
import type { Session } from './session.ts';

/** A list that the target answered, read as tolerantly as can be: what is wrong with its shape is told elsewhere. */
export interface Listing {
  readonly probe: Probe;
  readonly exchange: Exchange;
  readonly body: unknown;
  readonly items: readonly Item[];
}

/** The list in an answer; null if it is not a 200 with a list, or if the operation does not list connections. */
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

/**
 * The body of an answer that gives what was asked for: of a list the one with its items, of another operation any JSON
 * of a 200. Undefined if the answer gives nothing.
 */
export function givenBody(session: Session, exchange: Exchange, probe: Probe): unknown {
  const { rules, operation } = session.options;
  if (rules !== null && asksFor(operation, probe)) return listingOf(session, exchange, probe)?.body;
  const json = session.json(exchange);
  return exchange.result.status === 200 && json?.ok === true ? json.value : undefined;
}

/** The list that a probe is answered with, asked for once in a run. */
export async function recallListing(session: Session, probe: Probe): Promise<Listing | null> {
  return listingOf(session, await session.recall(probe), probe);
}

/** The list of each user with data, with the user. */
export async function userListings(
  session: Session,
): Promise<readonly (Listing & { readonly user: string })[]> {
  const found: (Listing & { user: string })[] = [];
  for (const { id } of session.options.target.users) {
    const listing = await recallListing(session, { user: id });
    if (listing !== null) found.push({ ...listing, user: id });
  }
  return found;
}

/** What tells an item from the others of its list, as text: the whole item where it has nothing else that does. */
export function identityOf(session: Session, item: Item): string {
  const identity = session.options.rules?.identity ?? [];
  const told = identity.some((field) => (item[field] ?? null) !== null);
  return JSON.stringify(told ? identity.map((field) => item[field] ?? null) : item);
}

/** The items of a list in an order of their own, so that lists which differ in their order alone are equal. */
export function inOwnOrder(session: Session, items: readonly Item[]): readonly Item[] {
  const keyed = items.map((item) => [identityOf(session, item) + JSON.stringify(item), item] as const);
  return keyed.sort(([one], [other]) => (one < other ? -1 : 1)).map(([, item]) => item);
}
