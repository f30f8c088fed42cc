import { type Answer, jsonAnswer, withBody, withHeader } from '../../proxy/answer.ts';
import type { Call } from '../../proxy/call.ts';
import { everyVendor, type Mutant, type MutantHead } from '../../proxy/mutant.ts';
import { itemCount, onAnswer } from '../kit/change-answer.ts';
import { emptyList } from '../kit/list-body.ts';
import { filtersOf } from '../kit/page.ts';
import { problem } from '../kit/problem.ts';

/** Statuses that are wrong for the request. */
export const statusMutants: readonly Mutant[] = [
  statusMutant({
    status: 200,
    id: 'no-content',
    title: 'A list returns 204',
    change: (answer) => ({ ...withBody(answer, ''), status: 204 }),
  }),
  statusMutant({
    status: 200,
    id: 'created',
    title: 'A list returns 201',
    change: (answer) => ({ ...answer, status: 201 }),
  }),
  statusMutant({
    status: 200,
    id: 'no-content-for-empty-list',
    title: 'An empty list returns 204',
    change: (answer, call) =>
      itemCount(answer, call) === 0 ? { ...withBody(answer, ''), status: 204 } : answer,
  }),
  statusMutant({
    status: 200,
    id: 'partial-content',
    title: 'A list returns 206',
    change: (answer) => ({ ...answer, status: 206 }),
  }),
  statusMutant({
    status: 200,
    id: 'server-error',
    title: 'A list returns the documented 500',
    change: (_, call) => problem(call, 500, 'Internal server error'),
  }),
  statusMutant({
    status: 200,
    id: 'server-error-for-empty-list',
    title: 'An empty list returns 500',
    change: (answer, call) =>
      itemCount(answer, call) === 0 ? problem(call, 500, 'Internal server error') : answer,
  }),
  statusMutant({
    status: 404,
    id: 'server-error-for-unknown-user',
    title: 'An unknown user returns 500',
    change: (_, call) => problem(call, 500, 'Internal server error'),
  }),
  statusMutant({
    status: 404,
    id: 'bad-gateway-for-unknown-user',
    title: 'An unknown user returns 502 in HTML',
    change: (_, call) =>
      withHeader(
        withBody(problem(call, 502, ''), '<html><body>502 Bad Gateway</body></html>'),
        'Content-Type',
        'text/html',
      ),
  }),
  {
    ...statusMutant({
      status: 200,
      id: 'forbidden-undeclared',
      title: 'A list returns 403, which is undocumented',
      change: (_, call) => problem(call, 403, 'Not allowed'),
    }),
    vendors: ['open-wearables', 'junction'],
  },
  statusMutant({
    status: 200,
    id: 'teapot',
    title: 'A list returns 418',
    change: (_, call) => problem(call, 418, 'I am a teapot'),
  }),
  {
    ...statusMutant({
      status: 200,
      id: 'payment-required',
      title: 'A list returns 402, which is undocumented',
      change: (_, call) => problem(call, 402, 'Payment required'),
    }),
    vendors: ['open-wearables', 'junction'],
  },
  statusMutant({
    status: 404,
    id: 'gone',
    title: 'An unknown user returns 410',
    change: (answer) => ({ ...answer, status: 410 }),
  }),
  statusMutant({
    status: 404,
    id: 'not-found-as-200',
    title: 'An unknown user returns 200 with the body of the error',
    change: (answer) => ({
      ...answer,
      status: 200,
    }),
  }),
  {
    id: 'unknown-user-empty',
    title: 'An unknown user returns an empty list',
    vendors: everyVendor,
    caughtBy: ['shape.404.status'],
    begin: onAnswer(404, (_, { vendor }) => jsonAnswer(200, emptyList(vendor))),
  },
  {
    id: 'unknown-user-filtered-empty',
    title: 'With a filter, an unknown user returns an empty list',
    vendors: ['mielto'],
    caughtBy: ['shape.404.status'],
    begin: () => async (call, ask) => {
      const answer = await ask(call);
      const isFiltered = Object.keys(filtersOf(call)).length > 0;
      return answer.status === 404 && isFiltered ? jsonAnswer(200, emptyList(call.vendor)) : answer;
    },
  },
];

function statusMutant({
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
