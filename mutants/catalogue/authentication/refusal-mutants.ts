import { type Call, presentedKey } from '../../proxy/call.ts';
import { everyVendor, type Mutant, type MutantHead } from '../../proxy/mutant.ts';
import { onAnswer, problem } from '../kit/change-answer.ts';
import { tellingBeforeKey } from './accepted-keys.ts';

/** What is told to whoever has no valid key, and what a refusal says. */
export const refusalMutants: readonly Mutant[] = [
  telling({
    id: 'existence-before-key',
    row: 25,
    title: 'Without a key an unknown user is a 404',
    check: 'before-existence',
    statuses: [404],
    isConcerned: (call) => presentedKey(call) === null,
  }),
  telling({
    id: 'existence-before-wrong-key',
    row: 25,
    title: 'With a wrong key an unknown user is a 404',
    check: 'before-existence',
    statuses: [404],
    isConcerned: (call) => presentedKey(call) !== null,
  }),
  telling({
    id: 'validation-before-key',
    row: null,
    title: 'Invalid input is told without a key',
    check: 'before-validation',
    statuses: [400, 422],
    isConcerned: (call) => presentedKey(call) === null,
  }),
  telling({
    id: 'validation-before-wrong-key',
    row: null,
    title: 'Invalid input is told with a wrong key',
    check: 'before-validation',
    statuses: [400, 422],
    isConcerned: (call) => presentedKey(call) !== null,
  }),
  refusing({
    id: 'forbidden-for-unauthorized',
    row: 26,
    title: 'A request without a valid key is a 403',
    vendors: ['open-wearables', 'junction'],
    isConcerned: () => true,
  }),
  {
    ...refusing({
      id: 'forbidden-for-unauthorized-mielto',
      row: 26,
      title: 'A request without a valid token is a 403',
      vendors: ['mielto'],
      isConcerned: () => true,
    }),
    warnsOnly: true,
  },
  refusing({
    id: 'forbidden-for-wrong-key',
    row: 26,
    title: 'A wrong key is a 403, and none is a 401',
    vendors: ['open-wearables', 'junction'],
    isConcerned: (call) => presentedKey(call) !== null,
  }),
  {
    id: 'wrong-key-not-found',
    row: null,
    title: 'With a wrong key every user is unknown',
    vendors: everyVendor,
    caughtBy: ['authentication.wrong-key'],
    begin: onAnswer(401, (answer, call) =>
      presentedKey(call) === null ? answer : problem(404, 'User not found'),
    ),
  },
];

function telling({
  check,
  statuses,
  isConcerned,
  ...head
}: MutantHead & {
  readonly check: string;
  readonly statuses: readonly number[];
  readonly isConcerned: (call: Call) => boolean;
}): Mutant {
  const caughtBy = [`authentication.${check}`];
  return { ...head, vendors: everyVendor, caughtBy, begin: tellingBeforeKey(statuses, isConcerned) };
}

function refusing({
  vendors,
  isConcerned,
  ...head
}: MutantHead & {
  readonly vendors: Mutant['vendors'];
  readonly isConcerned: (call: Call) => boolean;
}): Mutant {
  const begin = onAnswer(401, (answer, call) => (isConcerned(call) ? { ...answer, status: 403 } : answer));
  return { ...head, vendors, caughtBy: ['authentication.no-key', 'authentication.wrong-key'], begin };
}
