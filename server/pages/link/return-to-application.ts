import { finishedPath } from '../../link/finished-path.ts';
import { redirectFault } from '../../link/redirect-fault.ts';
import { type LinkResult, resultUrl } from '../../link/result-url.ts';
import type { LinkSession } from '../../model/link-session.ts';
import type { LinkAnswer } from './link-answer.ts';
import type { LinkVisit } from './link-page.ts';

/**
 * Sends a person to the URL that the link was made with, or to a page of this server if it has none. The URL was checked
 * when the link was made, and is checked again.
 */
export function returnToApplication(options: {
  readonly session: Pick<LinkSession, 'redirectUrl'>;
  readonly visit: Pick<LinkVisit, 'origin' | 'isForm'>;
  readonly result: LinkResult;
}): LinkAnswer {
  const { session, visit, result } = options;
  const { redirectUrl } = session;
  const isSafe = redirectUrl !== null && redirectFault(redirectUrl) === null;
  const target = isSafe ? redirectUrl : new URL(finishedPath, visit.origin).href;
  // Junction documents 307. After a form a 307 would send the form again.
  return { kind: 'redirect', status: visit.isForm ? 303 : 307, url: resultUrl(target, result) };
}
