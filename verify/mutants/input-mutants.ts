import type { Vendor } from '../../spec/vendors.ts';
import { type Answer, jsonAnswer, withBody } from './answer.ts';
import type { Call } from './call.ts';
import { problem } from './change-answer.ts';
import { emptyList } from './list-body.ts';
import { everyVendor, type Mutant } from './mutant.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;
const withUuids: readonly Vendor[] = ['open-wearables', 'junction'];

/** Ids of users that are taken or refused against the contract. */
export const inputMutants: readonly Mutant[] = [
  refusedAs('malformed-id-empty', 22, 'A user_id that is no UUID has an empty list', ({ vendor }) =>
    jsonAnswer(200, emptyList(vendor)),
  ),
  refusedAs('malformed-id-not-found', 22, 'A user_id that is no UUID is an unknown user', () =>
    problem(404, 'User not found'),
  ),
  refusedAs('malformed-id-fails', null, 'A user_id that is no UUID is a 500', () =>
    problem(500, 'Internal server error'),
  ),
  readAs(
    'uuid-trailing-text-accepted',
    'What comes after a UUID is ignored',
    withUuids,
    ['malformed'],
    (id) => uuid.exec(id)?.[0],
  ),
  readAs(
    'uuid-without-hyphens-accepted',
    'A UUID without hyphens is taken',
    withUuids,
    ['malformed'],
    (id) =>
      /^[0-9a-f]{32}$/i.test(id) ? id.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-') : undefined,
  ),
  readAs(
    'uuid-in-braces-accepted',
    'A UUID in braces is taken',
    withUuids,
    ['malformed'],
    (id) => /^(?:\{|%7b)(.*)(?:\}|%7d)$/i.exec(id)?.[1],
  ),
  readAs(
    'uuid-urn-accepted',
    'A UUID written as a URN is taken',
    withUuids,
    ['malformed'],
    (id) => /^urn(?::|%3a)uuid(?::|%3a)(.*)$/i.exec(id)?.[1],
  ),
  readAs('uuid-spaces-trimmed', 'Spaces around a UUID are ignored', withUuids, ['malformed'], (id) =>
    /%20/.test(id) ? id.replaceAll('%20', '') : undefined,
  ),
  readAs(
    'id-cut-at-nul',
    'What comes after NUL in a user_id is ignored',
    everyVendor,
    ['hostile'],
    (id) => /^(.+)%00/.exec(id)?.[1],
  ),
  answeredAs(
    'upper-case-id-not-found',
    'A UUID in upper case is an unknown user',
    withUuids,
    ['upper-case'],
    (id) => (uuid.test(id) && /[A-F]/.test(id) ? problem(404, 'User not found') : undefined),
  ),
  answeredAs(
    'upper-case-id-refused',
    'A UUID in upper case is refused',
    ['open-wearables'],
    ['upper-case'],
    (id) => (uuid.test(id) && /[A-F]/.test(id) ? problem(400, 'user_id: must be a UUID') : undefined),
  ),
  answeredAs('id-no-uuid-refused', 'A user_id that is no UUID is refused', ['mielto'], ['malformed'], (id) =>
    uuid.test(id)
      ? undefined
      : jsonAnswer(422, {
          detail: [{ loc: ['path', 'user_id'], msg: 'must be a UUID', type: 'uuid_parsing' }],
        }),
  ),
  failsFor('invalid-utf-8-fails', 'A user_id that is no UTF-8 is a 500', ['hostile'], (id) => !decodes(id)),
  failsFor('nul-fails', 'NUL in a user_id is a 500', ['hostile'], (id) => id.includes('%00')),
  failsFor('quote-fails', 'A quote in a user_id is a 500', ['hostile'], (id) => /'|%27/.test(id)),
  failsFor(
    'emoji-fails',
    'A user_id with letters of four bytes is a 500',
    ['hostile'],
    (id) => /%f[0-4]/i.test(id) && decodes(id),
  ),
  failsFor(
    'long-id-fails',
    'A user_id of more than 1,000 characters is a 500',
    ['over-long'],
    (id) => id.length > 1000,
  ),
  answeredAs(
    'long-id-dropped',
    'At a user_id of more than 1,000 characters the connection is closed',
    everyVendor,
    ['over-long'],
    (id) => (id.length > 1000 ? { ...problem(500, ''), delivery: 'dropped' } : undefined),
  ),
  answeredAs(
    'long-id-html',
    'A user_id of more than 1,000 characters is a 414 in HTML',
    everyVendor,
    ['over-long'],
    (id) =>
      id.length > 1000
        ? { ...withBody(problem(414, ''), '<h1>URI Too Long</h1>'), headers: [['Content-Type', 'text/html']] }
        : undefined,
  ),
  answeredAs(
    'id-as-pattern',
    'A per cent sign in a user_id matches any user, and the list is empty',
    everyVendor,
    ['hostile', 'malformed'],
    (id, { vendor }) => (/%25|\*|%2a/i.test(id) ? jsonAnswer(200, emptyList(vendor)) : undefined),
  ),
];

/** Answers otherwise where the upstream server refuses the id. */
function refusedAs(id: string, row: number | null, title: string, answer: (call: Call) => Answer): Mutant {
  const begin: Mutant['begin'] = () => async (call, ask) => {
    const given = await ask(call);
    return given.status === 400 || given.status === 422 ? answer(call) : given;
  };
  return { id, row, title, vendors: withUuids, caughtBy: ['input.user_id.malformed'], begin };
}

/** Takes an id for another one. */
function readAs(
  id: string,
  title: string,
  vendors: readonly Vendor[],
  checks: readonly string[],
  read: (userId: string) => string | undefined,
): Mutant {
  const begin: Mutant['begin'] = () => async (call, ask) => {
    const userId = read(call.userId);
    return ask(userId === undefined ? call : { ...call, userId });
  };
  return { id, row: null, title, vendors, caughtBy: checks.map((check) => `input.user_id.${check}`), begin };
}

/** Answers some ids otherwise, for whoever has a valid key. */
function answeredAs(
  id: string,
  title: string,
  vendors: readonly Vendor[],
  checks: readonly string[],
  answerFor: (userId: string, call: Call) => Answer | undefined,
): Mutant {
  const begin: Mutant['begin'] = () => async (call, ask) => {
    const given = await ask(call);
    return given.status === 401 ? given : (answerFor(call.userId, call) ?? given);
  };
  return { id, row: null, title, vendors, caughtBy: checks.map((check) => `input.user_id.${check}`), begin };
}

function failsFor(
  id: string,
  title: string,
  checks: readonly string[],
  isConcerned: (userId: string) => boolean,
): Mutant {
  return answeredAs(id, title, everyVendor, checks, (userId) =>
    isConcerned(userId) ? problem(500, 'Internal server error') : undefined,
  );
}

function decodes(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
