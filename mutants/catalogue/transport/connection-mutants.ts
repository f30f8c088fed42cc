import { type Answer, withBody, withHeader } from '../../proxy/answer.ts';
import { type Call, headerValues, targetOf } from '../../proxy/call.ts';
import { everyVendor, type Mutant, type MutantHead } from '../../proxy/mutant.ts';
import { errorStatuses, onAnswer } from '../kit/change-answer.ts';
import { problem } from '../kit/problem.ts';

/** Connections, hosts of redirects, and HEAD. */
export const connectionMutants: readonly Mutant[] = [
  {
    id: 'closed-after-error',
    title: 'The connection is closed after each error, which no header says',
    vendors: everyVendor,
    caughtBy: ['transport.after-error'],
    warnsOnly: true,
    begin: onAnswer(errorStatuses, (answer) => ({ ...answer, delivery: 'then-closed' })),
  },
  {
    id: 'redirect-to-request-host',
    title: 'A request without a valid key is redirected to the host in its Host header',
    vendors: everyVendor,
    caughtBy: ['transport.redirect-host'],
    warnsOnly: true,
    begin: onAnswer(401, (answer, call) => toRequestHost(answer, call, '/login')),
  },
  {
    id: 'slash-redirect-to-request-host',
    title: 'A path with a trailing slash is redirected to the host in the Host header',
    vendors: everyVendor,
    forms: ['trailing-slash'],
    caughtBy: ['transport.redirect-host'],
    warnsOnly: true,
    begin: () => async (call, ask) => {
      const answer = await ask(call);
      const { form, ...usual } = call;
      return form === undefined ? answer : toRequestHost(answer, call, targetOf(usual));
    },
  },
  headMutant({
    id: 'head-not-allowed',
    title: 'HEAD returns 405',
    change: (_, call) => problem(call, 405, 'Method not allowed'),
  }),
  headMutant({
    id: 'head-without-key',
    title: 'HEAD returns 200 also without a key',
    change: (answer) => (answer.status === 401 ? { ...answer, status: 200 } : answer),
  }),
  headMutant({
    id: 'head-html',
    title: 'HEAD returns another Content-Type than GET',
    change: (answer) => withHeader(answer, 'Content-Type', 'text/html'),
  }),
];

function toRequestHost(answer: Answer, { headers }: Call, target: string): Answer {
  const [host = ''] = headerValues(headers, 'Host');
  return { ...withHeader(withBody(answer, ''), 'Location', `http://${host}${target}`), status: 307 };
}

function headMutant({
  change,
  ...head
}: MutantHead & { readonly change: (answer: Answer, call: Call) => Answer }): Mutant {
  const begin: Mutant['begin'] = () => async (call, ask) => {
    const answer = await ask(call);
    return call.form === 'head' ? change(answer, call) : answer;
  };
  return { ...head, vendors: everyVendor, forms: ['head'], caughtBy: ['transport.head'], begin };
}
