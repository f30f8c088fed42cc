import fc from 'fast-check';
import { isUuid } from '../../../contract/formats.ts';
import type { Parameter } from '../../../contract/operation.ts';
import { answerText } from '../../session/answer-text.ts';
import { checkResultOf, type Violation } from '../../session/check-result.ts';
import type { Check } from '../kit/check.ts';
import { defineCheck, type PlanContext } from '../kit/define-check.ts';
import { inputRefusal, refusalViolation } from '../kit/input-refusal.ts';
import { sameAnswerViolation } from '../kit/same-answer.ts';
import { isSameRefusal } from '../kit/same-refusal.ts';
import { disguisedCheck } from './disguised.ts';
import { hostileChecks } from './hostile.ts';
import { smallestCounterexample } from './smallest-counterexample.ts';

const someUuid = '550e8400-e29b-41d4-a716-446655440000';
const fix = 'Judge the id by its whole text before the user is looked up.';

/** What a tolerant reader takes for this UUID, the plainest first. */
function nearlyUuids(uuid: string): string[] {
  const bare = uuid.replaceAll('-', '');
  return ['not-a-uuid', '1', uuid.slice(1), `${uuid}0`, ` ${uuid} `, `{${uuid}}`, bare, `urn:uuid:${uuid}`];
}

/** What nearly is a UUID, and what is far from one. */
const malformedUuid = fc
  .oneof(
    fc.string({ unit: fc.constantFrom(...'0123456789abcdefg-{}'), minLength: 1, maxLength: 40 }),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
    fc.nat(someUuid.length - 1).map((at) => someUuid.slice(0, at) + someUuid.slice(at + 1)),
    fc.nat(someUuid.length - 1).map((at) => `${someUuid.slice(0, at)}g${someUuid.slice(at + 1)}`),
  )
  .filter((text) => !isUuid(text) && text !== '.' && text !== '..' && text.isWellFormed());

/** An id in the path that has to be a UUID. */
export function uuidChecks(context: PlanContext, parameter: Parameter): Check[] {
  const refusal = inputRefusal(context.operation);
  const parts = { group: 'input', rule: parameter.rule, provenance: parameter.provenance } as const;
  const upperCase = defineCheck(context, {
    ...parts,
    name: `${parameter.name}.upper-case`,
    title: `The ${parameter.name} in upper case is the same user`,
    provenance: 'public',
    why: 'RFC 9562 reads the letters of a UUID in either case, and some systems write them large.',
    fix: 'Compare UUIDs without regard to case, or keep them in one.',
    needs: ['user'],
    baseline: 'items',
    run: async (session) => {
      const user = session.primaryUser.toUpperCase();
      if (user === session.primaryUser) return { inconclusive: 'the id of the user has no letters in it' };
      const violation = await sameAnswerViolation(session, { user }, {}, parts.rule, 'public');
      return checkResultOf(violation);
    },
  });
  if (refusal === null) return [upperCase];
  return [
    defineCheck(context, {
      ...parts,
      name: `${parameter.name}.malformed`,
      title: `A ${parameter.name} that is no UUID is refused with ${refusal.status}`,
      why: 'A client that sends rubbish has to learn it; an empty list would look like a user without connections.',
      fix,
      run: (session) =>
        smallestCounterexample({
          session,
          examples: nearlyUuids(session.primaryUser),
          arbitrary: malformedUuid,
          runs: 8,
          violation: async (user) => {
            const probe = { user };
            const exchange = await session.ask(probe);
            const found = refusalViolation({ session, parameter, refusal, probe, exchange });
            // Common readers of UUIDs take these, and mean the same one.
            return found !== null && isOtherForm(user) ? { ...found, provenance: 'decided' } : found;
          },
        }),
    }),
    upperCase,
    ...anyVersion(context, parameter),
    disguisedCheck(context, parameter, refusal),
    ...hostileChecks(context, parameter, { ...parts, refusal, fix }),
  ];
}

/** UUIDs of other kinds than the usual one; nobody has them. */
const otherVersions = [
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '2ed6657d-e927-11ef-95a6-325096b39f47',
  '01951a3c-6c5a-7cc3-98c4-dc0c0c07398f',
];

function anyVersion(context: PlanContext, parameter: Parameter): Check[] {
  const unknown = context.operation.responses.get(404);
  if (unknown === undefined) return [];
  const { rule, provenance } = unknown;
  return [
    defineCheck(context, {
      group: 'input',
      rule,
      provenance,
      name: `${parameter.name}.any-version`,
      title: 'A UUID of any version that nobody has is answered like another, the empty one too',
      why: 'Whoever issues ids chooses their version; an empty id that finds a list shows what belongs to nobody.',
      fix: 'Look every UUID up, and answer 404 where there is no such user.',
      run: async (session) => {
        const violations: Violation[] = [];
        const nobody = { user: session.options.unknownUser };
        const like = await session.recall(nobody);
        if (like.result.status !== 404)
          return { inconclusive: `an unknown user is answered ${answerText(session, like)}` };
        for (const user of otherVersions) {
          const probe = { user };
          const exchange = await session.ask(probe);
          if (await isSameRefusal(session, { probe: nobody, exchange: like }, { probe, exchange })) continue;
          const [expected, actual] = [answerText(session, like), answerText(session, exchange)];
          violations.push({ at: '/status', expected, actual, rule, provenance, probe });
        }
        return { checked: otherVersions.length, violations };
      },
    }),
  ];
}

/** Without hyphens, in braces, or as a URN. */
function isOtherForm(text: string): boolean {
  const bare = text.replace(/^urn:uuid:|^\{|\}$/gi, '').replaceAll('-', '');
  return /^[0-9a-f]{32}$/i.test(bare);
}
