// Assembles the application: the APIs, health, the pages, and the 404 for unknown paths.
import type { IncomingMessage, RequestListener } from 'node:http';
import express, { type ErrorRequestHandler, type RequestHandler } from 'express';
import { listOperationOf } from '../contract/contract.ts';
import { vendors } from '../spec/vendors.ts';
import type { Answer } from './api/answer.ts';
import { createApiRouter, crossOrigin, refuseFaults } from './api/api-router.ts';
import { createHealthRouter } from './api/health-router.ts';
import { createJournal } from './api/journal.ts';
import type { Log } from './api/log.ts';
import { withRepairedUrl } from './api/repair-url.ts';
import type { RequestFault } from './api/request-fault.ts';
import { createRequestListener } from './api/request-listener.ts';
import { send } from './api/responder.ts';
import { createLinkRouter } from './pages/link/link-router.ts';
import { createPagesRouter } from './pages/pages-router.ts';
import { createSandboxApi } from './sandbox/sandbox-api.ts';
import type { Store } from './store/open-store.ts';
import { createVendorApi } from './vendors/create-vendor-api.ts';

/**
 * Makes the application without listening. A request passes, in this order: its id, the answer cache, the repair of its
 * URL, and the routers of the vendors, the sandbox API, the pages of a link, health and the other pages. If no router
 * matches, the answer is a 404 that names the vendors' paths. Pages of any origin may send requests to everything except
 * the sandbox API and the pages of a link.
 */
export function createApp(options: {
  readonly store: Store;
  readonly log: Log;
  /** The base clock. */
  readonly now: () => string;
  readonly newId: () => string;
  readonly allowedHosts: readonly string[];
  readonly sandboxToken?: string | undefined;
  readonly docsFolder: URL;
  /** True if `X-Forwarded-Proto` and `X-Forwarded-Host` come from a trusted proxy; false by default. */
  readonly trustProxy?: boolean | undefined;
  /** False to compute every answer again; true by default. */
  readonly useCache?: boolean;
}): RequestListener {
  const { store, log, now, newId, docsFolder, useCache = true } = options;
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.enable('strict routing');
  app.enable('case sensitive routing');
  app.set('trust proxy', options.trustProxy ?? false);

  const context = { store, newId };
  const journal = createJournal({ now });
  const vendorApis = vendors.map(({ vendor }) => createVendorApi({ vendor, store, now }));
  for (const { api } of vendorApis) app.use(createApiRouter({ api, context, log }));
  const sandbox = createSandboxApi({
    allowedHosts: options.allowedHosts,
    token: options.sandboxToken,
    now,
    journal,
  });
  app.use(createApiRouter({ api: sandbox, context, log }));

  app.use(createLinkRouter({ ...context, log }));

  // The routers above answer all of their paths, so these headers are not sent for them.
  app.use(crossOrigin(methodsOfPages), answerPreflight, refuseFaults(renderFault));
  app.use(createHealthRouter({ store, log }));
  app.use(createPagesRouter({ docsFolder, needsToken: (options.sandboxToken ?? '') !== '' }));

  const paths = vendors.map(({ vendor }) => `GET ${listOperationOf(vendor).path}`).join(', ');
  app.use((_request, response) =>
    send(response, { status: 404, body: { detail: `Not found. The paths of this server are ${paths}.` } }),
  );

  const fail: ErrorRequestHandler = (error, _request, response, _next) => {
    log.error({ id: response.getHeader('X-Request-Id'), err: error }, 'a request failed');
    send(response, { status: 500, body: { detail: 'Internal server error' } });
  };
  app.use(fail);

  const findCached = (request: IncomingMessage) => {
    if (!useCache) return null;
    for (const { caches } of vendorApis) {
      for (const cache of caches) {
        const cached = cache.find(request);
        if (cached !== null) return cached;
      }
    }
    return null;
  };
  return createRequestListener({
    app: withRepairedUrl(app),
    findCached,
    confirmVersion: store.confirmVersion,
    log,
    journal,
    now,
    newId,
  });
}

/** Renders a fault of a request whose path belongs to no API. */
function renderFault({ kind, detail }: RequestFault): Answer {
  return { status: kind === 'malformed-request' ? 400 : 417, body: { detail } };
}

const methodsOfPages = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** Answers preflights for every path: otherwise a page could not read the 404 of an unknown path. */
const answerPreflight: RequestHandler = function answerPreflight(request, response, next) {
  const { method, headers } = request;
  if (method !== 'OPTIONS' || headers['access-control-request-method'] === undefined) return next();
  send(response, { status: 204 });
};
