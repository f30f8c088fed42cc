import type { Exchange } from '../wire/exchange.ts';

/** A page for people, which an API does not send. */
export interface WebPage {
  readonly isLogin: boolean;
  /** The server's name for itself, such as `nginx`; empty if it has none. */
  readonly server: string;
}

/** How much of a page is searched. */
const maxLength = 20_000;

/** The web page in a response; null if the response is not HTML. */
export function webPageOf(result: Exchange['result']): WebPage | null {
  if (result.kind === 'broken') return null;
  const text = result.body.subarray(0, maxLength).toString('utf8');
  const isHtml = /^\s*<(?:!doctype\s+html|html|head|body)\b/i.test(text);
  if (!isHtml) return null;
  const isLogin = /type=["']?password\b|<title>[^<]{0,60}\b(?:log|sign)[ -]?(?:in|on)\b/i.test(text);
  return { isLogin, server: String(result.headers.server ?? '').split(/[/ ]/)[0] ?? '' };
}
