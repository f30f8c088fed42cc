import fc from 'fast-check';
import type { Parameter } from '../../../contract/operation.ts';
import { answerText } from '../../session/answer-text.ts';
import type { Violation } from '../../session/check-result.ts';
import { fetchListing, identityOf, listingOf } from '../../session/listing.ts';
import { readsUser, subjectNoun, withArticle } from '../../session/subject.ts';
import { otherCase } from '../kit/changed-keys.ts';
import type { Check } from '../kit/check.ts';
import { defineCheck, type PlanContext } from '../kit/define-check.ts';
import { ambiguousIdCheck } from './ambiguous-id.ts';
import { hostileChecks } from './hostile.ts';
import { smallestCounterexample } from './smallest-counterexample.ts';

/** An id in the path that may be any text. An unknown id is never invalid. */
export function textChecks(context: PlanContext, parameter: Parameter): Check[] {
  const unknown = context.operation.responses.get(404);
  if (unknown === undefined) return [];
  const noun = subjectNoun(context.operation);
  const parts = {
    group: 'input',
    rule: unknown.rule,
    provenance: unknown.provenance,
    fix: `Accept any text of limited length as an id, and return 404 if no ${noun} has it.`,
  } as const;
  return [
    defineCheck(context, {
      ...parts,
      name: `${parameter.name}.unknown`,
      title: `A request with an unknown ${parameter.name} of any form returns 404`,
      why: `Ids can be any text, and clients must be able to distinguish an unknown ${noun} from an error.`,
      intrusive: true,
      run: (session) =>
        smallestCounterexample({
          session,
          examples: ['-', 'no such user', '🦉', 'constructor', '__proto__'],
          arbitrary: fc
            .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
            .filter((text) => text !== '.' && text !== '..' && text.isWellFormed())
            .map((text) => `~${text}`),
          runs: 1,
          violation: async (user) => {
            const probe = { user };
            const exchange = await session.ask(probe);
            if (exchange.result.kind === 'answer' && exchange.result.status === 404) return null;
            return {
              at: '/status',
              expected: '404',
              actual: answerText(session, exchange),
              rule: unknown.rule,
              provenance: unknown.provenance,
              ...(exchange.result.status === 500 ? { fails: 'always' as const } : {}),
              probe,
            };
          },
        }),
    }),
    defineCheck(context, {
      ...parts,
      name: `${parameter.name}.spelling`,
      title: `${withArticle(parameter.name)} is compared exactly: case, spaces, length and wildcards matter`,
      why: readsUser(context.operation)
        ? 'Users with similar ids must not get the data of each other.'
        : `A similar id must not return another ${noun}.`,
      fix: 'Compare ids byte by byte, as data and not as a pattern.',
      needs: ['user'],
      intrusive: true,
      run: async (session) => {
        const known = session.options.target.users.map(({ id }) => id);
        const id = known.find((user) => /[a-z]/i.test(user)) ?? session.primaryUser;
        const own = await fetchListing(session, { user: id });
        const ownItems = new Set(own?.items.map((item) => identityOf(session, item)));
        const shortened = [...id].slice(0, -1).join('');
        // No page says that case and spaces matter, and databases ignore them often.
        const collated = [otherCase(id).key, `${id} `];
        const spellings = [...collated, shortened, `${shortened}_`];
        const violations: Violation[] = [];
        for (const user of spellings.filter((spelling) => spelling !== '' && !known.includes(spelling))) {
          const probe = { user };
          const exchange = await session.ask(probe);
          const status = exchange.result.status ?? 0;
          if (exchange.result.kind === 'answer' && status === 404) continue;
          const listing = listingOf(session, exchange, probe);
          // If ids are numbers, the shortened id may belong to another user.
          const isAnother =
            user === shortened && listing?.items.every((item) => !ownItems.has(identityOf(session, item)));
          if (isAnother === true) continue;
          violations.push({
            at: '/status',
            expected: `404, because it is not the id of the ${noun}`,
            actual: answerText(session, exchange),
            rule: status === 200 ? parameter.rule : unknown.rule,
            provenance:
              status === 200 && !collated.includes(user) ? parameter.provenance : unknown.provenance,
            probe,
          });
        }
        return { checked: spellings.length, violations };
      },
    }),
    ambiguousIdCheck(context, parameter, unknown),
    // No page says that an unknown id is refused.
    ...hostileChecks(context, { ...parameter, provenance: 'decided' }, { ...parts, refusal: unknown }),
  ];
}
