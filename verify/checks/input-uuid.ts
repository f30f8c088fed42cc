import fc from 'fast-check';
import { isUuid } from '../../spec/formats.ts';
import type { ContractParameter } from '../contract/api-contract.ts';
import { type Check, judgementOf } from '../run/check.ts';
import { defineCheck, type PlanContext } from './define-check.ts';
import { hostileChecks } from './input-hostile.ts';
import { inputRefusal, refusalViolation } from './input-refusal.ts';
import { sameListViolation } from './same-list.ts';
import { smallestCounterexample } from './smallest-counterexample.ts';

const someUuid = '550e8400-e29b-41d4-a716-446655440000';
const mend = 'Judge the id by its whole text before the user is looked up.';

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
export function uuidChecks(context: PlanContext, parameter: ContractParameter): Check[] {
  const refusal = inputRefusal(context.operation);
  const parts = { group: 'input', place: parameter.place, provenance: parameter.provenance } as const;
  const upperCase = defineCheck(context, {
    ...parts,
    name: `${parameter.name}.upper-case`,
    title: `The ${parameter.name} in upper case is the same user`,
    provenance: 'public',
    why: 'RFC 9562 reads the letters of a UUID in either case, and some systems write them large.',
    mend: 'Compare UUIDs without regard to case, or keep them in one.',
    needs: ['user'],
    contrast: 'items',
    run: async (session) => {
      const user = session.primaryUser.toUpperCase();
      if (user === session.primaryUser) return { inconclusive: 'the id of the user has no letters in it' };
      const violation = await sameListViolation(session, { user }, {}, parts.place, 'public');
      return judgementOf(violation);
    },
  });
  if (refusal === null) return [upperCase];
  return [
    defineCheck(context, {
      ...parts,
      name: `${parameter.name}.malformed`,
      title: `A ${parameter.name} that is no UUID is refused with ${refusal.status}`,
      why: 'A client that sends rubbish has to learn it; an empty list would look like a user without connections.',
      mend,
      run: (session) =>
        smallestCounterexample({
          session,
          telling: nearlyUuids(session.primaryUser),
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
    ...hostileChecks(context, parameter, { ...parts, refusal, mend }),
  ];
}

/** Without hyphens, in braces, or as a URN. */
function isOtherForm(text: string): boolean {
  const bare = text.replace(/^urn:uuid:|^\{|\}$/gi, '').replaceAll('-', '');
  return /^[0-9a-f]{32}$/i.test(bare);
}
