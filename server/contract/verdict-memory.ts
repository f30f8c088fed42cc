import type { Request, RequestHandler } from 'express';
import { inOrder } from '../http/in-order.ts';
import { ProblemError } from '../http/problem.ts';
import type { Operation } from './contract.ts';
import type { PresentedKey } from './request-validator.ts';

/** So many valid targets are remembered, the oldest being forgotten first; longer ones are not. */
const remembered = 1000;
const longestTarget = 500;

/**
 * Makes middleware that has a request judged by `judge`, and remembers that a target was valid: the same path, query
 * and declared headers are valid again, since the verdict rests on nothing else. Judging costs a quarter of a whole
 * request. The key is asked about every time.
 */
export function createVerdictMemory(options: {
  readonly operation: Operation;
  /** Checks the key too, so that a request is refused for it first. */
  readonly judge: readonly RequestHandler[];
  readonly keyOf: (request: Request) => PresentedKey;
  readonly authenticate: (request: Request, key: PresentedKey) => Promise<boolean>;
}): RequestHandler {
  const { operation, judge, keyOf, authenticate } = options;
  const headers = operation.parameters
    .filter(({ in: place }) => place === 'header')
    .map(({ name }) => name.toLowerCase());
  const validQueries = new Map<string, Request['query']>();

  return function recallVerdict(request, response, next) {
    const target = [request.url, ...headers.map((name) => request.headers[name])].join('\n');
    const query = validQueries.get(target);
    if (query === undefined) {
      return inOrder(judge, request, response, (error) => {
        if (error === undefined && target.length <= longestTarget) remember(target, request.query);
        next(error);
      });
    }
    authenticate(request, keyOf(request)).then((isKnown) => {
      if (!isKnown) return next(new ProblemError({ kind: 'unauthenticated' }));
      Object.defineProperty(request, 'query', { value: query, configurable: true, enumerable: true });
      next();
    }, next);
  };

  function remember(target: string, query: Request['query']): void {
    const [oldest] = validQueries.keys();
    if (validQueries.size >= remembered && oldest !== undefined) validQueries.delete(oldest);
    validQueries.set(target, Object.freeze({ ...query }));
  }
}
