import type { RequestListener } from 'node:http';

/**
 * Makes a listener that repairs the URL of a request before it passes the request on, so that Express can decode it. A
 * percent sign that does not encode a byte is encoded. Bytes that are not UTF-8 become the replacement character. Origin
 * and fragment are removed. Express answers a URL that it cannot parse itself, in HTML.
 */
export function withRepairedUrl(listener: RequestListener): RequestListener {
  return function listen(request, response) {
    const { url = '/' } = request;
    if (!wellFormed.test(url)) request.url = repairUrl(url);
    listener(request, response);
  };
}

function repairUrl(target: string): string {
  const url = target.replace(/#.*$/, '').replace(/^https?:\/\/[^/?]*\/?/i, '/') || '/';
  const [path = '/', ...query] = url.split('?');
  return [decodes(path) ? path : path.split('/').map(repaired).join('/'), ...query].join('?');
}

/** A URL that needs no repair, as in most requests: nothing in it is encoded. */
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
