import fc from 'fast-check';
import type { Parameter } from '../../../contract/operation.ts';
import { checkResultOf } from '../../session/check-result.ts';
import type { Check } from '../kit/check.ts';
import { defineCheck, type PlanContext } from '../kit/define-check.ts';
import { inputRefusal } from '../kit/input-refusal.ts';
import { checkEachAccepted, violationOfValue } from './query-values.ts';
import { smallestCounterexample } from './smallest-counterexample.ts';

/** Text that no framework reads as true or false. */
const neither = ['maybe', '2', 'truely', 'null'];

/** A boolean query parameter. */
export function booleanChecks(context: PlanContext, parameter: Parameter): Check[] {
  const refusal = inputRefusal(context.operation);
  if (refusal === null) return [];
  const { name, rule, provenance } = parameter;
  const parts = {
    group: 'input',
    rule,
    provenance,
    why: `A client with a misspelled ${name} believes that the answer is the one it asked for.`,
    fix: `Accept true and false for ${name}, and return ${refusal.status} for any other text.`,
  } as const;
  const refused = violationOfValue(parameter, refusal);
  return [
    defineCheck(context, {
      ...parts,
      name: `${name}.malformed`,
      title: `${name} is refused with ${refusal.status} if it is neither true nor false`,
      run: (session) =>
        smallestCounterexample({
          session,
          examples: neither,
          arbitrary: fc.constantFrom(...neither),
          runs: 0,
          violation: refused(session),
        }),
    }),
    defineCheck(context, {
      ...parts,
      name: `${name}.empty`,
      title: `An empty ${name} is refused with ${refusal.status}`,
      provenance: 'public',
      run: async (session) => checkResultOf(await refused(session)('')),
    }),
    defineCheck(context, {
      ...parts,
      name: `${name}.each`,
      title: `Both values of ${name} are accepted`,
      why: 'Clients send either value.',
      fix: `Return 200 for true and for false.`,
      run: (session) => checkEachAccepted(session, parameter, ['true', 'false']),
    }),
  ];
}
