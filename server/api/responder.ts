// The way out: every answer is validated before it is sent.
import type { Response } from 'express';
import type { Operation } from '../../contract/operation.ts';
import type { SchemaAt } from '../../contract/schema-compiler.ts';
import type { Answer } from './answer.ts';
import { answerViolations, type Violation } from './answer-violations.ts';
import type { Log } from './log.ts';

/** Sends an answer, and returns its body as it left; null if it has none, or broke the contract and never left. */
export type Respond = (response: Response, answer: Answer) => string | null;

/**
 * Makes the one way out of an operation. Every answer, errors too, is held against what the contract documents for
 * its status, content type, headers and body. One that breaks it never leaves: it is logged with what was wrong, and
 * the API's own 500 is sent in its place.
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
    throw new Error(`The 500 of ${operation.id} breaks its own contract. Fix the renderer or the document.`);
  }

  return function respond(response, answer) {
    const violations = violationsOf(answer);
    if (violations.length === 0) return send(response, answer);
    log.error({ operation: operation.id, status: answer.status, violations }, 'an answer broke the contract');
    send(response, internalError);
    return null;
  };
}

/**
 * Sends an answer as it is, and returns its body; null if it has none. Only what belongs to no operation may come here
 * without being validated.
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
 * How a text of so many bytes in UTF-8 is written. Text and headers leave in one write, which a buffer would make two;
 * and text that is ASCII leaves faster under the name of Latin-1.
 */
export function encodingOf(text: string, bytes: number): 'latin1' | 'utf8' {
  return text.length === bytes ? 'latin1' : 'utf8';
}
