import { type Answer, jsonAnswer, withBody, withHeader } from '../../proxy/answer.ts';
import type { Call } from '../../proxy/call.ts';
import { everyVendor, type Mutant, type MutantHead } from '../../proxy/mutant.ts';
import { itemCount, onAnswer } from '../kit/change-answer.ts';
import { emptyList } from '../kit/list-body.ts';
import { filtersOf } from '../kit/page.ts';
import { problem } from '../kit/problem.ts';

/** Statuses that are not the contract's for what was asked. */
export const statusMutants: readonly Mutant[] = [
  instead({
    status: 200,
    id: 'no-content',
    title: 'A list is a 204',
    change: (answer) => ({ ...withBody(answer, ''), status: 204 }),
  }),
  instead({
    status: 200,
    id: 'created',
    title: 'A list is a 201',
    change: (answer) => ({ ...answer, status: 201 }),
  }),
  instead({
    status: 200,
    id: 'no-content-for-empty-list',
    title: 'A list with nothing in it is a 204',
    change: (answer, call) =>
      itemCount(answer, call) === 0 ? { ...withBody(answer, ''), status: 204 } : answer,
  }),
  instead({
    status: 200,
    id: 'partial-content',
    title: 'A list is a 206',
    change: (answer) => ({ ...answer, status: 206 }),
  }),
  instead({
    status: 200,
    id: 'server-error',
    title: 'A list is a 500 as the contract declares it',
    change: (_, call) => problem(call, 500, 'Internal server error'),
  }),
  instead({
    status: 200,
    id: 'server-error-for-empty-list',
    title: 'A list with nothing in it is a 500',
    change: (answer, call) =>
      itemCount(answer, call) === 0 ? problem(call, 500, 'Internal server error') : answer,
  }),
  instead({
    status: 404,
    id: 'server-error-for-unknown-user',
    title: 'An unknown user is a 500',
    change: (_, call) => problem(call, 500, 'Internal server error'),
  }),
  instead({
    status: 404,
    id: 'bad-gateway-for-unknown-user',
    title: 'An unknown user is a 502 in HTML',
    change: (_, call) =>
      withHeader(
        withBody(problem(call, 502, ''), '<html><body>502 Bad Gateway</body></html>'),
        'Content-Type',
        'text/html',
      ),
  }),
  {
    ...instead({
      status: 200,
      id: 'forbidden-undeclared',
      title: 'A list is a 403, which the contract does not declare',
      change: (_, call) => problem(call, 403, 'Not allowed'),
    }),
    vendors: ['open-wearables', 'junction'],
  },
  instead({
    status: 200,
    id: 'teapot',
    title: 'A list is a 418',
    change: (_, call) => problem(call, 418, 'I am a teapot'),
  }),
  {
    ...instead({
      status: 200,
      id: 'payment-required',
      title: 'A list is a 402, which the contract does not declare',
      change: (_, call) => problem(call, 402, 'Payment required'),
    }),
    vendors: ['open-wearables', 'junction'],
  },
  instead({
    status: 404,
    id: 'gone',
    title: 'An unknown user is a 410',
    change: (answer) => ({ ...answer, status: 410 }),
  }),
  instead({
    status: 404,
    id: 'not-found-as-200',
    title: 'An unknown user is a 200 with the body of the error',
    change: (answer) => ({
      ...answer,
      status: 200,
    }),
  }),
  {
    id: 'unknown-user-empty',
    title: 'An unknown user has an empty list',
    vendors: everyVendor,
    caughtBy: ['shape.404.status'],
    begin: onAnswer(404, (_, { vendor }) => jsonAnswer(200, emptyList(vendor))),
  },
  {
    id: 'unknown-user-filtered-empty',
    title: 'An unknown user has an empty list if a filter is given',
    vendors: ['mielto'],
    caughtBy: ['shape.404.status'],
    begin: () => async (call, ask) => {
      const answer = await ask(call);
      const isFiltered = Object.keys(filtersOf(call)).length > 0;
      return answer.status === 404 && isFiltered ? jsonAnswer(200, emptyList(call.vendor)) : answer;
    },
  },
];

function instead({
  status,
  change,
  ...head
}: MutantHead & {
  readonly status: 200 | 404;
  readonly change: (answer: Answer, call: Call) => Answer;
}): Mutant {
  const caughtBy = [`shape.${status}.status`, 'shape.declared-status', 'shape.server-errors'];
  return { ...head, vendors: everyVendor, caughtBy, begin: onAnswer(status, change) };
}
