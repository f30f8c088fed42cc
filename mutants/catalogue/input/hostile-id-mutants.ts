import { jsonAnswer, withBody } from '../../proxy/answer.ts';
import { userIdOf, withUserId } from '../../proxy/call.ts';
import { everyVendor, type Mutant, type MutantHead } from '../../proxy/mutant.ts';
import { emptyList } from '../kit/list-body.ts';
import { problem } from '../kit/problem.ts';
import { answeredAs, readAs } from './user-id-mutant.ts';

/** User ids that no client sends by mistake, and that a server stumbles over or takes for others. */
export const hostileIdMutants: readonly Mutant[] = [
  readAs({
    id: 'id-cut-at-nul',
    title: 'What comes after NUL in a user_id is ignored',
    vendors: everyVendor,
    checks: ['hostile', 'disguised'],
    read: (id) => /^(.+)%00/.exec(id)?.[1],
  }),
  failsFor({
    id: 'invalid-utf-8-fails',
    title: 'A user_id that is not UTF-8 is a 500',
    checks: ['hostile'],
    isConcerned: (id) => !decodes(id),
  }),
  failsFor({
    id: 'nul-fails',
    title: 'NUL in a user_id is a 500',
    checks: ['hostile'],
    isConcerned: (id) => id.includes('%00'),
  }),
  failsFor({
    id: 'quote-fails',
    title: 'A quote in a user_id is a 500',
    checks: ['hostile'],
    isConcerned: (id) => /'|%27/.test(id),
  }),
  failsFor({
    id: 'emoji-fails',
    title: 'A user_id with letters of four bytes is a 500',
    checks: ['hostile'],
    isConcerned: (id) => /%f[0-4]/i.test(id) && decodes(id),
  }),
  failsFor({
    id: 'long-id-fails',
    title: 'A user_id of more than 1,000 characters is a 500',
    checks: ['over-long'],
    isConcerned: (id) => id.length > 1000,
  }),
  answeredAs({
    id: 'long-id-dropped',
    title: 'At a user_id of more than 1,000 characters the connection is closed',
    vendors: everyVendor,
    checks: ['over-long'],
    answerFor: (id, call) =>
      id.length > 1000 ? { ...problem(call, 500, ''), delivery: 'dropped' } : undefined,
  }),
  {
    ...answeredAs({
      id: 'long-id-html',
      title: 'A user_id of more than 1,000 characters is a 414 in HTML',
      vendors: everyVendor,
      checks: ['over-long'],
      answerFor: (id, call) =>
        id.length > 1000
          ? {
              ...withBody(problem(call, 414, ''), '<h1>URI Too Long</h1>'),
              headers: [['Content-Type', 'text/html']],
            }
          : undefined,
    }),
    caughtBy: ['input.user_id.over-long', 'shape.declared-status'],
  },
  answeredAs({
    id: 'id-as-pattern',
    title: 'A per cent sign in a user_id matches any user, and the list is empty',
    vendors: everyVendor,
    checks: ['hostile', 'malformed'],
    answerFor: (id, { vendor }) => (/%25|\*|%2a/i.test(id) ? jsonAnswer(200, emptyList(vendor)) : undefined),
  }),
  {
    id: 'id-decoded-twice',
    title: 'A user_id is decoded twice',
    vendors: everyVendor,
    caughtBy: ['input.user_id.disguised'],
    begin: () => (call, ask) => ask(withUserId(call, userIdOf(call).replaceAll(/%25(?=[0-9a-f]{2})/gi, '%'))),
  },
  {
    id: 'line-break-behind-id-ignored',
    title: 'A line break behind a user_id is ignored',
    vendors: everyVendor,
    caughtBy: ['input.user_id.disguised'],
    begin: () => (call, ask) => ask(withUserId(call, userIdOf(call).replace(/%0a$/i, ''))),
  },
  {
    id: 'prototype-id-fails',
    title: 'A user_id that every object has as a property is a 500',
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

function failsFor({
  checks,
  isConcerned,
  ...head
}: MutantHead & {
  readonly checks: readonly string[];
  readonly isConcerned: (userId: string) => boolean;
}): Mutant {
  return answeredAs({
    ...head,
    vendors: everyVendor,
    checks,
    answerFor: (userId, call) =>
      isConcerned(userId) ? problem(call, 500, 'Internal server error') : undefined,
  });
}

function decodes(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
