import type { IncomingMessage } from 'node:http';
import type { Answer } from '../../server/api/answer.ts';
import { answerViolations } from '../../server/api/answer-violations.ts';
import { preferredAnswer } from '../../server/api/preferred-answer.ts';
import { type Problem, ProblemError } from '../../server/api/problem.ts';
import { vendorApiOf } from '../../server/vendors/vendor-api-of.ts';
import type { CurrentRequest } from './current-request.ts';
import { mockedContract, mockedEdition } from './mocked-edition.ts';
import { type Target, targetOf } from './target-of.ts';

const cannotGenerate: Problem = {
  kind: 'invalid',
  faults: [
    {
      in: 'header',
      name: 'Prefer',
      message:
        'requests a dynamic answer, but no conforming answer could be generated; choose a code or an example',
      code: 'dynamic_failed',
    },
  ],
};

/**
 * Returns the answer that replaces an answer of Prism, in the error shape of the vendor: if the path does not have the
 * method, if Prism has failed, or if a dynamic answer does not conform. Null if Prism's answer is sent.
 */
export function answerInstead(
  { request, isDynamic }: Pick<CurrentRequest, 'request' | 'isDynamic'>,
  given: Answer,
): Answer | null {
  const target = targetOf(request);
  if (given.status === 405) {
    if (target === null) return null;
    return rendered(target, { kind: 'method-not-allowed', allow: target.allow.join(', ') });
  }
  // All documented answers have this type. Prism's own errors have another one.
  if (given.status >= 500 && given.contentType !== 'application/json') {
    return rendered(target, isDynamic ? cannotGenerate : problemOf(request, target));
  }
  return isDynamic && !conforms(target, given) ? rendered(target, cannotGenerate) : null;
}

/** Returns the answer to a request for which Prism has thrown an error. */
export function answerToFailure(request: IncomingMessage): Answer {
  return rendered(targetOf(request), { kind: 'internal' });
}

/** Finds the reason of a failure: Prism fails without a reason if an example does not exist. */
function problemOf(request: IncomingMessage, target: Target | null): Problem {
  const operation = target?.operation ?? null;
  if (operation === null) return { kind: 'internal' };
  try {
    preferredAnswer(operation, { prefer: preferenceOf(request) });
    return { kind: 'internal' };
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
}

/** The preference of a request. Prism also reads it from the query. */
function preferenceOf({ headers, url = '' }: IncomingMessage): string {
  if (headers.prefer !== undefined) return String(headers.prefer);
  const query = new URL(url, 'http://mock').searchParams;
  return ['code', 'example']
    .flatMap((name) => {
      const value = query.get(`__${name}`);
      return value === null ? [] : [`${name}="${value.replaceAll(/["\\]/g, '\\$&')}"`];
    })
    .join(', ');
}

function conforms(target: Target | null, given: Answer): boolean {
  const documented = target?.operation?.responses.get(given.status);
  if (target === null || documented === undefined) return false;
  const headers = [...documented.headers.keys()].flatMap((name) => {
    const value = given.headers?.[name.toLowerCase()];
    return value === undefined ? [] : [[name, value] as const];
  });
  const answer = { ...given, headers: Object.fromEntries(headers) };
  return answerViolations(documented, mockedContract(target.vendor).schemaAt, answer).length === 0;
}

function rendered(target: Target | null, problem: Problem): Answer {
  return target === null
    ? { status: 500, body: { detail: 'Internal server error' } }
    : vendorApiOf(target.vendor, mockedEdition(target.vendor)).renderProblem(problem);
}
