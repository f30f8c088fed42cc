import { type Exchange, faultText } from '../wire/exchange.ts';
import { listingOf } from './listing.ts';
import type { Session } from './session.ts';

/** What came, as the end of "got …": the status, and how many items where there are some. */
export function answerText(session: Session, exchange: Exchange): string {
  const { result } = exchange;
  if (result.kind === 'broken') return faultText(result.fault);
  const listing = listingOf(session, exchange, {});
  if (listing === null) return String(result.status);
  return `${result.status} with ${listing.items.length} ${listing.items.length === 1 ? 'item' : 'items'}`;
}
