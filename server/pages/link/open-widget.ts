import type { LinkErrorType } from '../../link/link-error-type.ts';
import { widgetSettingsOf } from '../../link/widget-link.ts';
import type { LinkSession } from '../../model/link-session.ts';
import { linkEnd, linkEndTexts } from './link-end.ts';
import type { LinkContext, LinkVisit } from './link-page.ts';
import { LinkRefusal } from './link-refusal.ts';
import { faultsPage, messagePage, startAgain, unknownLink } from './message-page.ts';
import { only } from './read-parameters.ts';
import { returnToApplication } from './return-to-application.ts';

/** The link token of a URL. Throws a `LinkRefusal` if it is unknown or cannot be used any more. */
export async function openWidget(visit: LinkVisit, { store }: LinkContext): Promise<LinkSession> {
  const token = only(visit.query, 'token');
  if (token === null) throw new LinkRefusal(faultsPage(['token: must be given once']));
  const session = await store.links.find(token, 'widget');
  if (session === null || session.vendor !== 'junction') throw new LinkRefusal(unknownLink);
  const end = linkEnd(session);
  if (end !== null) {
    const page = messagePage(410, linkEndTexts[end], startAgain);
    throw widgetRefusal({ session, visit, errorType: end, error: linkEndTexts[end], page });
  }
  if ((await store.users.find(session.publicId, session.userId)) !== null) return session;
  const error = 'The user of this link does not exist any more.';
  throw widgetRefusal({ session, visit, errorType: 'invalid_token', error, page: unknownLink });
}

/** The answer to an error of the widget: the page, or the way back if the link token was made with `on_error`. */
export function widgetRefusal(options: {
  readonly session: LinkSession;
  readonly visit: LinkVisit;
  readonly errorType: LinkErrorType;
  readonly error: string;
  readonly page: LinkRefusal['answer'];
}): LinkRefusal {
  const { session, visit, errorType, error, page } = options;
  if (!widgetSettingsOf(session).redirectsOnError || session.redirectUrl === null)
    return new LinkRefusal(page);
  return new LinkRefusal(
    returnToApplication({ session, visit, result: { state: 'error', errorType, error } }),
  );
}
