import { withBody, withHeader } from '../../proxy/answer.ts';
import { type Call, targetOf } from '../../proxy/call.ts';
import { everyVendor, type Mutant, type MutantHead } from '../../proxy/mutant.ts';
import { errorStatuses, onAnswer } from '../kit/change-answer.ts';

/** Redirects, which the contracts do not document. */
export const redirectMutants: readonly Mutant[] = [
  redirectMutant({
    id: 'login-redirect',
    title: 'A list redirects to a login page',
    statuses: 200,
    to: () => [302, '/login?next=connections'],
  }),
  redirectMutant({
    id: 'login-redirect-for-wrong-key',
    title: 'A request without a valid key redirects to a login page',
    statuses: 401,
    to: () => [302, '/login'],
  }),
  redirectMutant({
    id: 'login-redirect-other-host',
    title: 'A list redirects to another host',
    statuses: 200,
    to: () => [303, 'https://login.example.com/'],
  }),
  redirectMutant({
    id: 'redirect-to-itself',
    title: 'A list redirects to itself',
    statuses: 200,
    to: (call) => [302, targetOf(call)],
  }),
  redirectMutant({
    id: 'redirect-for-errors',
    title: 'Errors redirect to an error page',
    statuses: errorStatuses,
    to: () => [302, '/error'],
  }),
  redirectMutant({
    id: 'redirect-to-slash',
    title: 'A list redirects to its path with a trailing slash',
    statuses: 200,
    to: (call) => [308, targetOf(call).replace(/(\?|$)/, '/$1')],
  }),
];

function redirectMutant({
  statuses,
  to,
  ...head
}: MutantHead & {
  readonly statuses: number | readonly number[];
  readonly to: (call: Call) => readonly [status: number, location: string];
}): Mutant {
  const begin = onAnswer(statuses, (answer, call) => {
    const [status, location] = to(call);
    return { ...withHeader(withBody(answer, ''), 'Location', location), status };
  });
  return { ...head, vendors: everyVendor, caughtBy: ['transport.redirect'], begin };
}
