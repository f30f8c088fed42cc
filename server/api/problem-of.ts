import { isStoreUnavailable } from '../store/is-store-unavailable.ts';
import { inputFault, type ValidatorError } from './input-fault.ts';
import { type InputFault, type Problem, ProblemError } from './problem.ts';

/** What express-openapi-validator and Express's body parser throw: a status, and where there are any, the faults. */
export interface HttpFailure {
  readonly status: number;
  readonly headers?: { readonly Allow?: string };
  readonly errors?: readonly ValidatorError[];
}

/** The problem that an error stands for. Whatever nobody foresaw is `internal`. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  if (isStoreUnavailable(error)) return { kind: 'unavailable' };
  if (!isHttpFailure(error)) return { kind: 'internal' };
  switch (error.status) {
    case 400:
      return { kind: 'invalid', faults: faultsOf(error.errors ?? []) };
    case 401:
      return { kind: 'unauthenticated' };
    case 405:
      return { kind: 'method-not-allowed', allow: error.headers?.Allow ?? '' };
    default:
      return { kind: 'internal' };
  }
}

export function isHttpFailure(error: unknown): error is HttpFailure {
  return error instanceof Error && 'status' in error && typeof error.status === 'number';
}

/** Each fault once; that a key is wrong is left out, since what is wrong with it is told besides. */
function faultsOf(errors: readonly ValidatorError[]): InputFault[] {
  const faults = errors
    .filter(({ errorCode }) => errorCode !== 'propertyNames.openapi.validation')
    .map(inputFault);
  return [...new Map(faults.map((fault) => [`${fault.in} ${fault.name} ${fault.code}`, fault])).values()];
}
