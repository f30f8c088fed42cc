import type { DocumentedResponse, Parameter } from '../../../contract/operation.ts';
import type { Probe } from '../../session/probe.ts';
import { withArticle } from '../../session/subject.ts';
import type { Check } from '../kit/check.ts';
import { defineCheck, type PlanContext } from '../kit/define-check.ts';
import { checkEachRefused } from '../kit/input-refusal.ts';

/** Path segments as an attacker writes them, already encoded. They must be sent unchanged. */
const hostileIds: readonly string[] = [
  '..%2f..%2f..%2fetc%2fpasswd',
  '%00',
  '%FF%FE',
  '%C0%AE%C0%AE',
  '%E0%A4%A',
  '%0d%0aX-Injected:%20yes',
  "'%20OR%20'1'='1",
  '%3Cscript%3Ealert(1)%3C%2Fscript%3E',
  '%F0%9F%92%A9',
  '%25',
];

/** Ids that no client sends by mistake: too long, or typical of attacks. */
export function hostileChecks(
  context: PlanContext,
  parameter: Parameter,
  {
    refusal,
    fix,
    ...rule
  }: Pick<Check, 'rule' | 'provenance' | 'fix'> & { readonly refusal: DocumentedResponse },
): Check[] {
  const check = (name: string, title: string, why: string, probes: readonly Probe[]) =>
    defineCheck(context, {
      ...rule,
      group: 'input',
      name: `${parameter.name}.${name}`,
      title,
      why,
      fix,
      intrusive: true,
      run: (session) => checkEachRefused({ session, parameter, refusal, probes }),
    });
  return [
    check(
      'over-long',
      `${withArticle(parameter.name)} of thousands of characters is refused`,
      'Input without a length limit fills memory and logs.',
      [{ user: 'a'.repeat(7000), hostile: true }],
    ),
    check(
      'hostile',
      `A hostile ${parameter.name} is refused: path traversal, NUL, invalid UTF-8, injection`,
      'Attackers send these values first, and none may reach a file, a query or a stack trace.',
      hostileIds.map((rawUser) => ({ rawUser, hostile: true })),
    ),
  ];
}
