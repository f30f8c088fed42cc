import cors from 'cors';
import { type ErrorRequestHandler, type Request, type RequestHandler, type Response, Router } from 'express';
import { type Contract, operationOf } from '../../contract/contract.ts';
import type { Store } from '../store/open-store.ts';
import type { VendorApi } from '../vendors/vendor-api.ts';
import { createQueryDecoder } from './decode-query.ts';
import type { Log } from './log.ts';
import { preferredAnswer } from './preferred-answer.ts';
import { problemOf } from './problem-of.ts';
import { createKeyReader, createRequestValidator, type PresentedKey } from './request-validator.ts';
import { createResponder, send } from './responder.ts';
import { createVerdictMemory } from './verdict-memory.ts';

const methods = 'GET, HEAD, OPTIONS';

/**
 * One vendor's API. A request goes through, in this order: CORS, the method (405), the key (401), `Prefer`, the
 * validation of its input (400 or 422), the existence of the user (404).
 */
export function createVendorRouter(options: {
  readonly api: VendorApi;
  readonly contract: Contract;
  readonly store: Store;
  readonly log: Log;
}): Router {
  const { api, contract, store, log } = options;
  const operation = operationOf(contract, api.operationId);
  const respond = createResponder({ operation, internalError: api.renderProblem({ kind: 'internal' }), log });

  const oneMethod: RequestHandler = (request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return send(response, api.renderProblem({ kind: 'method-not-allowed', allow: methods }));
    }
    // Node leaves the body of an answer to HEAD out; all else is as for GET.
    request.method = 'GET';
    next();
  };

  const authenticate = async (request: Request, key: PresentedKey): Promise<boolean> => {
    const locals = request.res?.locals ?? {};
    try {
      locals.workspaceId = key === null ? null : await store.findWorkspaceByKey(api.vendor, key);
      return locals.workspaceId !== null;
    } catch (error) {
      // The validator passes on that there was an error, and not which.
      locals.lookupError = error;
      throw error;
    }
  };

  const { document } = contract;
  const judge = [
    createQueryDecoder({ document, operation }),
    createRequestValidator({ document, authenticate }),
  ];
  const validate = createVerdictMemory({ operation, judge, keyOf: createKeyReader(document), authenticate });

  const sendPreferred = (request: Request, response: Response): boolean => {
    const preferred = preferredAnswer(operation, request.headers);
    if (preferred === null) return false;
    response.setHeader('Preference-Applied', preferred.applied);
    respond(response, preferred.answer);
    return true;
  };

  const list: RequestHandler = async (request, response) => {
    if (sendPreferred(request, response)) return;
    const valid = {
      workspaceId: response.locals.workspaceId,
      // The validator has just made these what the contract, and so the vendor's own types, say.
      path: request.params as never,
      query: request.query as never,
      header: (name: string) => request.get(name),
    };
    respond(response, await api.list(valid, store));
  };

  const preferToFaults: ErrorRequestHandler = (error, request, response, next) => {
    if (problemOf(error).kind === 'invalid' && sendPreferred(request, response)) return;
    next(error);
  };

  const fail: ErrorRequestHandler = (thrown, _request, response, _next) => {
    const error = response.locals.lookupError ?? thrown;
    const problem = problemOf(error);
    if (problem.kind === 'internal' || problem.kind === 'unavailable') {
      log.error({ id: response.locals.requestId, err: error }, 'a request failed');
    }
    respond(response, api.renderProblem(problem));
  };

  const path = operation.path.replaceAll(/\{(\w+)\}/g, ':$1');
  const router = Router({ strict: true, caseSensitive: true });
  router.all(path, vendorCors, oneMethod, validate, list);
  router.use(path, preferToFaults, fail);
  return router;
}

/** Any page of an integrator's may ask, with whatever header its client sends; no cookie ever matters. */
const vendorCors = cors({
  origin: '*',
  methods: ['GET', 'HEAD'],
  exposedHeaders: ['Retry-After', 'Preference-Applied', 'X-Request-Id'],
  maxAge: 600,
});
