import express, { type Request, type Response } from 'express';
import type { RequestBody } from '../../contract/operation.ts';
import { type BodyFault, type InputFault, ProblemError } from './problem.ts';
import { runMiddleware } from './run-middleware.ts';

/** Decodes the content encoding. Any type is accepted: this file decides which fault is reported. */
const readBytes = express.raw({ limit: '64kb', type: () => true });

/** Maximum nesting. The validator and the serializer recurse once per level. */
const maximumDepth = 100;

/**
 * Reads the JSON body of a request. Rejects with a `ProblemError` if the body is larger than 64 kB, missing although it
 * is required, has another media type, charset or content encoding, is not UTF-8 or not JSON, or is nested too deep.
 */
export async function readBody(
  { required }: RequestBody,
  request: Request,
  response: Response,
): Promise<void> {
  await runMiddleware([readBytes], request, response);
  const bytes: unknown = request.body;
  if (!Buffer.isBuffer(bytes) || bytes.length === 0) {
    if (required) throw invalid({ in: 'body', name: '', message: 'is required', code: 'missing' });
    request.body = undefined;
    // The validator would check the type of the missing body.
    delete request.headers['content-type'];
    return;
  }
  if (request.is('application/json') === false) throw unsupported('type');
  if (!isUtf8(request.headers['content-type'])) throw unsupported('charset');
  request.body = parse(decode(bytes));
  refuseDeepBody(request.body);
}

function isUtf8(contentType = ''): boolean {
  const [, charset = 'utf-8'] = /;\s*charset\s*=\s*"?([^\s";]*)/i.exec(contentType) ?? [];
  return /^utf-?8$/i.test(charset);
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ProblemError({ kind: 'malformed-body', fault: 'utf-8' });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ProblemError({ kind: 'malformed-body', fault: 'json' });
  }
}

function refuseDeepBody(body: unknown): void {
  let level: unknown[] = [body];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > maximumDepth) {
      const message = `must not be nested deeper than ${maximumDepth} levels`;
      throw invalid({ in: 'body', name: '', message, code: 'depth' });
    }
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    );
  }
}

function unsupported(fault: BodyFault<'unsupported-media-type'>): ProblemError {
  return new ProblemError({ kind: 'unsupported-media-type', fault });
}

function invalid(fault: InputFault): ProblemError {
  return new ProblemError({ kind: 'invalid', faults: [fault] });
}
