/** One thing that is wrong with a request. */
export interface InputFault {
  readonly in: 'path' | 'query' | 'header' | 'body';
  /** The parameter's name, or the JSON pointer into the body. */
  readonly name: string;
  readonly message: string;
  /** The keyword of the schema that was broken, or a word of ours. */
  readonly code: string;
}

/** Why a request gets no ordinary answer. Each API renders it in its own error shape. */
export type Problem =
  | { readonly kind: 'unauthenticated' }
  | { readonly kind: 'forbidden'; readonly detail: string }
  /** What does not exist, as the end of "There is no such …". */
  | { readonly kind: 'not-found'; readonly what: string }
  | { readonly kind: 'method-not-allowed'; readonly allow: string }
  /** The state of what the request is about does not allow it; `legal` names what it does allow. */
  | { readonly kind: 'conflict'; readonly detail: string; readonly legal?: readonly string[] }
  | { readonly kind: 'malformed-body'; readonly fault: 'json' | 'utf-8' | 'compression' }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'unsupported-media-type'; readonly fault: 'type' | 'charset' | 'encoding' }
  | { readonly kind: 'invalid'; readonly faults: readonly InputFault[] }
  | { readonly kind: 'unavailable' }
  | { readonly kind: 'internal' };

/** What can be wrong with a body as a whole, by the kind of the problem. */
export type BodyFault<Kind extends 'malformed-body' | 'unsupported-media-type'> = Extract<
  Problem,
  { readonly kind: Kind }
>['fault'];

/** Each fault of a body as a whole, in words that every API uses. */
export const bodyFaults: Readonly<Record<BodyFault<'malformed-body' | 'unsupported-media-type'>, string>> = {
  json: 'The body is not valid JSON',
  'utf-8': 'The body is not valid UTF-8',
  compression: 'The body is not encoded as its Content-Encoding says',
  type: 'The body is not application/json',
  charset: 'The charset of the body is not UTF-8',
  encoding: 'The content encoding of the body is not gzip, deflate, br or zstd',
};

/** Thrown to answer a request with a problem. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(`The request ended as ${problem.kind}.`);
    this.problem = problem;
  }
}

/** Seconds after which a client may try again when the store is away. */
export const retryAfterSeconds = 5;
