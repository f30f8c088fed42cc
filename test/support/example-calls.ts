import type { DocumentedResponse, Operation } from '../../contract/operation.ts';
import type { RawRequest } from './raw-http.ts';

/** A call that consists of all examples with one name: of the parameters, of the body, and of the response. */
export interface ExampleCall {
  readonly name: string;
  readonly operation: Operation;
  /** The values of the parameters, by name. */
  readonly values: ReadonlyMap<string, string>;
  /** Undefined if no body example has this name. */
  readonly body: unknown;
  /** The documented responses to the call: exactly one if the contract is correct. */
  readonly responses: readonly DocumentedResponse[];
}

/**
 * Returns the calls of an operation. Examples are paired by name, as tools do. If no response example has the name, the
 * response is the success without a body. An operation without input has one call per example of its success.
 *
 * @see https://docs.specmatic.io
 * @see https://microcks.io/documentation/references/artifacts/openapi-conventions/
 */
export function exampleCalls(operation: Operation): ExampleCall[] {
  const bodies = bodyExamples(operation);
  const names = takesNothing(operation)
    ? successes(operation).flatMap((response) => (hasBody(response) ? responseNames(response) : ['nothing']))
    : [...operation.parameters.flatMap(({ examples }) => [...examples.keys()]), ...bodies.keys()];
  return [...new Set(names)].map((name) => {
    const values = operation.parameters.flatMap((parameter): [string, string][] =>
      parameter.examples.has(name) ? [[parameter.name, String(parameter.examples.get(name))]] : [],
    );
    const named = [...operation.responses.values()].filter((response) =>
      responseNames(response).includes(name),
    );
    const responses =
      named.length > 0 ? named : successes(operation).filter((response) => !hasBody(response));
    return { name, operation, values: new Map(values), body: bodies.get(name), responses };
  });
}

/** Returns the names of the body examples of a response. */
export function responseNames({ content }: DocumentedResponse): string[] {
  return [...content.values()].flatMap(({ examples }) => [...examples.keys()]);
}

/** Returns the examples of the JSON body of an operation; empty if it has no body. */
export function bodyExamples({ requestBody }: Operation): ReadonlyMap<string, unknown> {
  return requestBody?.content.get('application/json')?.examples ?? new Map();
}

export function successes({ responses }: Operation): DocumentedResponse[] {
  return [...responses.values()].filter(({ status }) => status < 400);
}

export function takesNothing({ parameters, requestBody }: Operation): boolean {
  return parameters.length === 0 && requestBody === null;
}

export function hasBody({ content }: DocumentedResponse): boolean {
  return content.size > 0;
}

/** Returns the examples of a response with a name: the body, and each header that has an example. */
export function shownResponse(
  { status, content, headers }: DocumentedResponse,
  name: string,
): { readonly status: number; readonly body: unknown; readonly headers: Readonly<Record<string, unknown>> } {
  const [body] = [...content.values()].flatMap(({ examples }) =>
    examples.has(name) ? [examples.get(name)] : [],
  );
  const shown = [...headers].map(([header, { example, examples }]): [string, unknown] => [
    header,
    String(examples.has(name) ? examples.get(name) : example),
  ]);
  return { status, body, headers: Object.fromEntries(shown) };
}

/** Returns the request of a call with additional headers. */
export function requestOf(
  { operation, values, body }: Pick<ExampleCall, 'operation' | 'values' | 'body'>,
  credentials: Readonly<Record<string, string>>,
): RawRequest {
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name) =>
    encodeURIComponent(values.get(name) ?? ''),
  );
  const query = new URLSearchParams();
  const headers: Record<string, string> = { ...credentials };
  for (const { name, in: place } of operation.parameters) {
    const value = values.get(name);
    if (value === undefined) continue;
    if (place === 'query') query.set(name, value);
    if (place === 'header') headers[name] = value;
  }
  return {
    method: operation.method.toUpperCase(),
    path: query.size === 0 ? path : `${path}?${query}`,
    headers: body === undefined ? headers : { 'Content-Type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  };
}
