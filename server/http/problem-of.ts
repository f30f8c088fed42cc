import { isStoreUnavailable } from '../store/is-store-unavailable.ts';
import { type InputFault, type Problem, ProblemError } from './problem.ts';

/** What express-openapi-validator and Express's body parser throw: a status, and where there are any, the faults. */
export interface HttpFailure {
  readonly status: number;
  readonly headers?: { readonly Allow?: string };
  readonly errors?: readonly {
    readonly path: string;
    readonly message: string;
    readonly errorCode?: string;
  }[];
}

/** The problem that an error stands for. Whatever nobody foresaw is `internal`. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  if (isStoreUnavailable(error)) return { kind: 'unavailable' };
  if (!isHttpFailure(error)) return { kind: 'internal' };
  switch (error.status) {
    case 400:
      return { kind: 'invalid', faults: (error.errors ?? []).map(faultOf) };
    case 401:
      return { kind: 'unauthenticated' };
    case 405:
      return { kind: 'method-not-allowed', allow: error.headers?.Allow ?? '' };
    case 503:
      return { kind: 'unavailable' };
    default:
      return { kind: 'internal' };
  }
}

export function isHttpFailure(error: unknown): error is HttpFailure {
  return error instanceof Error && 'status' in error && typeof error.status === 'number';
}

const places: Readonly<Record<string, InputFault['in']>> = {
  params: 'path',
  query: 'query',
  headers: 'header',
  body: 'body',
};

function faultOf({
  path,
  message,
  errorCode = 'invalid',
}: NonNullable<HttpFailure['errors']>[number]): InputFault {
  const [, place = '', ...rest] = path.split('/');
  const code = errorCode.replace(/\.openapi\.validation$/, '');
  const where = places[place] ?? 'body';
  const name = where === 'body' ? ['', ...rest].join('/') : rest.join('/');
  return { in: where, name, message: code === 'format' ? formatMessage(message) : message, code };
}

/** The validator quotes the format's name; a person reads the rest more easily. */
function formatMessage(message: string): string {
  return message.replace(/^must match format "uuid"$/, 'must be a UUID');
}
