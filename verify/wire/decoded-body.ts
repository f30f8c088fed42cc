import type { IncomingHttpHeaders } from 'node:http';
import { gunzipSync } from 'node:zlib';
import type { WireRequest } from './exchange.ts';

const largestDecoded = 16 * 1024 * 1024;

/** The body behind its encoding, where that is the one that was asked for; 16 MiB at most. */
export function decodedBody(
  request: WireRequest,
  headers: IncomingHttpHeaders,
  body: Buffer,
): { readonly body: Buffer; readonly undecodable: boolean } {
  const encoding = headers['content-encoding']?.trim().toLowerCase();
  if (encoding !== 'gzip' || request.headers['Accept-Encoding'] !== 'gzip')
    return { body, undecodable: false };
  try {
    return { body: gunzipSync(body, { maxOutputLength: largestDecoded }), undecodable: false };
  } catch {
    return { body, undecodable: true };
  }
}
