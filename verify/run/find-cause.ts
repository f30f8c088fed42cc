import type { Cause, CauseKind } from '../results/cause.ts';
import { noCredential } from '../session/credential.ts';
import { listingOf, successBody } from '../session/listing.ts';
import type { Session } from '../session/session.ts';
import type { Answer, Exchange } from '../wire/exchange.ts';
import { causeText } from './cause-text.ts';
import { webPageOf } from './web-page-of.ts';

/** A cause, and which responses it explains. */
export interface FoundCause {
  readonly cause: Cause;
  readonly explains: (exchange: Exchange) => boolean;
}

/**
 * The one cause for which nothing of an operation can be checked; null if a list with items can be read, or if there is
 * no such cause. Sends at most one request for each user and one without a key. Each is needed by other checks, too.
 */
export async function findCause(session: Session): Promise<FoundCause | null> {
  const own = await session.askOnce({});
  if (own.result.kind === 'broken' || (await isAnyListRead(session))) return null;
  const kind = await kindOf(session, own, own.result);
  if (kind === null) return null;
  const cause = { kind, ...causeText({ kind, session, answer: own.result }), curl: session.curl({}) };
  return { cause, explains: explainsOf(kind, own) };
}

async function isAnyListRead(session: Session): Promise<boolean> {
  const users = session.options.target.users.map(({ id }) => ({ user: id }));
  for (const probe of users.length === 0 ? [{}] : users) {
    const exchange = await session.askOnce(probe);
    const listing = listingOf(session, exchange, probe);
    const isRead = session.options.rules === null && successBody(session, exchange, probe) !== undefined;
    if (isRead || (listing?.items.length ?? 0) > 0) return true;
  }
  return false;
}

async function kindOf(session: Session, own: Exchange, { status }: Answer): Promise<CauseKind | null> {
  if (status >= 300 && status < 400) return 'redirect';
  if (webPageOf(own.result) !== null) return 'web-page';
  if (status === 401 || status === 403) return 'key';
  if (status >= 500 || status === 404) {
    const withoutKey = (await session.askOnce({ credential: noCredential })).result.status ?? 0;
    if (status >= 500) return withoutKey >= 500 ? 'server-error' : null;
    if (withoutKey === 404) return 'path';
  }
  const isUserGiven = session.options.target.users.length > 0;
  if (!isUserGiven) return null;
  if (status === 404 || status === 400 || status === 422) return 'user';
  return listingOf(session, own, {}) === null ? null : 'no-items';
}

function explainsOf(kind: CauseKind, own: Exchange): (exchange: Exchange) => boolean {
  const pathOf = ({ request }: Exchange) => request.path.split('?')[0];
  const isAlike = ({ result }: Exchange) => result.kind === 'answer' && result.status === own.result.status;
  switch (kind) {
    case 'path':
    case 'key':
      return isAlike;
    case 'user':
      return (exchange) => isAlike(exchange) && pathOf(exchange) === pathOf(own);
    case 'web-page':
      return ({ result }) => webPageOf(result) !== null;
    case 'redirect':
      return ({ result }) => result.status !== null && result.status >= 300 && result.status < 400;
    case 'server-error':
      return ({ result }) => result.status !== null && result.status >= 500;
    case 'no-items':
      return () => false;
    default:
      return kind satisfies never;
  }
}
