import fc from 'fast-check';
import type { Parameter } from '../../../contract/operation.ts';
import { checkResultOf } from '../../session/check-result.ts';
import type { Check } from '../kit/check.ts';
import { defineCheck, type PlanContext } from '../kit/define-check.ts';
import { inputRefusal } from '../kit/input-refusal.ts';
import { checkEachAccepted, violationOfValue } from './query-values.ts';
import { smallestCounterexample } from './smallest-counterexample.ts';

/** A query parameter that must have one of the documented values. */
export function enumChecks(context: PlanContext, parameter: Parameter): Check[] {
  const refusal = inputRefusal(context.operation);
  if (refusal === null) return [];
  const { name, schema, rule, provenance } = parameter;
  const values = (schema.enum ?? []).map(String);
  const [first = ''] = values;
  const parts = {
    group: 'input',
    rule,
    provenance,
    why:
      context.rules === null
        ? `A client with a misspelled ${name} must not get another answer than the one it asked for.`
        : `If an unknown ${name} returns an empty list, the client believes that there are no such connections.`,
    fix: `Compare ${name} with the documented values, and return ${refusal.status} for any other.`,
  } as const;
  const refused = violationOfValue(parameter, refusal);
  const unknown = fc
    .string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz_'), minLength: 1, maxLength: 12 })
    .filter((text) => !values.includes(text));
  return [
    defineCheck(context, {
      ...parts,
      name: `${name}.unknown`,
      title: `An undocumented value of ${name} is refused with ${refusal.status}`,
      run: (session) =>
        smallestCounterexample({
          session,
          examples: [
            'no-such-value',
            'constructor',
            `${first}x`,
            `${first} `,
            first.slice(0, -1),
            `${first},${values[1] ?? first}`,
          ],
          arbitrary: unknown,
          runs: 0,
          violation: refused(session),
        }),
    }),
    defineCheck(context, {
      ...parts,
      name: `${name}.other-case`,
      title: `A value of ${name} that differs only in case is refused with ${refusal.status}`,
      run: (session) =>
        smallestCounterexample({
          session,
          examples: [first.toUpperCase(), first.slice(0, 1).toUpperCase() + first.slice(1)],
          arbitrary: fc.constantFrom(...values).map((value) => value.toUpperCase()),
          runs: 0,
          violation: refused(session),
        }),
    }),
    defineCheck(context, {
      ...parts,
      name: `${name}.empty`,
      title: `An empty ${name} is refused with ${refusal.status}`,
      provenance: 'public',
      run: async (session) => {
        const violation = await refused(session)('');
        return checkResultOf(violation);
      },
    }),
    defineCheck(context, {
      ...parts,
      name: `${name}.each`,
      title: `Every documented ${name} is accepted`,
      why: 'Clients offer their users every documented value.',
      fix: `Return 200 for each of ${values.join(', ')}${context.rules === null ? '' : ', with an empty list if nothing matches'}.`,
      needs: ['user'],
      run: (session) => checkEachAccepted(session, parameter, values),
    }),
  ];
}
