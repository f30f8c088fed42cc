import type { components } from '../../generated/sandbox.ts';
import type { Answer } from '../api/answer.ts';
import { type InputFault, type Problem, ProblemError, retryAfterSeconds } from '../api/problem.ts';
import { isHttpFailure, problemOf } from '../api/problem-of.ts';
import type { TransitionName } from '../model/transition.ts';

type WireProblem = components['schemas']['SandboxProblem'];
type InvalidRequest = components['schemas']['SandboxInvalidRequest'];
type IllegalTransition = components['schemas']['SandboxIllegalTransition'];

/** Why a request to the sandbox API gets no ordinary answer. */
export type SandboxProblem =
  | Exclude<Problem, { kind: 'not-found' }>
  | { readonly kind: 'not-found'; readonly what: 'path' | 'workspace' | 'user' | 'connection' }
  | { readonly kind: 'malformed-body' }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'unsupported-media-type' }
  | { readonly kind: 'forbidden'; readonly header: 'Host' | 'Origin' }
  | { readonly kind: 'exists'; readonly detail: string }
  | {
      readonly kind: 'illegal-transition';
      readonly state: string;
      readonly legal: readonly TransitionName[];
    };

/** Thrown to answer a request to the sandbox API with a problem. */
export class SandboxProblemError extends Error {
  readonly problem: SandboxProblem;

  constructor(problem: SandboxProblem) {
    super(`The request ended as ${problem.kind}.`);
    this.problem = problem;
  }
}

/** The problem that an error stands for; whatever nobody foresaw is `internal`. */
export function sandboxProblemOf(error: unknown): SandboxProblem {
  if (error instanceof SandboxProblemError) return error.problem;
  if (isHttpFailure(error) && !(error instanceof ProblemError)) {
    if (error.status === 400 && error.errors === undefined) return { kind: 'malformed-body' };
    if (error.status === 413) return { kind: 'too-large' };
    if (error.status === 415) return { kind: 'unsupported-media-type' };
  }
  const problem = problemOf(error);
  return problem.kind === 'not-found' ? { kind: 'not-found', what: 'path' } : problem;
}

/** Renders a problem as `application/problem+json`. @see https://www.rfc-editor.org/rfc/rfc9457 */
export function renderSandboxProblem(problem: SandboxProblem): Answer {
  switch (problem.kind) {
    case 'malformed-body':
      return plain(400, 'Bad Request', 'The body is not valid JSON.');
    case 'unauthenticated':
      return plain(401, 'Unauthorized', 'The sandbox token is missing or wrong. Send it as a bearer token.', {
        'WWW-Authenticate': 'Bearer',
      });
    case 'forbidden':
      return plain(
        403,
        'Forbidden',
        problem.header === 'Host'
          ? "The Host is not this server's own. Name it with --allowed-host where it is meant."
          : "The Origin is not this server's own. The sandbox API is not for other pages.",
      );
    case 'not-found':
      return plain(404, 'Not Found', `There is no such ${problem.what}.`);
    case 'method-not-allowed':
      return plain(405, 'Method Not Allowed', `This path answers ${problem.allow}.`, {
        Allow: problem.allow,
      });
    case 'exists':
      return plain(409, 'Conflict', problem.detail);
    case 'illegal-transition':
      return problemJson(409, illegalTransition(problem.state, problem.legal));
    case 'too-large':
      return plain(413, 'Content Too Large', 'The body is larger than 64 kB.');
    case 'unsupported-media-type':
      return plain(415, 'Unsupported Media Type', 'The body is not application/json.');
    case 'invalid':
      return problemJson(422, invalidRequest(problem.faults));
    case 'internal':
      return plain(500, 'Internal Server Error', 'The server failed.');
    case 'unavailable':
      return plain(503, 'Service Unavailable', 'The store cannot be reached now.', {
        'Retry-After': String(retryAfterSeconds),
      });
    default:
      return problem satisfies never;
  }
}

function plain(status: number, title: string, detail: string, headers: Record<string, string> = {}): Answer {
  const body: WireProblem = { type: 'about:blank', title, status, detail };
  return problemJson(status, body, headers);
}

function problemJson(
  status: number,
  body: WireProblem | InvalidRequest | IllegalTransition,
  headers: Record<string, string> = {},
): Answer {
  return { status, body, contentType: 'application/problem+json', headers };
}

function invalidRequest(faults: readonly InputFault[]): InvalidRequest {
  return {
    type: 'urn:problem-type:connections-contract:invalid-request',
    title: 'Unprocessable Content',
    status: 422,
    detail: 'The request is not valid.',
    errors: faults.slice(0, 100).map(({ in: place, name, message }) => ({
      pointer: pointerTo(place, name).slice(0, longestPointer),
      detail: message,
    })),
  };
}

/** The client's own keys are in it, and they can be long. */
const longestPointer = 2048;

function pointerTo(place: InputFault['in'], name: string): string {
  return `/${place === 'path' ? 'params' : place}${name.startsWith('/') || name === '' ? name : `/${name}`}`;
}

function illegalTransition(state: string, legal: readonly TransitionName[]): IllegalTransition {
  return {
    type: 'urn:problem-type:connections-contract:illegal-transition',
    title: 'Conflict',
    status: 409,
    detail: `A connection that is ${state} cannot do this. Legal now: ${legal.join(', ')}.`,
    legal: [...legal],
  };
}
