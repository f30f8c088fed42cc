import { isStoreUnavailable } from '../store/is-store-unavailable.ts';
import { inputFault, type ValidatorError } from './input-fault.ts';
import { type InputFault, type Problem, ProblemError } from './problem.ts';

/** What express-openapi-validator and Express's body parser throw: a status, and faults if there are any. */
interface HttpFailure {
  readonly status: number;
  /** The body parser's word for the fault. */
  readonly type?: unknown;
  readonly errors?: readonly ValidatorError[];
}

/** The problem that an error stands for. Anything that nobody foresaw is `internal`. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  if (isStoreUnavailable(error)) return { kind: 'unavailable' };
  if (!isHttpFailure(error)) return { kind: 'internal' };
  switch (error.status) {
    case 400:
      return error.errors === undefined
        ? { kind: 'malformed-body', fault: 'compression' }
        : { kind: 'invalid', faults: faultsOf(error.errors) };
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

/** What these keywords report is also reported by the keyword inside them that failed. */
const outerKeywords = new Set(['propertyNames.openapi.validation', 'if.openapi.validation']);

/** Each fault once. */
function faultsOf(errors: readonly ValidatorError[]): InputFault[] {
  const faults = errors.filter(({ errorCode = '' }) => !outerKeywords.has(errorCode)).map(inputFault);
  return [...new Map(faults.map((fault) => [`${fault.in} ${fault.name} ${fault.code}`, fault])).values()];
}
