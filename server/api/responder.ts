// Validates every answer before it is sent.
import type { Response } from 'express';
import type { Operation } from '../../contract/operation.ts';
import type { SchemaAt } from '../../contract/schema-compiler.ts';
import type { Answer } from './answer.ts';
import { answerViolations, type Violation } from './answer-violations.ts';
import type { Log } from './log.ts';

/** Sends an answer and returns the sent body; null if it has no body, or violates the contract and is not sent. */
export type Respond = (response: Response, answer: Answer) => string | null;

/**
 * Makes the function that sends all answers of an operation, errors included. Status, content type, headers and body are
 * checked against the contract. An answer that violates it is not sent: its violations are logged, and the API's own 500
 * is sent instead.
 */
export function createResponder(options: {
  readonly operation: Operation;
  readonly schemaAt: SchemaAt;
  readonly internalError: Answer;
  readonly log: Log;
}): Respond {
  const { operation, schemaAt, internalError, log } = options;
  const violationsOf = (answer: Answer): readonly Violation[] => {
    const documented = operation.responses.get(answer.status);
    if (documented === undefined) return [{ pointer: '', message: 'has an undeclared status' }];
    return answerViolations(documented, schemaAt, answer);
  };
  if (violationsOf(internalError).length > 0) {
    throw new Error(
      `The 500 of ${operation.id} violates its own contract. Fix the renderer or the document.`,
    );
  }

  return function respond(response, answer) {
    const violations = violationsOf(answer);
    if (violations.length === 0) return send(response, answer);
    log.error(
      { operation: operation.id, status: answer.status, violations },
      'an answer violated the contract',
    );
    send(response, internalError);
    return null;
  };
}

/**
 * Sends an answer without validating it, and returns its body; null if it has none. Use it directly only for requests
 * that do not belong to an operation.
 */
export function send(
  response: Response,
  { status, body, contentType = 'application/json', headers }: Answer,
): string | null {
  if (body === undefined) {
    response.writeHead(status, headers).end();
    return null;
  }
  const payload = JSON.stringify(body);
  const length = Buffer.byteLength(payload);
  response.writeHead(status, { ...headers, 'Content-Type': contentType, 'Content-Length': length });
  response.end(payload, encodingOf(payload, length));
  return payload;
}

/**
 * Returns the encoding in which to write a text; `bytes` is its length in UTF-8. ASCII text is written faster as
 * Latin-1. Text is not converted to a buffer, because Node would then send it separately from the headers.
 */
export function encodingOf(text: string, bytes: number): 'latin1' | 'utf8' {
  return text.length === bytes ? 'latin1' : 'utf8';
}
