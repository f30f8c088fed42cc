import { type Answer, withBody, withHeader } from './answer.ts';
import type { Call } from './call.ts';
import { itemCount, onAnswer, problem } from './change-answer.ts';
import { everyVendor, type Mutant } from './mutant.ts';

/** Statuses that are not the contract's for what was asked. */
export const statusMutants: readonly Mutant[] = [
  instead(200, 'no-content', 18, 'A list is a 204', (answer) => ({ ...withBody(answer, ''), status: 204 })),
  instead(200, 'created', 18, 'A list is a 201', (answer) => ({ ...answer, status: 201 })),
  instead(200, 'no-content-for-empty-list', 18, 'A list with nothing in it is a 204', (answer, call) =>
    itemCount(answer, call) === 0 ? { ...withBody(answer, ''), status: 204 } : answer,
  ),
  instead(200, 'partial-content', null, 'A list is a 206', (answer) => ({ ...answer, status: 206 })),
  instead(200, 'server-error', 19, 'A list is a 500 as the contract declares it', () =>
    problem(500, 'Internal server error'),
  ),
  instead(200, 'server-error-for-empty-list', 19, 'A list with nothing in it is a 500', (answer, call) =>
    itemCount(answer, call) === 0 ? problem(500, 'Internal server error') : answer,
  ),
  instead(404, 'server-error-for-unknown-user', 19, 'An unknown user is a 500', () =>
    problem(500, 'Internal server error'),
  ),
  instead(404, 'bad-gateway-for-unknown-user', 19, 'An unknown user is a 502 in HTML', () =>
    withHeader(
      withBody(problem(502, ''), '<html><body>502 Bad Gateway</body></html>'),
      'Content-Type',
      'text/html',
    ),
  ),
  {
    ...instead(200, 'forbidden-undeclared', 19, 'A list is a 403, which the contract does not declare', () =>
      problem(403, 'Not allowed'),
    ),
    vendors: ['open-wearables', 'junction'],
  },
  {
    ...instead(
      400,
      'unprocessable-undeclared',
      19,
      'A malformed id is a 422, which the contract does not declare',
      (answer) => ({
        ...answer,
        status: 422,
      }),
    ),
    vendors: ['open-wearables'],
  },
  {
    ...instead(
      422,
      'bad-request-undeclared',
      19,
      'Invalid input is a 400, which the contract does not declare',
      (answer) => ({
        ...answer,
        status: 400,
      }),
    ),
    vendors: ['junction', 'mielto'],
  },
  instead(200, 'teapot', null, 'A list is a 418', () => problem(418, 'I am a teapot')),
  {
    ...instead(200, 'payment-required', null, 'A list is a 402, which the contract does not declare', () =>
      problem(402, 'Payment required'),
    ),
    vendors: ['open-wearables', 'junction'],
  },
  instead(404, 'gone', null, 'An unknown user is a 410', (answer) => ({ ...answer, status: 410 })),
  instead(404, 'not-found-as-200', null, 'An unknown user is a 200 with the body of the error', (answer) => ({
    ...answer,
    status: 200,
  })),
  instead(
    401,
    'unauthorized-as-200',
    null,
    'A request without a key is a 200 with the body of the error',
    (answer) => ({
      ...answer,
      status: 200,
    }),
  ),
  instead(
    [400, 422],
    'invalid-as-200',
    null,
    'Invalid input is a 200 with the body of the error',
    (answer) => ({
      ...answer,
      status: 200,
    }),
  ),
  instead(401, 'unauthorized-as-400', null, 'A request without a key is a 400', () =>
    problem(400, 'API key missing'),
  ),
  instead(
    401,
    'unauthorized-as-404',
    null,
    'A request without a key is a 404, also for a user who exists',
    () => problem(404, 'Not found'),
  ),
];

function instead(
  statuses: number | readonly number[],
  id: string,
  row: number | null,
  title: string,
  change: (answer: Answer, call: Call) => Answer,
): Mutant {
  const caughtBy = [
    'shape.200.status',
    'shape.declared-status',
    'shape.server-errors',
    'shape.404.status',
    'authentication.no-key',
  ];
  return { id, row, title, vendors: everyVendor, caughtBy, begin: onAnswer(statuses, change) };
}
