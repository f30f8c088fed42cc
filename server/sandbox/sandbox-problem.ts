import type { components } from '../../generated/sandbox.ts';
import type { Answer } from '../api/answer.ts';
import { bodyFaults, type InputFault, type Problem, retryAfterSeconds } from '../api/problem.ts';
import { transitionNames } from '../model/transition.ts';

type WireProblem = components['schemas']['SandboxProblem'];
type InvalidRequest = components['schemas']['SandboxInvalidRequest'];
type IllegalTransition = components['schemas']['SandboxIllegalTransition'];

/** Renders a problem as `application/problem+json`. @see https://www.rfc-editor.org/rfc/rfc9457 */
export function renderSandboxProblem(problem: Problem): Answer {
  switch (problem.kind) {
    case 'malformed-request':
      return plain(400, 'Bad Request', `${problem.detail}.`);
    case 'malformed-body':
      return plain(400, 'Bad Request', `${bodyFaults[problem.fault]}.`);
    case 'unauthenticated':
      return plain(401, 'Unauthorized', 'The sandbox token is missing or wrong. Send it as a bearer token.', {
        'WWW-Authenticate': 'Bearer',
      });
    case 'forbidden':
      return plain(403, 'Forbidden', problem.detail);
    case 'not-found':
      return plain(404, 'Not Found', `The ${problem.what} does not exist.`);
    case 'method-not-allowed':
      return plain(405, 'Method Not Allowed', `The methods of this path are ${problem.allow}.`, {
        Allow: problem.allow,
      });
    case 'conflict':
      return problem.legal === undefined
        ? plain(409, 'Conflict', problem.detail)
        : problemJson(409, illegalTransition(problem.detail, problem.legal));
    case 'too-large':
      return plain(413, 'Content Too Large', 'The body is larger than 64 kB.');
    case 'unsupported-media-type':
      return plain(415, 'Unsupported Media Type', `${bodyFaults[problem.fault]}.`);
    case 'unknown-expectation':
      return plain(417, 'Expectation Failed', `${problem.detail}.`);
    case 'invalid':
      return problemJson(422, invalidRequest(problem.faults));
    case 'internal':
      return plain(500, 'Internal Server Error', 'Internal server error.');
    case 'unavailable':
      return plain(503, 'Service Unavailable', 'The store is not available.', {
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

/** Maximum length of a pointer, which can contain long keys from the request. */
const longestPointer = 2048;

function pointerTo(place: InputFault['in'], name: string): string {
  return `/${place === 'path' ? 'params' : place}${name.startsWith('/') || name === '' ? name : `/${name}`}`;
}

function illegalTransition(detail: string, legal: readonly string[]): IllegalTransition {
  return {
    type: 'urn:problem-type:connections-contract:illegal-transition',
    title: 'Conflict',
    status: 409,
    detail,
    legal: transitionNames.filter((name) => legal.includes(name)),
  };
}
