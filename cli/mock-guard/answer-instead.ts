import type { IncomingMessage } from 'node:http';
import { readContract } from '../../contract/contract.ts';
import type { Answer } from '../../server/api/answer.ts';
import { answerViolations } from '../../server/api/answer-violations.ts';
import { preferredAnswer } from '../../server/api/preferred-answer.ts';
import { type Problem, ProblemError } from '../../server/api/problem.ts';
import { vendorApis } from '../../server/vendors/vendor-apis.ts';
import type { CurrentRequest } from './current-request.ts';
import { type Target, targetOf } from './target-of.ts';

const cannotGenerate: Problem = {
  kind: 'invalid',
  faults: [
    {
      in: 'header',
      name: 'Prefer',
      message:
        'asks for a dynamic answer, and none that conforms could be generated; choose a code or an example',
      code: 'dynamic_failed',
    },
  ],
};

/**
 * What is sent instead of an answer of Prism, in the error shape of the vendor: for a method that the path does not
 * have, for a failure of Prism itself, and for a dynamic answer that does not conform. Null if Prism's answer is sent.
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
  // What a contract documents is of this type alone; what Prism says of itself has another.
  if (given.status >= 500 && given.contentType !== 'application/json') {
    return rendered(target, isDynamic ? cannotGenerate : problemOf(request, target));
  }
  return isDynamic && !conforms(target, given) ? rendered(target, cannotGenerate) : null;
}

/** The answer for a request that ended Prism's work on it. */
export function answerToFailure(request: IncomingMessage): Answer {
  return rendered(targetOf(request), { kind: 'internal' });
}

/** Prism fails if an example does not exist, and does not say so. */
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

/** Prism takes preferences from the query too. */
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
  return answerViolations(documented, readContract(target.vendor).schemaAt, answer).length === 0;
}

function rendered(target: Target | null, problem: Problem): Answer {
  return target === null
    ? { status: 500, body: { detail: 'Internal server error' } }
    : vendorApis[target.vendor].renderProblem(problem);
}
