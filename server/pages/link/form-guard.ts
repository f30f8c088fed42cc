// Protects the forms against other sites. The token of a link is in the URL of its form, so anyone with the URL could send
// the form from elsewhere. So a form also needs a cookie, which a browser sends only with requests of this site. The
// cookie is made from the token: every replica can check it, and it stays the same if the page is loaded again.
import { createHmac, hash, timingSafeEqual } from 'node:crypto';
import type { Request, Response } from 'express';

/** A form on a page of a link. */
export interface GuardedForm {
  /** The token of the link. */
  readonly token: string;
  /** The path of the page, to which the form is sent. */
  readonly path: string;
  readonly isSecure: boolean;
  /** To which the person returns in the end. */
  readonly redirectUrl: string | null;
}

/** For how long a browser keeps the cookie, in milliseconds: as long as any link lasts. */
const cookieMilliseconds = 60 * 60 * 1000;

/** Sets the cookie that the form needs. Each link has its own, so that several can be open at once. */
export function setFormCookie(response: Response, { token, path, isSecure }: GuardedForm): void {
  response.cookie(cookieName(token), proofOf(token), {
    httpOnly: true,
    sameSite: 'strict',
    secure: isSecure,
    path,
    maxAge: cookieMilliseconds,
  });
}

/** Returns true if a form was sent from its own page. */
export function isFromOwnPage({ headers }: Pick<Request, 'headers'>, token: string): boolean {
  // A server on another port of the same host can set the cookie, but not this header.
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  const expected = Buffer.from(`${cookieName(token)}=${proofOf(token)}`);
  return (headers.cookie ?? '').split(';').some((cookie) => {
    const sent = Buffer.from(cookie.trim());
    return sent.length === expected.length && timingSafeEqual(sent, expected);
  });
}

function cookieName(token: string): string {
  return `link_form_${hash('sha256', token).slice(0, 16)}`;
}

function proofOf(token: string): string {
  return createHmac('sha256', token).update('form').digest('base64url');
}
