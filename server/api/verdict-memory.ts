import type { Request } from 'express';
import type { Operation } from '../../contract/operation.ts';
import type { SchemaAt } from '../../contract/schema-compiler.ts';
import type { ValidateRequest } from './request-validator.ts';

/** So many valid inputs are remembered, the oldest being forgotten first; longer ones are not. */
const remembered = 1000;
const longestInput = 500;

/** A GET without a body: all of its input is in the path, the query and the declared headers. */
export type BodylessGet = Operation & { readonly method: 'get'; readonly requestBody: null };

export function isBodylessGet(operation: Operation): operation is BodylessGet {
  return operation.method === 'get' && operation.requestBody === null;
}

/**
 * Makes a validator that asks `validate`, and remembers that an input was valid: the same query and declared headers
 * are valid again with any path that keeps the contract, since the verdict rests on nothing else. Validation costs a
 * third of a whole request. The path is checked every time. An operation with a body does not compile here.
 */
export function createVerdictMemory(options: {
  readonly operation: BodylessGet;
  readonly schemaAt: SchemaAt;
  readonly validate: ValidateRequest;
}): ValidateRequest {
  const { operation, schemaAt, validate } = options;
  const named = (location: 'header' | 'path') =>
    operation.parameters.filter((parameter) => parameter.in === location);
  const headers = named('header').map(({ name }) => name.toLowerCase());
  const pathSchemas = named('path').map(({ name, schemaPointer }) => ({ name, schemaPointer }));
  const validQueries = new Map<string, Request['query']>();

  return async function recallVerdict(request, response) {
    const [, ...search] = request.url.split('?');
    const input = [search.join('?'), ...headers.map((name) => request.headers[name])].join('\n');
    const query = isValidPath(request.params) ? validQueries.get(input) : undefined;
    if (query !== undefined) {
      Object.defineProperty(request, 'query', { value: query, configurable: true, enumerable: true });
      return;
    }
    await validate(request, response);
    if (input.length <= longestInput) remember(input, request.query);
  };

  function isValidPath(parameters: Request['params']): boolean {
    return pathSchemas.every(({ name, schemaPointer }) => schemaAt(schemaPointer)(parameters[name]));
  }

  function remember(input: string, query: Request['query']): void {
    const [oldest] = validQueries.keys();
    if (validQueries.size >= remembered && oldest !== undefined) validQueries.delete(oldest);
    validQueries.set(input, Object.freeze({ ...query }));
  }
}
