import type { RequestHandler } from 'express';

/**
 * Rewrites a request's URL so that nothing after it trips: a percent sign that encodes nothing stands for itself,
 * bytes that are no UTF-8 become the replacement character, an absolute URL loses its origin, and any its fragment.
 */
export const tolerantUrl: RequestHandler = function tolerantUrl(request, _response, next) {
  if (wellFormed.test(request.url)) return next();
  const url = request.url.replace(/#.*$/, '').replace(/^https?:\/\/[^/?]*\/?/i, '/') || '/';
  const [path = '/', ...query] = url.split('?');
  request.url = [decodes(path) ? path : path.split('/').map(repaired).join('/'), ...query].join('?');
  request.originalUrl = request.url;
  next();
};

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
