import type { Request, RequestHandler, Response } from 'express';
import type { Contract } from '../../contract/contract.ts';
import type { Operation, SecurityScheme } from '../../contract/operation.ts';
import type { Store } from '../store/open-store.ts';
import type { Answer } from './answer.ts';
import type { Problem } from './problem.ts';

/** What every handler receives along with its request. The time is that of the caller's workspace, so it is not here. */
export interface ApiContext {
  readonly store: Store;
  /** A new random UUID. */
  readonly newId: () => string;
}

/** An API: its contract, the handlers of its operations, and the shape of its errors. */
export interface Api<Caller = unknown> {
  readonly contract: Contract;
  /** By operationId. Each resolves to an answer, or rejects with a `ProblemError`. */
  readonly handlers: Readonly<Record<string, (request: never, context: ApiContext) => Promise<Answer>>>;
  readonly access: Access<Caller>;
  /** Renders a problem in the API's own error shape. It reveals nothing about the server. */
  readonly renderProblem: (problem: Problem) => Answer;
  /** True if `Prefer` chooses among the documented responses. */
  readonly prefer?: boolean;
  /** True if pages of any origin may send requests. */
  readonly cors?: boolean;
  /** True if the answers of an operation depend only on the request and on the version of the caller's workspace. */
  readonly isCached?: (operation: Operation) => boolean;
  /** Caches a validated 200 of such an operation as it was sent, so that it can answer equal requests. */
  readonly cacheAnswer?: (request: Request, caller: Caller, answer: SentAnswer, operation: Operation) => void;
  /** Called with the caller of each request of an operation, before the request is answered. */
  readonly onAdmitted?: (response: Response, caller: Caller, operation: Operation) => void;
  /** True if a query is read as FastAPI reads it. */
  readonly fastapi?: boolean;
  /** False if HEAD is refused with 405; true by default. */
  readonly answersHead?: boolean;
  /** Chooses one of the `editions` by the caller; null for this API itself. */
  readonly editionOf?: (caller: Caller) => string | null;
  /** Makes an edition of this API. It has the same paths, and no editions of its own. */
  readonly makeEdition?: (name: string) => Api<Caller>;
}

/** An answer as it was sent. In the headers, names and values alternate. */
export interface SentAnswer {
  readonly headers: readonly string[];
  readonly body: string;
  readonly encoding: 'latin1' | 'utf8';
  /** The size of the body. */
  readonly bytes: number;
}

/** How a request is admitted, and what its handler learns about the caller. */
export type Access<Caller> =
  /** By the key that the operation's security requires. */
  | {
      readonly kind: 'key';
      /** Resolves to the caller that owns the key; null if the key is unknown or revoked. */
      readonly callerOf: (key: string, scheme: SecurityScheme, context: ApiContext) => Promise<Caller | null>;
      /** Resolves to the caller of a request without a key, if the operation accepts that; null if there is none. */
      readonly callerWithoutKey?: (operation: Operation, context: ApiContext) => Promise<Caller | null>;
    }
  /** By a guard that runs before every path under the prefix, even if the path does not exist. */
  | {
      readonly kind: 'guard';
      readonly prefix: `/${string}`;
      readonly guard: RequestHandler;
      /** Resolves to the caller of a request with these path parameters, which are not validated yet. */
      readonly callerOf: (path: Readonly<Record<string, unknown>>, context: ApiContext) => Promise<Caller>;
    };

type JsonBody<Op> = Op extends { requestBody: { content: { 'application/json': infer Body } } }
  ? Body
  : Op extends { requestBody?: { content: { 'application/json': infer Body } } }
    ? Body | undefined
    : undefined;

interface AnyOperation {
  readonly parameters: { readonly path?: unknown; readonly query?: unknown };
  readonly responses: object;
}

type Query<Op extends AnyOperation> = NonNullable<Op['parameters']['query']>;

/** A request that conforms to the contract. Parameters are coerced, and those in `Defaulted` have their defaults. */
export interface ValidRequest<Op extends AnyOperation, Caller, Defaulted extends PropertyKey = never> {
  readonly path: NonNullable<Op['parameters']['path']>;
  readonly query: Query<Op> & Required<Pick<Query<Op>, Extract<keyof Query<Op>, Defaulted>>>;
  readonly body: JsonBody<Op>;
  readonly header: (name: string) => string | undefined;
  readonly caller: Caller;
  /** The server as this client sees it, for URLs in an answer: scheme, host and port. */
  readonly origin: string;
}

type BodyOf<Response> = Response extends { content: infer Content } ? Content[keyof Content] : undefined;

/** The answers that the contract documents for an operation, each with its body. */
export type Documented<Op extends AnyOperation> = {
  [Status in keyof Op['responses'] & number]: {
    readonly status: Status;
    readonly headers?: Readonly<Record<string, string>>;
  } & (BodyOf<Op['responses'][Status]> extends undefined
    ? { readonly body?: undefined }
    : { readonly body: BodyOf<Op['responses'][Status]> });
}[keyof Op['responses'] & number];

/**
 * One function per operation. It resolves to a documented answer, or rejects with a `ProblemError` for what any
 * operation of the API can answer.
 */
export type Handlers<
  Operations extends { readonly [Id in keyof Operations]: AnyOperation },
  Caller,
  Defaulted extends PropertyKey = never,
> = {
  readonly [Id in keyof Operations]: (
    request: ValidRequest<Operations[Id], Caller, Defaulted>,
    context: ApiContext,
  ) => Promise<Documented<Operations[Id]>>;
};
