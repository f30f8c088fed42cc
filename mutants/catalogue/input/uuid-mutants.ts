import type { Vendor } from '../../../spec/vendors.ts';
import { type Answer, jsonAnswer } from '../../proxy/answer.ts';
import { type Call, userIdOf } from '../../proxy/call.ts';
import type { Mutant, MutantHead } from '../../proxy/mutant.ts';
import { emptyList } from '../kit/list-body.ts';
import { problem } from '../kit/problem.ts';
import { answerForIdMutant, readIdMutant } from './user-id-mutant.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;
const nil = '00000000-0000-0000-0000-000000000000';
const vendorsWithUuids: readonly Vendor[] = ['open-wearables', 'junction'];

/** Invalid UUIDs that are accepted, and valid ones that are refused. */
export const uuidMutants: readonly Mutant[] = [
  malformedIdMutant({
    id: 'malformed-id-empty',
    title: 'A user_id that is not a UUID returns an empty list',
    answer: ({ vendor }) => jsonAnswer(200, emptyList(vendor)),
  }),
  malformedIdMutant({
    id: 'malformed-id-not-found',
    title: 'A user_id that is not a UUID returns 404',
    answer: (call) => problem(call, 404, 'User not found'),
  }),
  malformedIdMutant({
    id: 'malformed-id-fails',
    title: 'A user_id that is not a UUID returns 500',
    answer: (call) => problem(call, 500, 'Internal server error'),
  }),
  readIdMutant({
    id: 'uuid-trailing-text-accepted',
    title: 'The text after a UUID is ignored',
    vendors: vendorsWithUuids,
    checks: ['malformed'],
    read: (id) => uuid.exec(id)?.[0],
  }),
  readIdMutant({
    id: 'uuid-without-hyphens-accepted',
    title: 'A UUID without hyphens is accepted',
    vendors: vendorsWithUuids,
    checks: ['malformed'],
    read: (id) =>
      /^[0-9a-f]{32}$/i.test(id) ? id.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-') : undefined,
  }),
  readIdMutant({
    id: 'uuid-in-braces-accepted',
    title: 'A UUID in braces is accepted',
    vendors: vendorsWithUuids,
    checks: ['malformed'],
    read: (id) => /^(?:\{|%7b)(.*)(?:\}|%7d)$/i.exec(id)?.[1],
  }),
  readIdMutant({
    id: 'uuid-urn-accepted',
    title: 'A UUID as a URN is accepted',
    vendors: vendorsWithUuids,
    checks: ['malformed'],
    read: (id) => /^urn(?::|%3a)uuid(?::|%3a)(.*)$/i.exec(id)?.[1],
  }),
  readIdMutant({
    id: 'uuid-spaces-trimmed',
    title: 'Spaces around a UUID are ignored',
    vendors: vendorsWithUuids,
    checks: ['malformed'],
    read: (id) => (/%20/.test(id) ? id.replaceAll('%20', '') : undefined),
  }),
  answerForIdMutant({
    id: 'upper-case-id-not-found',
    title: 'A UUID in upper case returns 404',
    vendors: vendorsWithUuids,
    checks: ['upper-case'],
    answerFor: (id, call) =>
      uuid.test(id) && /[A-F]/.test(id) ? problem(call, 404, 'User not found') : undefined,
  }),
  answerForIdMutant({
    id: 'upper-case-id-refused',
    title: 'A UUID in upper case is refused',
    vendors: ['open-wearables'],
    checks: ['upper-case'],
    answerFor: (id, call) =>
      uuid.test(id) && /[A-F]/.test(id) ? problem(call, 400, 'user_id: must be a UUID') : undefined,
  }),
  answerForIdMutant({
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
    title: 'The nil UUID returns an empty list',
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

/** A mutant that changes the answer if the upstream server refuses the id. */
function malformedIdMutant({
  answer,
  ...head
}: MutantHead & {
  readonly answer: (call: Call) => Answer;
}): Mutant {
  const begin: Mutant['begin'] = () => async (call, ask) => {
    const given = await ask(call);
    return given.status === 400 || given.status === 422 ? answer(call) : given;
  };
  return { ...head, vendors: vendorsWithUuids, caughtBy: ['input.user_id.malformed'], begin };
}
