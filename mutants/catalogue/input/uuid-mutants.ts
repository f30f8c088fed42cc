import type { Vendor } from '../../../spec/vendors.ts';
import { type Answer, jsonAnswer } from '../../proxy/answer.ts';
import { type Call, userIdOf } from '../../proxy/call.ts';
import type { Mutant, MutantHead } from '../../proxy/mutant.ts';
import { emptyList } from '../kit/list-body.ts';
import { problem } from '../kit/problem.ts';
import { answeredAs, readAs } from './user-id-mutant.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;
const nil = '00000000-0000-0000-0000-000000000000';
const withUuids: readonly Vendor[] = ['open-wearables', 'junction'];

/** User ids that are accepted though they are not a UUID, or refused though they may be one. */
export const uuidMutants: readonly Mutant[] = [
  refusedAs({
    id: 'malformed-id-empty',
    title: 'A user_id that is not a UUID has an empty list',
    answer: ({ vendor }) => jsonAnswer(200, emptyList(vendor)),
  }),
  refusedAs({
    id: 'malformed-id-not-found',
    title: 'A user_id that is not a UUID is an unknown user',
    answer: (call) => problem(call, 404, 'User not found'),
  }),
  refusedAs({
    id: 'malformed-id-fails',
    title: 'A user_id that is not a UUID is a 500',
    answer: (call) => problem(call, 500, 'Internal server error'),
  }),
  readAs({
    id: 'uuid-trailing-text-accepted',
    title: 'What comes after a UUID is ignored',
    vendors: withUuids,
    checks: ['malformed'],
    read: (id) => uuid.exec(id)?.[0],
  }),
  readAs({
    id: 'uuid-without-hyphens-accepted',
    title: 'A UUID without hyphens is taken',
    vendors: withUuids,
    checks: ['malformed'],
    read: (id) =>
      /^[0-9a-f]{32}$/i.test(id) ? id.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-') : undefined,
  }),
  readAs({
    id: 'uuid-in-braces-accepted',
    title: 'A UUID in braces is taken',
    vendors: withUuids,
    checks: ['malformed'],
    read: (id) => /^(?:\{|%7b)(.*)(?:\}|%7d)$/i.exec(id)?.[1],
  }),
  readAs({
    id: 'uuid-urn-accepted',
    title: 'A UUID written as a URN is taken',
    vendors: withUuids,
    checks: ['malformed'],
    read: (id) => /^urn(?::|%3a)uuid(?::|%3a)(.*)$/i.exec(id)?.[1],
  }),
  readAs({
    id: 'uuid-spaces-trimmed',
    title: 'Spaces around a UUID are ignored',
    vendors: withUuids,
    checks: ['malformed'],
    read: (id) => (/%20/.test(id) ? id.replaceAll('%20', '') : undefined),
  }),
  answeredAs({
    id: 'upper-case-id-not-found',
    title: 'A UUID in upper case is an unknown user',
    vendors: withUuids,
    checks: ['upper-case'],
    answerFor: (id, call) =>
      uuid.test(id) && /[A-F]/.test(id) ? problem(call, 404, 'User not found') : undefined,
  }),
  answeredAs({
    id: 'upper-case-id-refused',
    title: 'A UUID in upper case is refused',
    vendors: ['open-wearables'],
    checks: ['upper-case'],
    answerFor: (id, call) =>
      uuid.test(id) && /[A-F]/.test(id) ? problem(call, 400, 'user_id: must be a UUID') : undefined,
  }),
  answeredAs({
    id: 'id-no-uuid-refused',
    title: 'A user_id that is not a UUID is refused',
    vendors: ['mielto'],
    checks: ['unknown'],
    answerFor: (id) =>
      uuid.test(id)
        ? undefined
        : jsonAnswer(422, {
            detail: [{ loc: ['path', 'user_id'], msg: 'must be a UUID', type: 'uuid_parsing' }],
          }),
  }),
  {
    id: 'nil-uuid-empty',
    title: 'The empty UUID has an empty list',
    vendors: ['open-wearables', 'junction'],
    caughtBy: ['input.user_id.any-version'],
    begin: () => async (call, ask) => {
      const answer = await ask(call);
      return answer.status === 404 && userIdOf(call) === nil
        ? jsonAnswer(200, emptyList(call.vendor))
        : answer;
    },
  },
];

/** Answers otherwise if the upstream server refuses the id. */
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
