import type { Answer } from '../api/answer.ts';
import {
  type BodyFault,
  bodyFaults,
  type InputFault,
  type Problem,
  retryAfterSeconds,
} from '../api/problem.ts';

/** The differences between vendors whose framework makes errors of the form `{"detail": …}`. */
export interface DetailErrors {
  readonly unauthenticated: Answer;
  readonly notFound: string;
  /** By default `Method not allowed`. */
  readonly methodNotAllowed?: string;
  invalid(faults: readonly InputFault[]): Answer;
}

/** The codes that the vendors' framework has for these; it has none for a body that does not decompress. */
const malformedCodes: Readonly<Record<BodyFault<'malformed-body'>, string>> = {
  json: 'json_invalid',
  'utf-8': 'string_unicode',
  compression: 'content_encoding',
};

/** Renders a problem as `{"detail": …}`. */
export function renderDetailError(problem: Problem, errors: DetailErrors): Answer {
  switch (problem.kind) {
    case 'unauthenticated':
      return errors.unauthenticated;
    case 'forbidden':
      return { status: 403, body: { detail: problem.detail } };
    case 'invalid':
      return errors.invalid(problem.faults);
    case 'malformed-request':
      return { status: 400, body: { detail: problem.detail } };
    case 'unknown-expectation':
      return { status: 417, body: { detail: problem.detail } };
    case 'malformed-body':
      return errors.invalid([malformedBody(problem.fault)]);
    case 'not-found':
      return { status: 404, body: { detail: errors.notFound } };
    case 'method-not-allowed':
      return {
        status: 405,
        body: { detail: errors.methodNotAllowed ?? 'Method not allowed' },
        headers: { Allow: problem.allow },
      };
    case 'conflict':
      return { status: 409, body: { detail: problem.detail } };
    case 'too-large':
      return { status: 413, body: { detail: 'The body is larger than 64 kB' } };
    case 'unsupported-media-type':
      return { status: 415, body: { detail: bodyFaults[problem.fault] } };
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

function malformedBody(fault: BodyFault<'malformed-body'>): InputFault {
  return { in: 'body', name: '', message: bodyFaults[fault], code: malformedCodes[fault] };
}

/** A 422 whose `detail` lists every fault and its location. */
export function validationError(faults: readonly InputFault[]): Answer {
  const detail = faults.map((fault) => ({
    loc: [fault.in, ...(fault.in === 'body' ? stepsOf(fault.name) : [fault.name])],
    msg: fault.message,
    type: fault.code,
  }));
  return { status: 422, body: { detail } };
}

/** The steps of a JSON pointer. FastAPI writes the index in a list as a number. */
function stepsOf(pointer: string): (string | number)[] {
  const steps = pointer.split('/').slice(1);
  return steps.map((step) =>
    /^\d{1,9}$/.test(step) ? Number(step) : step.replaceAll('~1', '/').replaceAll('~0', '~'),
  );
}
