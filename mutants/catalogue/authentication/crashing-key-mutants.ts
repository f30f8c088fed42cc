import { type Answer, withBody } from '../../proxy/answer.ts';
import { presentedKey, targetOf } from '../../proxy/call.ts';
import { everyVendor, type Mutant, type MutantHead } from '../../proxy/mutant.ts';
import { problem } from '../kit/problem.ts';

/** Keys that cause a server error, and a redirect that needs no key. */
export const crashingKeyMutants: readonly Mutant[] = [
  crashingKeyMutant({
    id: 'uuid-key-crashes',
    title: 'A key that is a UUID causes a server error',
    check: 'uuid-key',
    crashes: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  }),
  crashingKeyMutant({
    id: 'hex-key-crashes',
    title: 'A key of 32 hexadecimal digits causes a server error',
    check: 'hex-key',
    crashes: /^[0-9a-f]{32}$/i,
  }),
  {
    id: 'slash-redirected-without-key',
    title: 'A path with a trailing slash is redirected before the key is checked',
    vendors: everyVendor,
    forms: ['trailing-slash'],
    caughtBy: ['authentication.slash-redirect'],
    warnsOnly: true,
    begin: () => async (call, ask) => {
      const answer = await ask(call);
      if (call.form === undefined) return answer;
      const { form: _, ...usual } = call;
      return { ...withBody(answer, ''), status: 307, headers: [['Location', targetOf(usual)]] };
    },
  },
];

function crashingKeyMutant({
  check,
  crashes,
  ...head
}: MutantHead & { readonly check: string; readonly crashes: RegExp }): Mutant {
  const begin: Mutant['begin'] = () => async (call, ask) => {
    const answer = await ask(call);
    if (!crashes.test(presentedKey(call) ?? '')) return answer;
    const plain: Answer = withBody(problem(call, 500, 'Internal server error'), 'Internal Server Error');
    return { ...plain, headers: [['Content-Type', 'text/plain; charset=utf-8']] };
  };
  return { ...head, vendors: everyVendor, caughtBy: [`authentication.${check}`], begin };
}
