// Finds the operation of an API for a path and a method.
import cors from 'cors';
import { type ErrorRequestHandler, type RequestHandler, Router } from 'express';
import { operationOf } from '../../contract/contract.ts';
import type { Operation } from '../../contract/operation.ts';
import type { Answer } from './answer.ts';
import type { Api, ApiContext } from './api.ts';
import type { Log } from './log.ts';
import { createOperationHandler, type HandleOperation } from './operation-handler.ts';
import { ProblemError } from './problem.ts';
import { problemOf } from './problem-of.ts';
import { faultOf, type RequestFault } from './request-fault.ts';
import { createRequestValidator, type ValidateRequest } from './request-validator.ts';
import { send } from './responder.ts';

/**
 * Makes the router of an API from its contract and its handlers. A request passes, in this order: the guard if the API
 * has one (403, 401), the faults of any request (400, 417), the path and the method (404, 405), and the steps of
 * `createOperationHandler`. HEAD is answered like a GET that only reads, and OPTIONS with the methods of the path. Throws if an operation
 * has no handler.
 */
export function createApiRouter<Caller>(options: {
  readonly api: Api<Caller>;
  readonly context: ApiContext;
  readonly log: Log;
}): Router {
  const { api, log } = options;
  const { contract, access } = api;
  refuseStrayHandlers(api);
  const router = Router({ strict: true, caseSensitive: true });
  const validate = createRequestValidator(contract.document);
  // An edition is made at its first request: most servers never need one, and it takes time and memory.
  const editions = new Map<string, { readonly edition: Api<Caller>; readonly validate: ValidateRequest }>();
  const editionOf = (name: string) => {
    const known = editions.get(name);
    if (known !== undefined) return known;
    const edition = api.makeEdition?.(name);
    if (edition === undefined) throw new Error(`${contract.name} has no editions. Give makeEdition.`);
    const made = { edition, validate: createRequestValidator(edition.contract.document) };
    editions.set(name, made);
    return made;
  };
  const inEdition = (operationId: string) => {
    const handlers = new Map<string, HandleOperation>();
    return (name: string) => {
      const known = handlers.get(name);
      if (known !== undefined) return known;
      const { edition, validate } = editionOf(name);
      const operation = operationOf(edition.contract, operationId);
      const handler = createOperationHandler({ ...options, api: edition, operation, validate });
      handlers.set(name, handler);
      return handler;
    };
  };

  if (access.kind === 'guard') router.use(access.prefix, refuseFaults(api.renderProblem), access.guard);
  for (const [path, operations] of [...Map.groupBy(contract.operations.values(), pathOf)].toSorted(
    byConcreteness,
  )) {
    const handlers = new Map(
      operations.map((operation) => [
        operation.method.toUpperCase(),
        createOperationHandler({ ...options, operation, validate, inEdition: inEdition(operation.id) }),
      ]),
    );
    // HEAD promises to change nothing, so it does not ask for a GET that changes something.
    const answersHead = operations.some(({ method, isSafe }) => method === 'get' && isSafe);
    const methods = [...(answersHead ? ['GET', 'HEAD'] : []), ...handlers.keys()];
    const allow = [...new Set(methods), 'OPTIONS'].join(', ');

    const paths = operations.some(({ acceptsTrailingSlash }) => acceptsTrailingSlash)
      ? [path, `${path}/`]
      : path;
    router.all(
      paths,
      ...(api.cors === true ? [crossOrigin(handlers.keys())] : []),
      refuseFaults(api.renderProblem),
      (request, response) => {
        const asked = request.method;
        // Node omits the body of an answer to HEAD; everything else is as for GET.
        if (request.method === 'HEAD' && answersHead) request.method = 'GET';
        const handle = handlers.get(request.method);
        if (handle !== undefined) return handle(request, response, asked);
        if (request.method === 'OPTIONS') return send(response, { status: 204, headers: { Allow: allow } });
        send(response, api.renderProblem({ kind: 'method-not-allowed', allow }));
      },
    );
  }
  if (access.kind === 'guard') {
    const refuse: RequestHandler = () => {
      throw new ProblemError({ kind: 'not-found', what: 'path' });
    };
    // A request that fails here does not belong to an operation.
    const explain: ErrorRequestHandler = (error, _request, response, _next) => {
      const problem = problemOf(error);
      if (problem.kind === 'internal')
        log.error({ id: response.getHeader('X-Request-Id'), err: error }, 'a request failed');
      send(response, api.renderProblem(problem));
    };
    router.use(access.prefix, refuse, explain);
  }
  return router;
}

/** Makes the middleware that answers requests with a fault that does not depend on their path. */
export function refuseFaults(render: (fault: RequestFault) => Answer): RequestHandler {
  return function refuseFault(request, response, next) {
    const fault = faultOf(request);
    if (fault === undefined) return next();
    send(response, render(fault));
  };
}

/** The path as Express writes it. A parameter that takes the rest of the path can contain slashes. */
function pathOf({ path, parameters }: Operation): string {
  const rest = new Set(parameters.filter(({ takesRest }) => takesRest).map(({ name }) => name));
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => (rest.has(name) ? `*${name}` : `:${name}`));
}

/** As OpenAPI says, a path without parameters wins over one with parameters. */
function byConcreteness([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  const parameters = (path: string) => path.split(/[:*]/).length;
  return parameters(one) - parameters(other);
}

/** Throws if a handler has no operation, because it would never be called. */
function refuseStrayHandlers({ contract, handlers }: Pick<Api, 'contract' | 'handlers'>): void {
  for (const id of Object.keys(handlers)) {
    if (contract.operations.has(id)) continue;
    throw new Error(
      `spec/${contract.name}.yaml has no operation ${id}. Remove its handler, or fix the name.`,
    );
  }
}

/** Makes the middleware that allows requests from pages of any origin, with any header. Cookies are never used. */
export function crossOrigin(methods: Iterable<string>): RequestHandler {
  const all = new Set([...methods].flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])));
  return cors({
    origin: '*',
    methods: [...all],
    exposedHeaders: ['Retry-After', 'Preference-Applied', 'X-Request-Id'],
    // By default cors sends a Content-Length with the 204, which RFC 9110 forbids.
    preflightContinue: true,
    maxAge: 600,
  });
}
