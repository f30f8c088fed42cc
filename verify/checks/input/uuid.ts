import fc from 'fast-check';
import { isUuid } from '../../../contract/formats.ts';
import type { Parameter } from '../../../contract/operation.ts';
import { answerText } from '../../session/answer-text.ts';
import { checkResultOf, type Violation } from '../../session/check-result.ts';
import { flagFor, subjectNoun } from '../../session/subject.ts';
import type { Check } from '../kit/check.ts';
import { defineCheck, type PlanContext } from '../kit/define-check.ts';
import { inputRefusal, refusalViolation } from '../kit/input-refusal.ts';
import { sameAnswerViolation } from '../kit/same-answer.ts';
import { isSameRefusal } from '../kit/same-refusal.ts';
import { ambiguousIdCheck } from './ambiguous-id.ts';
import { hostileChecks } from './hostile.ts';
import { smallestCounterexample } from './smallest-counterexample.ts';

const exampleUuid = '550e8400-e29b-41d4-a716-446655440000';

/** Invalid forms of this UUID that tolerant parsers accept, the simplest first. */
function nearMisses(uuid: string): string[] {
  const bare = uuid.replaceAll('-', '');
  return ['not-a-uuid', '1', uuid.slice(1), `${uuid}0`, ` ${uuid} `, `{${uuid}}`, bare, `urn:uuid:${uuid}`];
}

/** Text that is almost a UUID, and arbitrary text. */
const malformedUuid = fc
  .oneof(
    fc.string({ unit: fc.constantFrom(...'0123456789abcdefg-{}'), minLength: 1, maxLength: 40 }),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
    fc.nat(exampleUuid.length - 1).map((at) => exampleUuid.slice(0, at) + exampleUuid.slice(at + 1)),
    fc.nat(exampleUuid.length - 1).map((at) => `${exampleUuid.slice(0, at)}g${exampleUuid.slice(at + 1)}`),
  )
  .filter((text) => !isUuid(text) && text !== '.' && text !== '..' && text.isWellFormed());

/** An id in the path that must be a UUID. */
export function uuidChecks(context: PlanContext, parameter: Parameter): Check[] {
  const refusal = inputRefusal(context.operation);
  const noun = subjectNoun(context.operation);
  const fix = `Validate the whole id before the ${noun} is looked up.`;
  const parts = { group: 'input', rule: parameter.rule, provenance: parameter.provenance } as const;
  const upperCase = defineCheck(context, {
    ...parts,
    name: `${parameter.name}.upper-case`,
    title: `A ${parameter.name} in upper case identifies the same ${noun}`,
    provenance: 'public',
    why: 'RFC 9562 allows both cases, and some systems write UUIDs in upper case.',
    fix: 'Convert UUIDs to lower case before they are compared.',
    needs: ['user'],
    baseline: 'items',
    run: async (session) => {
      const user = session.primaryUser.toUpperCase();
      if (user === session.primaryUser)
        return {
          inconclusive: `the id of the ${noun} contains no letters; name one with letters (${flagFor(context.operation)})`,
        };
      const violation = await sameAnswerViolation(session, { user }, {}, parts.rule, 'public');
      return checkResultOf(violation);
    },
  });
  if (refusal === null) return [upperCase];
  const isAccepted = (text: string) => context.rules?.acceptsUuidNotations === true && isOtherNotation(text);
  return [
    defineCheck(context, {
      ...parts,
      name: `${parameter.name}.malformed`,
      title: `A ${parameter.name} that is not a UUID is refused with ${refusal.status}`,
      why:
        context.rules === null
          ? 'A client that sends an invalid id must learn that it is invalid.'
          : 'A client that sends an invalid id must get an error; an empty list looks like a user without connections.',
      fix,
      run: (session) =>
        smallestCounterexample({
          session,
          examples: nearMisses(session.primaryUser).filter((text) => !isAccepted(text)),
          arbitrary: malformedUuid.filter((text) => !isAccepted(text)),
          runs: 8,
          violation: async (user) => {
            const probe = { user };
            const exchange = await session.ask(probe);
            const found = refusalViolation({ session, parameter, refusal, probe, exchange });
            // Common UUID parsers accept these forms as the same UUID.
            return found !== null && isOtherNotation(user) ? { ...found, provenance: 'decided' } : found;
          },
        }),
    }),
    upperCase,
    ...anyVersionChecks(context, parameter),
    ambiguousIdCheck(context, parameter, refusal),
    ...hostileChecks(context, parameter, { ...parts, refusal, fix }),
  ];
}

/** UUIDs of other versions than 4. No user has them. */
const otherVersions = [
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '2ed6657d-e927-11ef-95a6-325096b39f47',
  '01951a3c-6c5a-7cc3-98c4-dc0c0c07398f',
];

function anyVersionChecks(context: PlanContext, parameter: Parameter): Check[] {
  const unknown = context.operation.responses.get(404);
  if (unknown === undefined) return [];
  const { rule, provenance } = unknown;
  const noun = subjectNoun(context.operation);
  return [
    defineCheck(context, {
      group: 'input',
      rule,
      provenance,
      name: `${parameter.name}.any-version`,
      title: 'An unknown UUID of any version returns the same 404, the nil UUID included',
      why: 'Ids can have any UUID version, and the nil UUID must not return rows that have no owner.',
      fix: `Look up every UUID, and return 404 if there is no such ${noun}.`,
      run: async (session) => {
        const violations: Violation[] = [];
        const unknownUser = { user: session.options.unknownUser };
        const reference = await session.askOnce(unknownUser);
        const { result } = reference;
        if (result.kind === 'broken' || result.status >= 500)
          return { inconclusive: `an unknown ${noun} returns ${answerText(session, reference)}` };
        for (const user of otherVersions) {
          const probe = { user };
          const exchange = await session.ask(probe);
          if (await isSameRefusal(session, { probe: unknownUser, exchange: reference }, { probe, exchange }))
            continue;
          const [expected, actual] = [answerText(session, reference), answerText(session, exchange)];
          violations.push({ at: '/status', expected, actual, rule, provenance, probe });
        }
        // Another check reports an unknown user that is not a 404.
        return violations.length === 0 && result.status !== 404
          ? { notApplicable: `an unknown ${noun} of any version returns ${answerText(session, reference)}` }
          : { checked: otherVersions.length, violations };
      },
    }),
  ];
}

/** Without hyphens, in braces, or as a URN. */
function isOtherNotation(text: string): boolean {
  const bare = text.replace(/^urn:uuid:|^\{|\}$/gi, '').replaceAll('-', '');
  return /^[0-9a-f]{32}$/i.test(bare);
}
