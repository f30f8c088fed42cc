import { jsonAnswer } from '../../proxy/answer.ts';
import { userIdOf, withUserId } from '../../proxy/call.ts';
import { everyVendor, type Mutant, type MutantHead } from '../../proxy/mutant.ts';
import { emptyList } from '../kit/list-body.ts';
import { problem } from '../kit/problem.ts';
import { answerForIdMutant, readIdMutant } from './user-id-mutant.ts';

/** User ids that no client sends by mistake, and that a server fails on or reads as other ids. */
export const hostileIdMutants: readonly Mutant[] = [
  readIdMutant({
    id: 'id-cut-at-nul',
    title: 'The text after NUL in a user_id is ignored',
    vendors: everyVendor,
    checks: ['hostile', 'ambiguous'],
    read: (id) => /^(.+)%00/.exec(id)?.[1],
  }),
  serverErrorMutant({
    id: 'invalid-utf-8-fails',
    title: 'A user_id that is not UTF-8 returns 500',
    checks: ['hostile'],
    applies: (id) => !isDecodable(id),
  }),
  serverErrorMutant({
    id: 'nul-fails',
    title: 'NUL in a user_id returns 500',
    checks: ['hostile'],
    applies: (id) => id.includes('%00'),
  }),
  serverErrorMutant({
    id: 'quote-fails',
    title: 'A quote in a user_id returns 500',
    checks: ['hostile'],
    applies: (id) => /'|%27/.test(id),
  }),
  serverErrorMutant({
    id: 'emoji-fails',
    title: 'A user_id with four-byte characters returns 500',
    checks: ['hostile'],
    applies: (id) => /%f[0-4]/i.test(id) && isDecodable(id),
  }),
  serverErrorMutant({
    id: 'long-id-fails',
    title: 'A user_id of more than 1,000 characters returns 500',
    checks: ['over-long'],
    applies: (id) => id.length > 1000,
  }),
  answerForIdMutant({
    id: 'long-id-dropped',
    title: 'A user_id of more than 1,000 characters closes the connection',
    vendors: everyVendor,
    checks: ['over-long'],
    answerFor: (id, call) =>
      id.length > 1000 ? { ...problem(call, 500, ''), delivery: 'dropped' } : undefined,
  }),
  answerForIdMutant({
    id: 'id-as-pattern',
    title: 'A user_id with a wildcard returns an empty list',
    vendors: everyVendor,
    checks: ['hostile', 'malformed'],
    answerFor: (id, { vendor }) => (/%25|\*|%2a/i.test(id) ? jsonAnswer(200, emptyList(vendor)) : undefined),
  }),
  {
    id: 'id-decoded-twice',
    title: 'A user_id is decoded twice',
    vendors: everyVendor,
    caughtBy: ['input.user_id.ambiguous'],
    begin: () => (call, ask) => ask(withUserId(call, userIdOf(call).replaceAll(/%25(?=[0-9a-f]{2})/gi, '%'))),
  },
  {
    id: 'line-break-after-id-ignored',
    title: 'A line break after a user_id is ignored',
    vendors: everyVendor,
    caughtBy: ['input.user_id.ambiguous'],
    begin: () => (call, ask) => ask(withUserId(call, userIdOf(call).replace(/%0a$/i, ''))),
  },
  {
    id: 'prototype-id-fails',
    title: 'A user_id that is a property of every object returns 500',
    vendors: ['mielto'],
    caughtBy: ['input.user_id.unknown'],
    begin: () => async (call, ask) => {
      const answer = await ask(call);
      return answer.status === 404 && userIdOf(call) in {}
        ? problem(call, 500, 'Internal server error')
        : answer;
    },
  },
];

function serverErrorMutant({
  checks,
  applies,
  ...head
}: MutantHead & {
  readonly checks: readonly string[];
  readonly applies: (userId: string) => boolean;
}): Mutant {
  return answerForIdMutant({
    ...head,
    vendors: everyVendor,
    checks,
    answerFor: (userId, call) => (applies(userId) ? problem(call, 500, 'Internal server error') : undefined),
  });
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
