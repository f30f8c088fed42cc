import type { DocumentedResponse, Operation } from '../../contract/operation.ts';
import type { RawRequest } from './raw-http.ts';

/** A call that the examples of one name make up: those of the parameters, of the body, and of the response. */
export interface ExampleCall {
  readonly name: string;
  readonly operation: Operation;
  /** By the names of the parameters. */
  readonly values: ReadonlyMap<string, string>;
  /** Undefined if there is no body of this name. */
  readonly body: unknown;
  /** The responses that the call may lead to: exactly one, if the contract is right. */
  readonly responses: readonly DocumentedResponse[];
}

/**
 * The calls of an operation, as tools that read examples pair them: by name. A name that no response has leads to the
 * success without a body. An operation that takes nothing has one call for each example of its success.
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

/** The names of the examples of a response's body. */
export function responseNames({ content }: DocumentedResponse): string[] {
  return [...content.values()].flatMap(({ examples }) => [...examples.keys()]);
}

/** The examples of the JSON body of an operation; none if it takes no body. */
export function bodyExamples({ requestBody }: Operation): ReadonlyMap<string, unknown> {
  return requestBody?.content.get('application/json')?.examples ?? new Map();
}

export function successes({ responses }: Operation): DocumentedResponse[] {
  return [...responses.values()].filter(({ status }) => status < 300);
}

export function takesNothing({ parameters, requestBody }: Operation): boolean {
  return parameters.length === 0 && requestBody === null;
}

export function hasBody({ content }: DocumentedResponse): boolean {
  return content.size > 0;
}

/** What the contract shows of a response under a name: the body, and each header that has an example. */
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

/** The request of a call, with the headers of the caller. */
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
