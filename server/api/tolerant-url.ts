import type { RequestListener } from 'node:http';

/**
 * Makes a listener that rewrites the URL of a request before it passes it on, so that nothing after it fails on the URL:
 * a percent sign that encodes nothing stands for itself, bytes that are not UTF-8 become the replacement character, an
 * absolute URL loses its origin, and any its fragment. Express itself answers a URL that cannot be parsed, in HTML.
 */
export function withTolerantUrl(listener: RequestListener): RequestListener {
  return function listen(request, response) {
    const { url = '/' } = request;
    if (!wellFormed.test(url)) request.url = tolerant(url);
    listener(request, response);
  };
}

function tolerant(target: string): string {
  const url = target.replace(/#.*$/, '').replace(/^https?:\/\/[^/?]*\/?/i, '/') || '/';
  const [path = '/', ...query] = url.split('?');
  return [decodes(path) ? path : path.split('/').map(repaired).join('/'), ...query].join('?');
}

/** Most requests: nothing in the URL is encoded, so nothing can be wrong with that. */
const wellFormed = /^\/[^#%]*$/;

function decodes(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

function repaired(segment: string): string {
  if (decodes(segment)) return segment;
  const bytes = segment.replace(/%([0-9a-f]{2})|[\s\S]/gi, (text, hex?: string) =>
    hex === undefined ? Buffer.from(text).toString('latin1') : String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return encodeURIComponent(Buffer.from(bytes, 'latin1').toString('utf8'));
}
