// What answers where: the APIs, health, the pages, and the last 404.
import type { IncomingMessage, RequestListener } from 'node:http';
import express, { type ErrorRequestHandler, type RequestHandler } from 'express';
import { listOperationOf, readContract } from '../contract/contract.ts';
import { vendors } from '../spec/vendors.ts';
import { createAnswerMemory } from './api/answer-memory.ts';
import { createApiRouter, crossOrigin } from './api/api-router.ts';
import { createHealthRouter } from './api/health-router.ts';
import type { Log } from './api/log.ts';
import { createRequestListener } from './api/request-listener.ts';
import { send } from './api/responder.ts';
import { withTolerantUrl } from './api/tolerant-url.ts';
import { createPagesRouter } from './pages/pages-router.ts';
import { createSandboxApi } from './sandbox/sandbox-api.ts';
import type { Store } from './store/open-store.ts';
import { apiOf } from './vendors/vendor-api.ts';
import { vendorApis } from './vendors/vendor-apis.ts';

/**
 * Makes the application; it does not listen. A request goes through, in this order: it gets its id, it is answered from
 * memory if it can be, its URL is made well formed, then come the routers of the vendors, of the sandbox API, of health
 * and of the pages. What no router takes is a 404 that names the vendors' paths. All but the sandbox API is open to
 * pages of any origin.
 */
export function createApp(options: {
  readonly store: Store;
  readonly log: Log;
  readonly now: () => string;
  readonly newId: () => string;
  readonly allowedHosts: readonly string[];
  readonly sandboxToken?: string | undefined;
  readonly docsFolder: URL;
  /** True if `X-Forwarded-Proto` and `X-Forwarded-Host` come from a proxy of our own; false by default. */
  readonly trustProxy?: boolean | undefined;
  /** False for an application that answers every request afresh; true by default. */
  readonly remembers?: boolean;
}): RequestListener {
  const { store, log, now, newId, docsFolder, remembers = true } = options;
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.enable('strict routing');
  app.enable('case sensitive routing');
  app.set('trust proxy', options.trustProxy ?? false);

  const context = { store, now, newId };
  const memories = vendors.map(({ vendor }) => {
    const recallKey = (key: string) => store.recallKey(vendor, key);
    const memory = createAnswerMemory({ contract: readContract(vendor), recallKey });
    app.use(createApiRouter({ api: apiOf(vendor, vendorApis[vendor], memory), context, log }));
    return memory;
  });
  const sandbox = createSandboxApi({ allowedHosts: options.allowedHosts, token: options.sandboxToken });
  app.use(createApiRouter({ api: sandbox, context, log }));

  // The sandbox API is not open: its router has answered all of its paths, also those that do not exist.
  app.use(crossOrigin(methodsOfPages), answerPreflight);
  app.use(createHealthRouter({ store, log }));
  app.use(createPagesRouter({ docsFolder, needsToken: (options.sandboxToken ?? '') !== '' }));

  const paths = vendors.map(({ vendor }) => `GET ${listOperationOf(vendor).path}`).join(', ');
  app.use((_request, response) =>
    send(response, { status: 404, body: { detail: `Not found. This server answers ${paths}.` } }),
  );

  const fail: ErrorRequestHandler = (error, _request, response, _next) => {
    log.error({ id: response.getHeader('X-Request-Id'), err: error }, 'a request failed');
    send(response, { status: 500, body: { detail: 'Internal server error' } });
  };
  app.use(fail);

  const recall = (request: IncomingMessage) => {
    if (!remembers) return null;
    for (const memory of memories) {
      const recalled = memory.recall(request);
      if (recalled !== null) return recalled;
    }
    return null;
  };
  return createRequestListener({
    app: withTolerantUrl(app),
    recall,
    confirmVersion: store.confirmVersion,
    log,
    newId,
  });
}

const methodsOfPages = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** A page sees the answer to a path that does not exist only if its preflight succeeds. */
const answerPreflight: RequestHandler = function answerPreflight(request, response, next) {
  const { method, headers } = request;
  if (method !== 'OPTIONS' || headers['access-control-request-method'] === undefined) return next();
  send(response, { status: 204 });
};
