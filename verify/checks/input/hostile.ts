import type { DocumentedResponse, Parameter } from '../../../contract/operation.ts';
import type { Probe } from '../../session/probe.ts';
import type { Check } from '../kit/check.ts';
import { defineCheck, type PlanContext } from '../kit/define-check.ts';
import { refusedEach } from '../kit/input-refusal.ts';
import { hostileIds } from './hostile-ids.ts';

/** What no client sends by mistake in the place of an id: too much, and what attackers try first. */
export function hostileChecks(
  context: PlanContext,
  parameter: Parameter,
  {
    refusal,
    mend,
    ...place
  }: Pick<Check, 'place' | 'provenance' | 'mend'> & { readonly refusal: DocumentedResponse },
): Check[] {
  const check = (name: string, title: string, why: string, probes: readonly Probe[]) =>
    defineCheck(context, {
      ...place,
      group: 'input',
      name: `${parameter.name}.${name}`,
      title,
      why,
      mend,
      intrusive: true,
      run: (session) => refusedEach({ session, parameter, refusal, probes }),
    });
  return [
    check(
      'over-long',
      `A ${parameter.name} of thousands of characters is refused`,
      'What is not bounded fills memory and logs.',
      [{ user: 'a'.repeat(7000), hostile: true }],
    ),
    check(
      'hostile',
      `A hostile ${parameter.name} is refused: traversal, NUL, broken UTF-8, injection`,
      'These are what an attacker sends first; none may reach a file, a query or a stack trace.',
      hostileIds.map((rawUser) => ({ rawUser, hostile: true })),
    ),
  ];
}
