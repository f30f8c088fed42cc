import express, { type Request, type Response } from 'express';
import { ProblemError } from '../../api/problem.ts';
import { runMiddleware } from '../../api/run-middleware.ts';

/** Decodes the content encoding. The type is checked afterwards. */
const readBytes = express.raw({ limit: '64kb', type: () => true });

/** The query of a request. */
export function readQuery({ url }: Pick<Request, 'url'>): URLSearchParams {
  const start = url.indexOf('?');
  return new URLSearchParams(start < 0 ? '' : url.slice(start));
}

/** The fields of a form. Rejects with a `ProblemError` if the body is larger than 64 kB, not a form, or not UTF-8. */
export async function readForm(request: Request, response: Response): Promise<URLSearchParams> {
  await runMiddleware([readBytes], request, response);
  const bytes: unknown = request.body;
  if (!Buffer.isBuffer(bytes) || bytes.length === 0) return new URLSearchParams();
  if (request.is('application/x-www-form-urlencoded') === false)
    throw new ProblemError({ kind: 'unsupported-media-type', fault: 'type' });
  return new URLSearchParams(bytes.toString('utf8'));
}

/** The only value of a parameter. Null if it is missing, empty, or repeated, because then its meaning is unclear. */
export function only(parameters: URLSearchParams, name: string): string | null {
  const [value, ...others] = parameters.getAll(name);
  return value === undefined || value === '' || others.length > 0 ? null : value;
}
