import express, { type Request, type Response } from 'express';
import type { RequestBody } from '../../contract/operation.ts';
import { type InputFault, ProblemError } from './problem.ts';
import { runMiddleware } from './run-middleware.ts';

const parseJson = express.json({ limit: '64kb', type: () => true });

/** What validates a body, and what writes it out again, calls itself once for each level. */
const deepest = 100;

/**
 * Reads the JSON body of a request. Rejects with a problem for another media type, for more than 64 kB, for what is
 * not JSON, for nothing where a body is required, and for one that is nested deeper than anybody means to.
 */
export async function readBody(
  { required }: RequestBody,
  request: Request,
  response: Response,
): Promise<void> {
  const length = request.headers['content-length'];
  const isEmpty =
    length === '0' || (length === undefined && request.headers['transfer-encoding'] === undefined);
  if (isEmpty) {
    if (required) throw invalid({ in: 'body', name: '', message: 'is required', code: 'missing' });
    return;
  }
  if (request.is('application/json') === false) throw new ProblemError({ kind: 'unsupported-media-type' });
  await runMiddleware([parseJson], request, response);
  refuseDeepBody(request.body);
}

function refuseDeepBody(body: unknown): void {
  let level: unknown[] = [body];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) {
      const message = `must not be nested deeper than ${deepest} levels`;
      throw invalid({ in: 'body', name: '', message, code: 'depth' });
    }
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    );
  }
}

function invalid(fault: InputFault): ProblemError {
  return new ProblemError({ kind: 'invalid', faults: [fault] });
}
