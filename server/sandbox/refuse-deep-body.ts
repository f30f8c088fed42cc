import type { RequestHandler } from 'express';
import { SandboxProblemError } from './sandbox-problem.ts';

/** What validates a body, and what writes it out again, calls itself once for each level. */
const deepest = 100;

/** Refuses a body that is nested deeper than anybody means to. */
export const refuseDeepBody: RequestHandler = function refuseDeepBody(request, _response, next) {
  let level: unknown[] = [request.body];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) {
      const message = `must not be nested deeper than ${deepest} levels`;
      throw new SandboxProblemError({
        kind: 'invalid',
        faults: [{ in: 'body', name: '', message, code: 'depth' }],
      });
    }
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    );
  }
  next();
};
