import { createHash, timingSafeEqual } from 'node:crypto';
import type { RequestHandler } from 'express';
import { isLoopback } from '../api/is-loopback.ts';
import { SandboxProblemError } from './sandbox-problem.ts';

/**
 * Makes the middleware that keeps strangers from the sandbox API: a page of another origin, a name that was made to
 * point here (the `Host` is then foreign), and, where the server has a token, whoever does not send it.
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
      throw new SandboxProblemError({ kind: 'forbidden', header: 'Host' });
    if (origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`) {
      throw new SandboxProblemError({ kind: 'forbidden', header: 'Origin' });
    }
    const given = /^bearer +(\S+)$/i.exec(authorization)?.[1] ?? '';
    if (expected !== null && !timingSafeEqual(digest(given), expected)) {
      throw new SandboxProblemError({ kind: 'unauthenticated' });
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
