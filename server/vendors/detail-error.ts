import type { Answer } from '../api/answer.ts';
import { type InputFault, type Problem, retryAfterSeconds } from '../api/problem.ts';

/** What differs between vendors whose errors are `{"detail": …}`, as their common framework makes them. */
export interface DetailErrors {
  readonly unauthenticated: Answer;
  readonly notFound: string;
  invalid(faults: readonly InputFault[]): Answer;
}

/** Renders a problem as `{"detail": …}`. */
export function renderDetailError(problem: Problem, errors: DetailErrors): Answer {
  switch (problem.kind) {
    case 'unauthenticated':
      return errors.unauthenticated;
    case 'invalid':
      return errors.invalid(problem.faults);
    case 'not-found':
      return { status: 404, body: { detail: errors.notFound } };
    case 'method-not-allowed':
      return { status: 405, body: { detail: 'Method not allowed' }, headers: { Allow: problem.allow } };
    case 'unavailable': {
      const headers = { 'Retry-After': String(retryAfterSeconds) };
      return { status: 503, body: { detail: 'Service unavailable' }, headers };
    }
    case 'internal':
      return { status: 500, body: { detail: 'Internal server error' } };
    default:
      return problem satisfies never;
  }
}

/** A 422 whose `detail` lists every fault with its place. */
export function validationError(faults: readonly InputFault[]): Answer {
  const detail = faults.map((fault) => ({
    loc: [fault.in, fault.name],
    msg: fault.message,
    type: fault.code,
  }));
  return { status: 422, body: { detail } };
}
