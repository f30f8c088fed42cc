// Answers the requests for one operation: key, preference, body, validation, handler.
import type { ClientRequest } from 'node:http';
import type { Request, Response } from 'express';
import type { Operation } from '../../contract/operation.ts';
import type { Answer } from './answer.ts';
import type { Api, ApiContext } from './api.ts';
import { authenticate } from './authenticate.ts';
import { createQueryDecoder } from './decode-query.ts';
import type { Log } from './log.ts';
import { originOf } from './origin-of.ts';
import { preferredAnswer } from './preferred-answer.ts';
import { problemOf } from './problem-of.ts';
import { readBody } from './read-body.ts';
import type { ValidateRequest } from './request-validator.ts';
import { createResponder, encodingOf, send } from './responder.ts';

/** Answers a request. `asked` is its method: HEAD is handled as GET. */
export type HandleOperation = (request: Request, response: Response, asked: string) => Promise<void>;

/**
 * Makes the function that answers the requests for one operation. A request passes, in this order: the key (401), which
 * also chooses the edition, `Prefer`, the form of the body (400, 413, 415), the validation of its input (400 or 422), the
 * handler. Every answer is validated before it is sent.
 */
export function createOperationHandler<Caller>(options: {
  readonly api: Api<Caller>;
  readonly operation: Operation;
  readonly context: ApiContext;
  readonly validate: ValidateRequest;
  readonly log: Log;
  /** The handler of the same operation in an edition of the API. */
  readonly inEdition?: (edition: string) => HandleOperation;
}): HandleOperation {
  const { api, operation, context, log } = options;
  const { schemaAt } = api.contract;
  const handler = api.handlers[operation.id];
  if (handler === undefined) {
    throw new Error(`${operation.rule} has no handler for ${operation.id}. Add one.`);
  }
  const internalError = api.renderProblem({ kind: 'internal' });
  const respond = createResponder({ operation, schemaAt, internalError, log });
  const decodeQuery = api.fastapi === true ? createQueryDecoder(operation) : () => undefined;

  async function answer(request: Request, response: Response, caller: Caller): Promise<Answer> {
    const preferred = api.prefer === true ? preferredAnswer(operation, request.headers) : null;
    if (preferred !== null) {
      response.setHeader('Preference-Applied', preferred.applied);
      return preferred.answer;
    }
    if (operation.requestBody !== null) await readBody(operation.requestBody, request, response);
    decodeQuery(request);
    joinRest(request);
    options.validate(operation, request, response);
    const { params: path, query, body } = request;
    const header = (name: string) => request.get(name);
    const valid = { path, query, body, header, caller, origin: originOf(request) };
    // The validator has ensured that these have the types that are generated from the contract.
    return handler?.(valid as never, context) as Promise<Answer>;
  }

  return async function handleOperation(request, response, asked) {
    try {
      const caller = await authenticate(api.access, operation, request, context);
      const edition = api.editionOf?.(caller) ?? null;
      if (edition !== null && options.inEdition !== undefined)
        return options.inEdition(edition)(request, response, asked);
      api.onAdmitted?.(response, caller, operation);
      if (asked === 'HEAD' && api.answersHead === false) {
        send(response, api.renderProblem({ kind: 'method-not-allowed', allow: 'GET' }));
        return;
      }
      const given = await answer(request, response, caller);
      const body = respond(response, given);
      const canCache = body !== null && given.status === 200 && request.headers.prefer === undefined;
      if (canCache && api.isCached?.(operation) === true) {
        const bytes = Number(response.getHeader('Content-Length'));
        const sent = { body, encoding: encodingOf(body, bytes), bytes, headers: headersOf(response) };
        api.cacheAnswer?.(request, caller, sent, operation);
      }
    } catch (error) {
      const problem = problemOf(error, request.params);
      if (problem.kind === 'internal' || problem.kind === 'unavailable') {
        log.error({ id: response.getHeader('X-Request-Id'), err: error }, 'a request failed');
      }
      respond(response, api.renderProblem(problem));
    }
  };
}

/** Express splits a parameter that takes the rest of the path. */
function joinRest({ params }: Request): void {
  for (const [name, value] of Object.entries(params))
    if (Array.isArray(value)) params[name] = value.join('/');
}

/** The headers of an answer as they were sent: names and values alternate. The id of the request is not included. */
function headersOf(response: Response): string[] {
  // The method keeps the case of the names. Responses have it too, but the types declare it only for requests.
  const names = (response as Response & Pick<ClientRequest, 'getRawHeaderNames'>).getRawHeaderNames();
  return names.flatMap((name) => (name === 'X-Request-Id' ? [] : [name, String(response.getHeader(name))]));
}
