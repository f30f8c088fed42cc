import type { SecurityScheme } from '../../contract/operation.ts';

/** One fault of a request. */
export interface InputFault {
  readonly in: 'path' | 'query' | 'header' | 'body';
  /** The parameter's name, or the JSON pointer into the body. */
  readonly name: string;
  readonly message: string;
  /** The schema keyword that was violated, or a code of our own. */
  readonly code: string;
  /** The text that was given, if it is known. */
  readonly value?: string;
}

/** The reason why a request does not succeed. Each API renders it in its own error shape. */
export type Problem =
  /** `scheme` is the first that the operation accepts. */
  | { readonly kind: 'unauthenticated'; readonly scheme?: SecurityScheme }
  | { readonly kind: 'forbidden'; readonly detail: string }
  /** `what` does not exist: "The … does not exist". */
  | { readonly kind: 'not-found'; readonly what: string }
  | { readonly kind: 'method-not-allowed'; readonly allow: string }
  /** The state of the resource does not allow the request; `legal` names what it allows. */
  | { readonly kind: 'conflict'; readonly detail: string; readonly legal?: readonly string[] }
  | { readonly kind: 'malformed-request'; readonly detail: string }
  | { readonly kind: 'unknown-expectation'; readonly detail: string }
  | { readonly kind: 'malformed-body'; readonly fault: 'json' | 'utf-8' | 'compression' }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'unsupported-media-type'; readonly fault: 'type' | 'charset' | 'encoding' }
  | { readonly kind: 'invalid'; readonly faults: readonly InputFault[] }
  | { readonly kind: 'unavailable' }
  | { readonly kind: 'internal' };

/** The faults of a body as a whole, by the kind of the problem. */
export type BodyFault<Kind extends 'malformed-body' | 'unsupported-media-type'> = Extract<
  Problem,
  { readonly kind: Kind }
>['fault'];

/** The message for each fault of a body as a whole, the same for every API. */
export const bodyFaults: Readonly<Record<BodyFault<'malformed-body' | 'unsupported-media-type'>, string>> = {
  json: 'The body is not valid JSON',
  'utf-8': 'The body is not valid UTF-8',
  compression: 'The body does not have the encoding that Content-Encoding names',
  type: 'The body is not application/json',
  charset: 'The charset of the body is not UTF-8',
  encoding: 'The content encoding of the body is not gzip, deflate, br or zstd',
};

/** The error that a handler throws to answer with a problem. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(`The request ended as ${problem.kind}.`);
    this.problem = problem;
  }
}

/** Seconds after which a client may retry if the store is unavailable. */
export const retryAfterSeconds = 5;
