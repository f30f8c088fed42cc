import type { Request, RequestHandler } from 'express';
import type { Operation } from '../../contract/contract.ts';
import { inOrder } from './in-order.ts';
import { ProblemError } from './problem.ts';
import type { PresentedKey } from './request-validator.ts';

/** So many valid inputs are remembered, the oldest being forgotten first; longer ones are not. */
const remembered = 1000;
const longestInput = 500;

/**
 * Makes middleware that has a request judged by `judge`, and remembers that its input was valid: the same query and
 * declared headers are valid again with any path that keeps the contract, since the verdict rests on nothing else.
 * Judging costs a third of a whole request. The path is judged, and the key asked about, every time.
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
    const [, ...search] = request.url.split('?');
    const input = [search.join('?'), ...headers.map((name) => request.headers[name])].join('\n');
    const query = operation.isValidPath(request.params) ? validQueries.get(input) : undefined;
    if (query === undefined) {
      return inOrder(judge, request, response, (error) => {
        if (error === undefined && input.length <= longestInput) remember(input, request.query);
        next(error);
      });
    }
    authenticate(request, keyOf(request)).then((isKnown) => {
      if (!isKnown) return next(new ProblemError({ kind: 'unauthenticated' }));
      Object.defineProperty(request, 'query', { value: query, configurable: true, enumerable: true });
      next();
    }, next);
  };

  function remember(input: string, query: Request['query']): void {
    const [oldest] = validQueries.keys();
    if (validQueries.size >= remembered && oldest !== undefined) validQueries.delete(oldest);
    validQueries.set(input, Object.freeze({ ...query }));
  }
}
