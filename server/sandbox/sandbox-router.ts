import express, { type ErrorRequestHandler, type RequestHandler, type Response, Router } from 'express';
import type { Contract, Operation } from '../../contract/contract.ts';
import type { operations } from '../../generated/sandbox.ts';
import { createQueryDecoder } from '../api/decode-query.ts';
import type { Log } from '../api/log.ts';
import { createRequestValidator } from '../api/request-validator.ts';
import { createResponder, type Respond, send } from '../api/responder.ts';
import { createAccessGuard } from './access-guard.ts';
import { catalogueHandlers } from './catalogue-handlers.ts';
import { connectionHandlers } from './connection-handlers.ts';
import { refuseDeepBody } from './refuse-deep-body.ts';
import type { SandboxContext, SandboxHandlers } from './sandbox-handlers.ts';
import { renderSandboxProblem, SandboxProblemError, sandboxProblemOf } from './sandbox-problem.ts';
import { workspaceHandlers } from './workspace-handlers.ts';

const handlers: SandboxHandlers = { ...catalogueHandlers, ...workspaceHandlers, ...connectionHandlers };

/**
 * The server's own control API. A request goes through, in this order: the guard (403, 401), the path and the method
 * (404, 405), the body's form (400, 413, 415), the validation of its input (422), the operation.
 */
export function createSandboxRouter(options: {
  readonly contract: Contract;
  readonly context: SandboxContext;
  readonly allowedHosts: readonly string[];
  readonly token?: string | undefined;
  readonly log: Log;
}): Router {
  const { contract, context, log } = options;
  const router = Router({ strict: true, caseSensitive: true });
  const validate = createRequestValidator({ document: contract.document, authenticate: async () => true });
  const readJson = [requireJson, express.json({ limit: '64kb', type: () => true }), refuseDeepBody];

  router.use('/sandbox', createAccessGuard(options), asGet);
  for (const [path, operationsHere] of byPath(contract.operations.values())) {
    for (const operation of operationsHere) {
      const internalError = renderSandboxProblem({ kind: 'internal' });
      const respond = createResponder({ operation, internalError, log });
      const decodeQuery = createQueryDecoder({ document: contract.document, operation });
      router[operation.method as 'get'](
        path,
        remember(respond),
        ...(operation.takesBody ? readJson : []),
        decodeQuery,
        validate,
        handle(operation.id as keyof operations, context, respond),
      );
    }
    const allow = operationsHere.flatMap(({ method }) =>
      method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()],
    );
    router.all(path, (_request, response) =>
      send(response, renderSandboxProblem({ kind: 'method-not-allowed', allow: allow.join(', ') })),
    );
  }
  router.use('/sandbox', () => {
    throw new SandboxProblemError({ kind: 'not-found', what: 'path' });
  });

  const fail: ErrorRequestHandler = (error, _request, response, _next) => {
    const problem = sandboxProblemOf(error);
    if (problem.kind === 'internal' || problem.kind === 'unavailable') {
      log.error({ id: response.locals.requestId, err: error }, 'a request failed');
    }
    const respond: Respond = response.locals.respond ?? send;
    respond(response, renderSandboxProblem(problem));
  };
  router.use('/sandbox', fail);
  return router;
}

/** Node leaves the body of an answer to HEAD out; all else is as for GET. */
const asGet: RequestHandler = (request, _response, next) => {
  if (request.method === 'HEAD') request.method = 'GET';
  next();
};

/** A problem is held against the contract of the operation that it happened in. */
function remember(respond: Respond): RequestHandler {
  return (_request, response, next) => {
    response.locals.respond = respond;
    next();
  };
}

/** A body of any other type would be refused only where the contract wants one. */
const requireJson: RequestHandler = (request, _response, next) => {
  const hasBody =
    request.headers['content-length'] !== undefined || request.headers['transfer-encoding'] !== undefined;
  const isEmpty = request.headers['content-length'] === '0';
  if (hasBody && !isEmpty && request.is('application/json') === false) {
    throw new SandboxProblemError({ kind: 'unsupported-media-type' });
  }
  next();
};

function handle<Id extends keyof operations>(
  id: Id,
  context: SandboxContext,
  respond: Respond,
): RequestHandler {
  return async (request, response: Response) => {
    // The validator has just made these what the contract, and so the generated types, say.
    const valid = { path: request.params, query: request.query, body: request.body } as never;
    respond(response, await handlers[id](valid, context));
  };
}

function byPath(all: Iterable<Operation>): Map<string, Operation[]> {
  const paths = new Map<string, Operation[]>();
  for (const operation of all) {
    const path = operation.path.replaceAll(/\{(\w+)\}/g, ':$1');
    paths.set(path, [...(paths.get(path) ?? []), operation]);
  }
  return paths;
}
