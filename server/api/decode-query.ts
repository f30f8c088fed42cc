import type { Request } from 'express';
import type { Operation } from '../../contract/operation.ts';

/**
 * Makes the function that reads a query like FastAPI. Undeclared parameters are ignored. If a parameter is repeated, the
 * last value counts. An integer consists of decimal digits with an optional sign; any other text becomes NaN, which the
 * validator refuses. An integer outside the safe range becomes the nearest safe one. A number can have a fraction and an
 * exponent. Any other text in place of a boolean stays a text, which the validator refuses.
 */
export function createQueryDecoder({ parameters }: Operation): (request: Request) => void {
  const declared = parameters
    .filter((parameter) => parameter.in === 'query')
    .map(({ name, schema }) => ({ name, decode: decoders[String(schema.type)] ?? String }));

  return function decodeQuery(request) {
    const query: Record<string, unknown> = {};
    const start = request.url.indexOf('?');
    if (start >= 0) {
      const given = new URLSearchParams(request.url.slice(start));
      for (const { name, decode } of declared) {
        const last = given.getAll(name).at(-1);
        if (last !== undefined) query[name] = decode(last);
      }
    }
    Object.defineProperty(request, 'query', {
      value: query,
      writable: true,
      configurable: true,
      enumerable: true,
    });
  };
}

const decoders: Readonly<Record<string, (text: string) => unknown>> = {
  integer: decodeInteger,
  number: decodeNumber,
  boolean: decodeBoolean,
};

function decodeNumber(text: string): number {
  return /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*$/i.test(text) ? Number(text) : Number.NaN;
}

function decodeBoolean(text: string): boolean | string {
  if (/^(?:true|t|yes|y|on|1)$/i.test(text)) return true;
  return /^(?:false|f|no|n|off|0)$/i.test(text) ? false : text;
}

function decodeInteger(text: string): number {
  const digits = text.trim();
  if (!/^[+-]?\d+$/.test(digits)) return Number.NaN;
  return Math.min(Math.max(Number(digits), Number.MIN_SAFE_INTEGER), Number.MAX_SAFE_INTEGER);
}
