import type { Answer } from '../../proxy/answer.ts';
import { type Call, presentedKey } from '../../proxy/call.ts';
import { everyVendor, type Mutant, type MutantHead } from '../../proxy/mutant.ts';
import { onAnswer } from '../kit/change-answer.ts';
import { problem } from '../kit/problem.ts';
import { answeringBeforeKey } from './accepted-keys.ts';

/** What a caller without a valid key learns, and how a refusal is worded. */
export const refusalMutants: readonly Mutant[] = [
  revealing({
    id: 'existence-before-key',
    title: 'Without a key an unknown user is a 404',
    check: 'before-existence',
    statuses: [404],
    isConcerned: (call) => presentedKey(call) === null,
  }),
  revealing({
    id: 'existence-before-wrong-key',
    title: 'With a wrong key an unknown user is a 404',
    check: 'before-existence',
    statuses: [404],
    isConcerned: (call) => presentedKey(call) !== null,
  }),
  revealing({
    id: 'validation-before-key',
    title: 'Invalid input is reported without a key',
    check: 'before-validation',
    statuses: [400, 422],
    isConcerned: (call) => presentedKey(call) === null,
  }),
  revealing({
    id: 'validation-before-wrong-key',
    title: 'Invalid input is reported with a wrong key',
    check: 'before-validation',
    statuses: [400, 422],
    isConcerned: (call) => presentedKey(call) !== null,
  }),
  refusing({
    id: 'forbidden-for-unauthorized',
    title: 'A request without a valid key is a 403',
    vendors: ['open-wearables', 'junction'],
    isConcerned: () => true,
  }),
  {
    ...refusing({
      id: 'forbidden-for-unauthorized-mielto',
      title: 'A request without a valid token is a 403',
      vendors: ['mielto'],
      isConcerned: () => true,
    }),
    warnsOnly: true,
  },
  refusing({
    id: 'forbidden-for-wrong-key',
    title: 'A wrong key is a 403, and none is a 401',
    vendors: ['open-wearables', 'junction'],
    isConcerned: (call) => presentedKey(call) !== null,
  }),
  {
    id: 'wrong-key-not-found',
    title: 'With a wrong key every user is unknown',
    vendors: everyVendor,
    caughtBy: ['authentication.wrong-key'],
    begin: onAnswer(401, (answer, call) =>
      presentedKey(call) === null ? answer : problem(call, 404, 'User not found'),
    ),
  },
  refusedAs({
    id: 'unauthorized-as-200',
    title: 'A request without a key is a 200 with the body of the error',
    change: (answer) => ({ ...answer, status: 200 }),
  }),
  refusedAs({
    id: 'unauthorized-as-400',
    title: 'A request without a key is a 400',
    change: (_, call) => problem(call, 400, 'API key missing'),
  }),
  refusedAs({
    id: 'unauthorized-as-404',
    title: 'A request without a key is a 404, also for a user who exists',
    change: (_, call) => problem(call, 404, 'Not found'),
  }),
];

function revealing({
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
  return { ...head, vendors: everyVendor, caughtBy, begin: answeringBeforeKey(statuses, isConcerned) };
}

function refusing({
  vendors,
  isConcerned,
  ...head
}: MutantHead & {
  readonly vendors: Mutant['vendors'];
  readonly isConcerned: (call: Call) => boolean;
}): Mutant {
  const change = (answer: Answer, call: Call) => (isConcerned(call) ? { ...answer, status: 403 } : answer);
  return { ...refusedAs({ ...head, change }), vendors };
}

/** Answers otherwise when the upstream server refuses the key. */
function refusedAs({
  change,
  ...head
}: MutantHead & {
  readonly change: (answer: Answer, call: Call) => Answer;
}): Mutant {
  const caughtBy = ['authentication.no-key', 'authentication.wrong-key'];
  return { ...head, vendors: everyVendor, caughtBy, begin: onAnswer(401, change) };
}
