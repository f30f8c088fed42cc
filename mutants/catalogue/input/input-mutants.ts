import type { Vendor } from '../../../spec/vendors.ts';
import { type Answer, jsonAnswer, withBody } from '../../proxy/answer.ts';
import type { Call } from '../../proxy/call.ts';
import { everyVendor, type Mutant, type MutantHead } from '../../proxy/mutant.ts';
import { problem } from '../kit/change-answer.ts';
import { emptyList } from '../kit/list-body.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;
const withUuids: readonly Vendor[] = ['open-wearables', 'junction'];

/** Ids of users that are taken or refused against the contract. */
export const inputMutants: readonly Mutant[] = [
  refusedAs({
    id: 'malformed-id-empty',
    row: 22,
    title: 'A user_id that is no UUID has an empty list',
    answer: ({ vendor }) => jsonAnswer(200, emptyList(vendor)),
  }),
  refusedAs({
    id: 'malformed-id-not-found',
    row: 22,
    title: 'A user_id that is no UUID is an unknown user',
    answer: () => problem(404, 'User not found'),
  }),
  refusedAs({
    id: 'malformed-id-fails',
    row: null,
    title: 'A user_id that is no UUID is a 500',
    answer: () => problem(500, 'Internal server error'),
  }),
  readAs({
    id: 'uuid-trailing-text-accepted',
    row: null,
    title: 'What comes after a UUID is ignored',
    vendors: withUuids,
    checks: ['malformed'],
    read: (id) => uuid.exec(id)?.[0],
  }),
  readAs({
    id: 'uuid-without-hyphens-accepted',
    row: null,
    title: 'A UUID without hyphens is taken',
    vendors: withUuids,
    checks: ['malformed'],
    read: (id) =>
      /^[0-9a-f]{32}$/i.test(id) ? id.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-') : undefined,
  }),
  readAs({
    id: 'uuid-in-braces-accepted',
    row: null,
    title: 'A UUID in braces is taken',
    vendors: withUuids,
    checks: ['malformed'],
    read: (id) => /^(?:\{|%7b)(.*)(?:\}|%7d)$/i.exec(id)?.[1],
  }),
  readAs({
    id: 'uuid-urn-accepted',
    row: null,
    title: 'A UUID written as a URN is taken',
    vendors: withUuids,
    checks: ['malformed'],
    read: (id) => /^urn(?::|%3a)uuid(?::|%3a)(.*)$/i.exec(id)?.[1],
  }),
  readAs({
    id: 'uuid-spaces-trimmed',
    row: null,
    title: 'Spaces around a UUID are ignored',
    vendors: withUuids,
    checks: ['malformed'],
    read: (id) => (/%20/.test(id) ? id.replaceAll('%20', '') : undefined),
  }),
  readAs({
    id: 'id-cut-at-nul',
    row: null,
    title: 'What comes after NUL in a user_id is ignored',
    vendors: everyVendor,
    checks: ['hostile', 'disguised'],
    read: (id) => /^(.+)%00/.exec(id)?.[1],
  }),
  answeredAs({
    id: 'upper-case-id-not-found',
    row: null,
    title: 'A UUID in upper case is an unknown user',
    vendors: withUuids,
    checks: ['upper-case'],
    answerFor: (id) => (uuid.test(id) && /[A-F]/.test(id) ? problem(404, 'User not found') : undefined),
  }),
  answeredAs({
    id: 'upper-case-id-refused',
    row: null,
    title: 'A UUID in upper case is refused',
    vendors: ['open-wearables'],
    checks: ['upper-case'],
    answerFor: (id) =>
      uuid.test(id) && /[A-F]/.test(id) ? problem(400, 'user_id: must be a UUID') : undefined,
  }),
  answeredAs({
    id: 'id-no-uuid-refused',
    row: null,
    title: 'A user_id that is no UUID is refused',
    vendors: ['mielto'],
    checks: ['unknown'],
    answerFor: (id) =>
      uuid.test(id)
        ? undefined
        : jsonAnswer(422, {
            detail: [{ loc: ['path', 'user_id'], msg: 'must be a UUID', type: 'uuid_parsing' }],
          }),
  }),
  failsFor({
    id: 'invalid-utf-8-fails',
    row: null,
    title: 'A user_id that is no UTF-8 is a 500',
    checks: ['hostile'],
    isConcerned: (id) => !decodes(id),
  }),
  failsFor({
    id: 'nul-fails',
    row: null,
    title: 'NUL in a user_id is a 500',
    checks: ['hostile'],
    isConcerned: (id) => id.includes('%00'),
  }),
  failsFor({
    id: 'quote-fails',
    row: null,
    title: 'A quote in a user_id is a 500',
    checks: ['hostile'],
    isConcerned: (id) => /'|%27/.test(id),
  }),
  failsFor({
    id: 'emoji-fails',
    row: null,
    title: 'A user_id with letters of four bytes is a 500',
    checks: ['hostile'],
    isConcerned: (id) => /%f[0-4]/i.test(id) && decodes(id),
  }),
  failsFor({
    id: 'long-id-fails',
    row: null,
    title: 'A user_id of more than 1,000 characters is a 500',
    checks: ['over-long'],
    isConcerned: (id) => id.length > 1000,
  }),
  answeredAs({
    id: 'long-id-dropped',
    row: null,
    title: 'At a user_id of more than 1,000 characters the connection is closed',
    vendors: everyVendor,
    checks: ['over-long'],
    answerFor: (id) => (id.length > 1000 ? { ...problem(500, ''), delivery: 'dropped' } : undefined),
  }),
  {
    ...answeredAs({
      id: 'long-id-html',
      row: null,
      title: 'A user_id of more than 1,000 characters is a 414 in HTML',
      vendors: everyVendor,
      checks: ['over-long'],
      answerFor: (id) =>
        id.length > 1000
          ? {
              ...withBody(problem(414, ''), '<h1>URI Too Long</h1>'),
              headers: [['Content-Type', 'text/html']],
            }
          : undefined,
    }),
    caughtBy: ['input.user_id.over-long', 'shape.declared-status'],
  },
  answeredAs({
    id: 'id-as-pattern',
    row: null,
    title: 'A per cent sign in a user_id matches any user, and the list is empty',
    vendors: everyVendor,
    checks: ['hostile', 'malformed'],
    answerFor: (id, { vendor }) => (/%25|\*|%2a/i.test(id) ? jsonAnswer(200, emptyList(vendor)) : undefined),
  }),
];

/** Answers otherwise where the upstream server refuses the id. */
function refusedAs({
  answer,
  ...head
}: MutantHead & {
  readonly answer: (call: Call) => Answer;
}): Mutant {
  const begin: Mutant['begin'] = () => async (call, ask) => {
    const given = await ask(call);
    return given.status === 400 || given.status === 422 ? answer(call) : given;
  };
  return { ...head, vendors: withUuids, caughtBy: ['input.user_id.malformed'], begin };
}

/** Takes an id for another one. */
function readAs({
  vendors,
  checks,
  read,
  ...head
}: MutantHead & {
  readonly vendors: readonly Vendor[];
  readonly checks: readonly string[];
  readonly read: (userId: string) => string | undefined;
}): Mutant {
  const begin: Mutant['begin'] = () => async (call, ask) => {
    const userId = read(call.userId);
    return ask(userId === undefined ? call : { ...call, userId });
  };
  return { ...head, vendors, caughtBy: checks.map((check) => `input.user_id.${check}`), begin };
}

/** Answers some ids otherwise, for whoever has a valid key. */
function answeredAs({
  vendors,
  checks,
  answerFor,
  ...head
}: MutantHead & {
  readonly vendors: readonly Vendor[];
  readonly checks: readonly string[];
  readonly answerFor: (userId: string, call: Call) => Answer | undefined;
}): Mutant {
  const begin: Mutant['begin'] = () => async (call, ask) => {
    const given = await ask(call);
    return given.status === 401 ? given : (answerFor(call.userId, call) ?? given);
  };
  return { ...head, vendors, caughtBy: checks.map((check) => `input.user_id.${check}`), begin };
}

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
    answerFor: (userId) => (isConcerned(userId) ? problem(500, 'Internal server error') : undefined),
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
