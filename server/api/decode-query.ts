import type { RequestHandler } from 'express';
import type { Operation } from '../../contract/contract.ts';
import { dereference, type OpenApiDocument } from '../../contract/openapi-document.ts';

/**
 * Makes the middleware that reads the query as the vendors' framework does: parameters that are not declared are
 * left out, of a repeated one the last counts, and an integer is decimal digits with an optional sign. What is no
 * integer becomes NaN, which the validator refuses; one beyond what a number holds exactly becomes the nearest that
 * is held.
 */
export function createQueryDecoder(options: {
  readonly document: OpenApiDocument;
  readonly operation: Operation;
}): RequestHandler {
  const declared = options.operation.parameters
    .filter((parameter) => parameter.in === 'query')
    .map(({ name, schema }) => ({
      name,
      isInteger: dereference(options.document, schema).type === 'integer',
    }));

  return function decodeQuery(request, _response, next) {
    const [, ...parts] = request.url.split('?');
    // It takes one question mark away at the start.
    const given = new URLSearchParams(`?${parts.join('?')}`);
    const query: Record<string, unknown> = {};
    for (const { name, isInteger } of declared) {
      const last = given.getAll(name).at(-1);
      if (last !== undefined) query[name] = isInteger ? decodeInteger(last) : last;
    }
    Object.defineProperty(request, 'query', {
      value: query,
      writable: true,
      configurable: true,
      enumerable: true,
    });
    next();
  };
}

function decodeInteger(text: string): number {
  const digits = text.trim();
  if (!/^[+-]?\d+$/.test(digits)) return Number.NaN;
  return Math.min(Math.max(Number(digits), Number.MIN_SAFE_INTEGER), Number.MAX_SAFE_INTEGER);
}
