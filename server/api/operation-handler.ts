import type { Request, Response } from 'express';
import type { Operation } from '../../contract/operation.ts';
import type { Answer } from './answer.ts';
import type { Api, ApiContext } from './api.ts';
import { authenticate } from './authenticate.ts';
import { createQueryDecoder } from './decode-query.ts';
import type { Log } from './log.ts';
import { preferredAnswer } from './preferred-answer.ts';
import { problemOf } from './problem-of.ts';
import { readBody } from './read-body.ts';
import type { ValidateRequest } from './request-validator.ts';
import { createResponder } from './responder.ts';
import { createVerdictMemory, isBodylessGet } from './verdict-memory.ts';

/**
 * Makes what answers one operation of an API. A request goes through, in this order: the key (401), `Prefer`, the
 * body's form (400, 413, 415), the validation of its input (400 or 422), the handler. Whatever comes of it is
 * validated before it is sent.
 */
export function createOperationHandler<Caller>(options: {
  readonly api: Api<Caller>;
  readonly operation: Operation;
  readonly context: ApiContext;
  readonly validate: ValidateRequest;
  readonly log: Log;
}): (request: Request, response: Response) => Promise<void> {
  const { api, operation, context, log } = options;
  const { schemaAt } = api.contract;
  const handler = api.handlers[operation.id];
  if (handler === undefined) {
    throw new Error(`${operation.place} has no handler: nothing answers ${operation.id}. Write it.`);
  }
  const internalError = api.renderProblem({ kind: 'internal' });
  const respond = createResponder({ operation, schemaAt, internalError, log });
  const decodeQuery = api.fastapi === true ? createQueryDecoder(operation) : () => undefined;
  const decodeAndValidate: ValidateRequest = (request, response) => {
    decodeQuery(request);
    return options.validate(request, response);
  };
  const validate = isBodylessGet(operation)
    ? createVerdictMemory({ operation, schemaAt, validate: decodeAndValidate })
    : decodeAndValidate;

  async function answer(request: Request, response: Response): Promise<Answer> {
    const caller = await authenticate(api.access, operation, request, context);
    const preferred = api.prefer === true ? preferredAnswer(operation, request.headers) : null;
    if (preferred !== null) {
      response.setHeader('Preference-Applied', preferred.applied);
      return preferred.answer;
    }
    if (operation.requestBody !== null) await readBody(operation.requestBody, request, response);
    await validate(request, response);
    const { params: path, query, body } = request;
    const valid = { path, query, body, header: (name: string) => request.get(name), caller };
    // The validator has just made these what the contract, and so the generated types, say.
    return handler?.(valid as never, context) as Promise<Answer>;
  }

  return async function handleOperation(request, response) {
    try {
      respond(response, await answer(request, response));
    } catch (error) {
      const problem = problemOf(error);
      if (problem.kind === 'internal' || problem.kind === 'unavailable') {
        log.error({ id: response.locals.requestId, err: error }, 'a request failed');
      }
      respond(response, api.renderProblem(problem));
    }
  };
}
