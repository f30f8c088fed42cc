import type { MediaType, Operation, Parameter } from '../../contract/operation.ts';

/** The request that the code samples of an operation send: the first named example that leads to a success. */
export interface SampleRequest {
  readonly operation: Operation;
  readonly path: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly header: Readonly<Record<string, unknown>>;
  /** Undefined if the request has no body. */
  readonly body: unknown;
}

/** Makes it. Throws if no example has everything that the operation requires. */
export function sampleRequest(operation: Operation): SampleRequest {
  const { id, parameters, requestBody } = operation;
  const body = requestBody?.content.get('application/json');
  const name = successNames(operation).find(
    (candidate) =>
      parameters.every(({ required, examples }) => !required || examples.has(candidate)) &&
      (requestBody?.required !== true || body?.examples.has(candidate)),
  );
  if (name === undefined) {
    throw new Error(
      `No code sample of ${id} can be made: no example of a success has a value for each required parameter and the body. Add one at ${operation.rule}.`,
    );
  }
  const values = (location: Parameter['in']) =>
    Object.fromEntries(
      parameters
        .filter((parameter) => parameter.in === location && parameter.examples.has(name))
        .map((parameter) => [parameter.name, parameter.examples.get(name)]),
    );
  return {
    operation,
    path: values('path'),
    query: values('query'),
    header: values('header'),
    body: body?.examples.get(name),
  };
}

/** The names of the examples that lead to a success: those of its body, or those that no response has. */
function successNames({ parameters, requestBody, responses }: Operation): readonly string[] {
  const named = (content: ReadonlyMap<string, MediaType>) =>
    [...content.values()].flatMap(({ examples }) => [...examples.keys()]);
  const all = [...responses.values()];
  const successes = all.filter(({ status }) => status < 300);
  const own = successes.flatMap(({ content }) => named(content));
  const requested = [
    ...parameters.flatMap(({ examples }) => [...examples.keys()]),
    ...named(requestBody?.content ?? new Map()),
  ];
  if (successes.every(({ content }) => content.size > 0)) return own;
  const answered = all.flatMap(({ content }) => named(content));
  const others = requested.filter((name) => !answered.includes(name));
  // An operation that takes nothing needs no example.
  return [...own, ...(requested.length === 0 ? ['nothing'] : others)];
}
