import { isStoreUnavailable } from '../store/is-store-unavailable.ts';
import { inputFault, type ValidatorError } from './input-fault.ts';
import { type InputFault, type Problem, ProblemError } from './problem.ts';

/** An error of express-openapi-validator or of Express's body parser: a status, and faults if there are any. */
interface HttpFailure {
  readonly status: number;
  /** The body parser's name of the fault. */
  readonly type?: unknown;
  readonly errors?: readonly ValidatorError[];
}

/**
 * Returns the problem that an error means. An unexpected error is `internal`. `pathValues` are the values of the path's
 * parameters, as the client sent them.
 */
export function problemOf(error: unknown, pathValues: PathValues = {}): Problem {
  if (error instanceof ProblemError) return error.problem;
  if (isStoreUnavailable(error)) return { kind: 'unavailable' };
  if (!isHttpFailure(error)) return { kind: 'internal' };
  switch (error.status) {
    case 400:
      return error.errors === undefined
        ? { kind: 'malformed-body', fault: 'compression' }
        : { kind: 'invalid', faults: faultsOf(error.errors, pathValues) };
    case 413:
      return { kind: 'too-large' };
    case 415:
      return {
        kind: 'unsupported-media-type',
        fault: error.type === 'encoding.unsupported' ? 'encoding' : 'type',
      };
    default:
      return { kind: 'internal' };
  }
}

function isHttpFailure(error: unknown): error is HttpFailure {
  return error instanceof Error && 'status' in error && typeof error.status === 'number';
}

type PathValues = Readonly<Record<string, unknown>>;

/** If one of these keywords fails, a keyword inside it fails too and reports the same fault. */
const outerKeywords = new Set(['propertyNames.openapi.validation', 'if.openapi.validation']);

/** The faults without duplicates. */
function faultsOf(errors: readonly ValidatorError[], pathValues: PathValues): InputFault[] {
  const faults = errors
    .filter(({ errorCode = '' }) => !outerKeywords.has(errorCode))
    .map((error) => {
      const fault = inputFault(error);
      const value = fault.in === 'path' ? pathValues[fault.name] : undefined;
      return typeof value === 'string' ? { ...fault, value } : fault;
    });
  return [...new Map(faults.map((fault) => [`${fault.in} ${fault.name} ${fault.code}`, fault])).values()];
}
