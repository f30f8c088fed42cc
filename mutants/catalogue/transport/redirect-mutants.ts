import { withBody, withHeader } from '../../proxy/answer.ts';
import { type Call, targetOf } from '../../proxy/call.ts';
import { everyVendor, type Mutant, type MutantHead } from '../../proxy/mutant.ts';
import { errorStatuses, onAnswer } from '../kit/change-answer.ts';

/** Redirects, of which the contracts have none. */
export const redirectMutants: readonly Mutant[] = [
  redirects({
    id: 'login-redirect',
    title: 'A list is a redirect to a page to log in',
    statuses: 200,
    to: () => [302, '/login?next=connections'],
  }),
  redirects({
    id: 'login-redirect-for-wrong-key',
    title: 'A request without a valid key is a redirect to a page to log in',
    statuses: 401,
    to: () => [302, '/login'],
  }),
  redirects({
    id: 'login-redirect-elsewhere',
    title: 'A list is a redirect to another host',
    statuses: 200,
    to: () => [303, 'https://login.example.com/'],
  }),
  redirects({
    id: 'redirect-to-itself',
    title: 'A list is a redirect to itself',
    statuses: 200,
    to: (call) => [302, targetOf(call)],
  }),
  redirects({
    id: 'redirect-for-errors',
    title: 'Errors are redirects to a page about errors',
    statuses: errorStatuses,
    to: () => [302, '/error'],
  }),
  redirects({
    id: 'redirect-to-slash',
    title: 'A list is a permanent redirect to its path with a slash at the end',
    statuses: 200,
    to: (call) => [308, targetOf(call).replace(/(\?|$)/, '/$1')],
  }),
];

function redirects({
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
