import type { Response } from 'express';
import type { Operation } from '../../contract/contract.ts';
import type { Answer } from './answer.ts';
import type { Log } from './log.ts';

/** Sends an answer, unless it breaks the contract. */
export type Respond = (response: Response, answer: Answer) => void;

/**
 * Makes the one way out of an operation. Every answer, errors too, is held against what the contract documents for
 * its status, content type, headers and body. One that breaks it never leaves: it is logged with what was wrong, and
 * the API's own 500 is sent in its place.
 */
export function createResponder(options: {
  readonly operation: Operation;
  readonly internalError: Answer;
  readonly log: Log;
}): Respond {
  const { operation, internalError, log } = options;
  const documentedFailure = operation.responses.get(internalError.status);
  if (documentedFailure === undefined || documentedFailure.violations(internalError).length > 0) {
    throw new Error(`The 500 of ${operation.id} breaks its own contract. Mend the renderer or the document.`);
  }

  return function respond(response, answer) {
    const documented = operation.responses.get(answer.status);
    const violations = documented?.violations(answer) ?? [
      { pointer: '', message: 'has an undeclared status' },
    ];
    if (violations.length === 0) return send(response, answer);
    log.error({ operation: operation.id, status: answer.status, violations }, 'an answer broke the contract');
    send(response, internalError);
  };
}

/** Sends an answer as it stands. Only what belongs to no operation may come here without being validated. */
export function send(
  response: Response,
  { status, body, contentType = 'application/json', headers }: Answer,
): void {
  if (body === undefined) {
    response.writeHead(status, headers).end();
    return;
  }
  // Text and headers leave in one write; a buffer would make it two.
  const payload = JSON.stringify(body);
  const length = Buffer.byteLength(payload);
  response.writeHead(status, { ...headers, 'Content-Type': contentType, 'Content-Length': length });
  response.end(payload);
}
