import { type Answer, withBody, withHeader } from '../../proxy/answer.ts';
import type { Call } from '../../proxy/call.ts';
import { everyVendor, type Mutant, type MutantHead } from '../../proxy/mutant.ts';
import { itemCount, onAnswer, problem } from '../kit/change-answer.ts';

/** Statuses that are not the contract's for what was asked. */
export const statusMutants: readonly Mutant[] = [
  instead({
    statuses: 200,
    id: 'no-content',
    row: 18,
    title: 'A list is a 204',
    change: (answer) => ({ ...withBody(answer, ''), status: 204 }),
  }),
  instead({
    statuses: 200,
    id: 'created',
    row: 18,
    title: 'A list is a 201',
    change: (answer) => ({ ...answer, status: 201 }),
  }),
  instead({
    statuses: 200,
    id: 'no-content-for-empty-list',
    row: 18,
    title: 'A list with nothing in it is a 204',
    change: (answer, call) =>
      itemCount(answer, call) === 0 ? { ...withBody(answer, ''), status: 204 } : answer,
  }),
  instead({
    statuses: 200,
    id: 'partial-content',
    row: null,
    title: 'A list is a 206',
    change: (answer) => ({ ...answer, status: 206 }),
  }),
  instead({
    statuses: 200,
    id: 'server-error',
    row: 19,
    title: 'A list is a 500 as the contract declares it',
    change: () => problem(500, 'Internal server error'),
  }),
  instead({
    statuses: 200,
    id: 'server-error-for-empty-list',
    row: 19,
    title: 'A list with nothing in it is a 500',
    change: (answer, call) =>
      itemCount(answer, call) === 0 ? problem(500, 'Internal server error') : answer,
  }),
  instead({
    statuses: 404,
    id: 'server-error-for-unknown-user',
    row: 19,
    title: 'An unknown user is a 500',
    change: () => problem(500, 'Internal server error'),
  }),
  instead({
    statuses: 404,
    id: 'bad-gateway-for-unknown-user',
    row: 19,
    title: 'An unknown user is a 502 in HTML',
    change: () =>
      withHeader(
        withBody(problem(502, ''), '<html><body>502 Bad Gateway</body></html>'),
        'Content-Type',
        'text/html',
      ),
  }),
  {
    ...instead({
      statuses: 200,
      id: 'forbidden-undeclared',
      row: 19,
      title: 'A list is a 403, which the contract does not declare',
      change: () => problem(403, 'Not allowed'),
    }),
    vendors: ['open-wearables', 'junction'],
  },
  {
    ...instead({
      statuses: 400,
      id: 'unprocessable-undeclared',
      row: 19,
      title: 'A malformed id is a 422, which the contract does not declare',
      change: (answer) => ({
        ...answer,
        status: 422,
      }),
    }),
    vendors: ['open-wearables'],
  },
  {
    ...instead({
      statuses: 422,
      id: 'bad-request-undeclared',
      row: 19,
      title: 'Invalid input is a 400, which the contract does not declare',
      change: (answer) => ({
        ...answer,
        status: 400,
      }),
    }),
    vendors: ['junction', 'mielto'],
  },
  instead({
    statuses: 200,
    id: 'teapot',
    row: null,
    title: 'A list is a 418',
    change: () => problem(418, 'I am a teapot'),
  }),
  {
    ...instead({
      statuses: 200,
      id: 'payment-required',
      row: null,
      title: 'A list is a 402, which the contract does not declare',
      change: () => problem(402, 'Payment required'),
    }),
    vendors: ['open-wearables', 'junction'],
  },
  instead({
    statuses: 404,
    id: 'gone',
    row: null,
    title: 'An unknown user is a 410',
    change: (answer) => ({ ...answer, status: 410 }),
  }),
  instead({
    statuses: 404,
    id: 'not-found-as-200',
    row: null,
    title: 'An unknown user is a 200 with the body of the error',
    change: (answer) => ({
      ...answer,
      status: 200,
    }),
  }),
  instead({
    statuses: 401,
    id: 'unauthorized-as-200',
    row: null,
    title: 'A request without a key is a 200 with the body of the error',
    change: (answer) => ({
      ...answer,
      status: 200,
    }),
  }),
  instead({
    statuses: [400, 422],
    id: 'invalid-as-200',
    row: null,
    title: 'Invalid input is a 200 with the body of the error',
    change: (answer) => ({
      ...answer,
      status: 200,
    }),
  }),
  instead({
    statuses: 401,
    id: 'unauthorized-as-400',
    row: null,
    title: 'A request without a key is a 400',
    change: () => problem(400, 'API key missing'),
  }),
  instead({
    statuses: 401,
    id: 'unauthorized-as-404',
    row: null,
    title: 'A request without a key is a 404, also for a user who exists',
    change: () => problem(404, 'Not found'),
  }),
];

function instead({
  statuses,
  change,
  ...head
}: MutantHead & {
  readonly statuses: number | readonly number[];
  readonly change: (answer: Answer, call: Call) => Answer;
}): Mutant {
  const caughtBy = caughtByOf(typeof statuses === 'number' ? statuses : 422);
  return { ...head, vendors: everyVendor, caughtBy, begin: onAnswer(statuses, change) };
}

/** Where the status that is changed is looked at. */
function caughtByOf(status: number): readonly string[] {
  switch (status) {
    case 401:
      return ['authentication.no-key', 'authentication.wrong-key'];
    case 400:
    case 422:
      return ['input.user_id.malformed', 'input.limit.malformed'];
    default:
      return [`shape.${status}.status`, 'shape.declared-status', 'shape.server-errors'];
  }
}
