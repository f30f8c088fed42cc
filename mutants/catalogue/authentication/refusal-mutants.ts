import type { Answer } from '../../proxy/answer.ts';
import { type Call, presentedKey } from '../../proxy/call.ts';
import { everyVendor, type Mutant, type MutantHead } from '../../proxy/mutant.ts';
import { onAnswer } from '../kit/change-answer.ts';
import { problem } from '../kit/problem.ts';
import { answerBeforeKey } from './accepted-keys.ts';

/** Details that a caller without a valid key gets, and refusals with a wrong status. */
export const refusalMutants: readonly Mutant[] = [
  revealingMutant({
    id: 'existence-before-key',
    title: 'Without a key, an unknown user returns 404',
    check: 'before-existence',
    statuses: [404],
    applies: (call) => presentedKey(call) === null,
  }),
  revealingMutant({
    id: 'existence-before-wrong-key',
    title: 'With a wrong key, an unknown user returns 404',
    check: 'before-existence',
    statuses: [404],
    applies: (call) => presentedKey(call) !== null,
  }),
  revealingMutant({
    id: 'validation-before-key',
    title: 'Invalid input is reported without a key',
    check: 'before-validation',
    statuses: [400, 422],
    applies: (call) => presentedKey(call) === null,
  }),
  revealingMutant({
    id: 'validation-before-wrong-key',
    title: 'Invalid input is reported with a wrong key',
    check: 'before-validation',
    statuses: [400, 422],
    applies: (call) => presentedKey(call) !== null,
  }),
  forbiddenMutant({
    id: 'forbidden-for-unauthorized',
    title: 'A request without a valid key returns 403',
    vendors: ['open-wearables', 'junction'],
    applies: () => true,
  }),
  {
    ...forbiddenMutant({
      id: 'forbidden-for-unauthorized-mielto',
      title: 'A request without a valid token returns 403',
      vendors: ['mielto'],
      applies: () => true,
    }),
    warnsOnly: true,
  },
  forbiddenMutant({
    id: 'forbidden-for-wrong-key',
    title: 'A wrong key returns 403, and a missing key returns 401',
    vendors: ['open-wearables', 'junction'],
    applies: (call) => presentedKey(call) !== null,
  }),
  {
    id: 'wrong-key-not-found',
    title: 'With a wrong key, every user returns 404',
    vendors: everyVendor,
    caughtBy: ['authentication.wrong-key'],
    begin: onAnswer(401, (answer, call) =>
      presentedKey(call) === null ? answer : problem(call, 404, 'User not found'),
    ),
  },
  refusalMutant({
    id: 'unauthorized-as-200',
    title: 'A request without a key returns 200 with the body of the error',
    change: (answer) => ({ ...answer, status: 200 }),
  }),
  refusalMutant({
    id: 'unauthorized-as-400',
    title: 'A request without a key returns 400',
    change: (_, call) => problem(call, 400, 'API key missing'),
  }),
  refusalMutant({
    id: 'unauthorized-as-404',
    title: 'A request without a key returns 404, also for a user that exists',
    change: (_, call) => problem(call, 404, 'Not found'),
  }),
];

function revealingMutant({
  check,
  statuses,
  applies,
  ...head
}: MutantHead & {
  readonly check: string;
  readonly statuses: readonly number[];
  readonly applies: (call: Call) => boolean;
}): Mutant {
  const caughtBy = [`authentication.${check}`];
  return { ...head, vendors: everyVendor, caughtBy, begin: answerBeforeKey(statuses, applies) };
}

function forbiddenMutant({
  vendors,
  applies,
  ...head
}: MutantHead & {
  readonly vendors: Mutant['vendors'];
  readonly applies: (call: Call) => boolean;
}): Mutant {
  const change = (answer: Answer, call: Call) => (applies(call) ? { ...answer, status: 403 } : answer);
  return { ...refusalMutant({ ...head, change }), vendors };
}

/** Changes the answer if the upstream server refuses the key. */
function refusalMutant({
  change,
  ...head
}: MutantHead & {
  readonly change: (answer: Answer, call: Call) => Answer;
}): Mutant {
  const caughtBy = ['authentication.no-key', 'authentication.wrong-key'];
  return { ...head, vendors: everyVendor, caughtBy, begin: onAnswer(401, change) };
}
