import { valueAt } from '../vendors/vendor-rules.ts';
import { type Exchange, faultText } from '../wire/exchange.ts';
import { listingOf } from './listing.ts';
import type { Session } from './session.ts';

/** The response as the end of "got …": the status and the number of items. */
export function answerText(session: Session, exchange: Exchange): string {
  const { result } = exchange;
  if (result.kind === 'broken') return faultText(result.fault);
  const listing = listingOf(session, exchange, {});
  if (listing === null)
    return result.status === 200 ? `200${actualBody(session, exchange)}` : String(result.status);
  return `${result.status} with ${listing.items.length} ${listing.items.length === 1 ? 'item' : 'items'}`;
}

/** What the body is, if it is not the expected list; empty if no list is expected. */
function actualBody(session: Session, exchange: Exchange): string {
  const json = session.json(exchange);
  if (json?.ok !== true) return ' with a body that is not JSON';
  const { rules } = session.options;
  if (rules === null) return '';
  const { itemsAt } = rules;
  const value = valueAt(json.value, itemsAt);
  const kind =
    value === null
      ? 'null'
      : value === undefined
        ? 'missing'
        : `${/^[aeiou]/.test(typeof value) ? 'an' : 'a'} ${typeof value}`;
  return itemsAt === '' ? ` with a body that is ${kind}` : ` whose ${itemsAt.slice(1)} is ${kind}`;
}
