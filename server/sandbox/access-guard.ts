import { createHash, timingSafeEqual } from 'node:crypto';
import type { RequestHandler } from 'express';
import { isLoopback } from '../api/is-loopback.ts';
import { ProblemError } from '../api/problem.ts';

/**
 * Makes the middleware that protects the sandbox API. It refuses requests from pages of another origin, requests to
 * another `Host` (as after DNS rebinding), and, if the server has a token, requests without it.
 */
export function createAccessGuard(options: {
  readonly allowedHosts: readonly string[];
  readonly token?: string | undefined;
}): RequestHandler {
  const allowed = new Set(options.allowedHosts.map((host) => host.toLowerCase()));
  const expected = options.token === undefined ? null : digest(options.token);

  return function accessGuard(request, _response, next) {
    const { host = '', origin, authorization = '' } = request.headers;
    const name = hostName(host);
    if (!isLoopback(name) && !allowed.has(name))
      throw new ProblemError({
        kind: 'forbidden',
        detail: 'The Host is not a name of this server. To accept it, use --allowed-host.',
      });
    if (origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`) {
      throw new ProblemError({
        kind: 'forbidden',
        detail: 'The Origin is not that of this server. Pages of other origins cannot use the sandbox API.',
      });
    }
    const given = /^bearer +(\S+)$/i.exec(authorization)?.[1] ?? '';
    if (expected !== null && !timingSafeEqual(digest(given), expected)) {
      throw new ProblemError({ kind: 'unauthenticated' });
    }
    next();
  };
}

function hostName(host: string): string {
  return host.toLowerCase().replace(/:\d+$/, '');
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
