import { hash } from 'node:crypto';
import type { RequestHandler, Response } from 'express';
import helmet from 'helmet';
import type { Html } from '../html.ts';
import { htmlPage } from '../html-page.ts';
import { type GuardedForm, setFormCookie } from './form-guard.ts';
import { linkStyle } from './link-style.ts';

/** What the browser gets: a page, or the URL to which it goes. */
export type LinkAnswer =
  | {
      readonly kind: 'page';
      readonly status: number;
      readonly title: string;
      readonly body: Html;
      /** The form of the page; absent if it has none. */
      readonly form?: GuardedForm;
    }
  | { readonly kind: 'redirect'; readonly status: 303 | 307; readonly url: string };

/**
 * The headers of every answer of these pages. `Cross-Origin-Opener-Policy` is not sent: an application opens the link in
 * a popup, and its own page, which comes last in it, needs the opener.
 */
const headers = helmet({
  contentSecurityPolicy: false,
  crossOriginOpenerPolicy: false,
  xFrameOptions: { action: 'deny' },
  referrerPolicy: { policy: 'no-referrer' },
  // The server uses plain HTTP, and other servers often use the same host name.
  strictTransportSecurity: false,
});

/** The middleware that protects the pages. Tokens are in their URLs, so nothing may store or frame them, or learn the URL. */
export const linkHeaders: readonly RequestHandler[] = [
  headers,
  function forbidAll(_request, response, next) {
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('Content-Security-Policy', contentPolicy("'none'"));
    next();
  },
];

const styleHash = hash('sha256', linkStyle, 'base64');

function contentPolicy(formTargets: string): string {
  return [
    "default-src 'none'",
    `style-src 'sha256-${styleHash}'`,
    'img-src data:',
    "base-uri 'none'",
    `form-action ${formTargets}`,
    "frame-ancestors 'none'",
  ].join(';');
}

/**
 * The targets that a form may have. Chromium checks every redirect that follows too, also those of the application to
 * which the person returns. So of its URL only the scheme is restricted.
 */
function formTargets(redirectUrl: string | null): string {
  if (redirectUrl === null) return "'self'";
  const { protocol } = new URL(redirectUrl);
  return /^https?:$/.test(protocol) ? "'self' http: https:" : `'self' ${protocol}`;
}

export function sendLinkAnswer(response: Response, answer: LinkAnswer): void {
  if (answer.kind === 'redirect') {
    response.writeHead(answer.status, { Location: answer.url }).end();
    return;
  }
  const { status, title, body, form } = answer;
  if (form !== undefined) {
    response.setHeader('Content-Security-Policy', contentPolicy(formTargets(form.redirectUrl)));
    setFormCookie(response, form);
  }
  response
    .status(status)
    .type('html')
    .send(htmlPage(title, body, linkStyle));
}
