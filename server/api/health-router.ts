import { Router } from 'express';
import type { Store } from '../store/open-store.ts';
import type { Log } from './log.ts';
import { retryAfterSeconds } from './problem.ts';
import { send } from './responder.ts';

/** Makes the router of `/healthz` (200 if the process answers) and `/readyz` (200 if its database does too). */
export function createHealthRouter(options: {
  readonly store: Pick<Store, 'ping'>;
  readonly log: Log;
}): Router {
  const router = Router({ strict: true, caseSensitive: true });
  router.get('/healthz', (_request, response) => send(response, { status: 200, body: { status: 'ok' } }));
  router.get('/readyz', async (_request, response) => {
    try {
      await options.store.ping();
      send(response, { status: 200, body: { status: 'ready' } });
    } catch (error) {
      options.log.warn(
        { id: response.getHeader('X-Request-Id'), err: error },
        'the database does not answer',
      );
      const headers = { 'Retry-After': String(retryAfterSeconds) };
      send(response, { status: 503, body: { status: 'unavailable' }, headers });
    }
  });
  return router;
}
