import { answerText } from '../../session/answer-text.ts';
import type { Violation } from '../../session/check-result.ts';
import { secondCredential } from '../../session/credential.ts';
import { hasData, successBody } from '../../session/listing.ts';
import type { Probe } from '../../session/probe.ts';
import type { Session } from '../../session/session.ts';
import { subjectNoun, subjectOf } from '../../session/subject.ts';
import type { Check } from '../kit/check.ts';
import { defineCheck, type PlanContext } from '../kit/define-check.ts';
import { everyFilter, largestQuery } from '../kit/every-parameter.ts';
import { projectRule } from '../kit/project-rule.ts';
import { differentAnswerText, isSameRefusal } from '../kit/same-refusal.ts';
import { unknownUserRule } from './second-tenant.ts';

/** Another tenant cannot be read by the id of its user, or of its connection. */
export function foreignUserCheck(context: PlanContext): Check {
  const { operation, rules } = context;
  const { rule, provenance } = unknownUserRule(operation);
  const noun = subjectNoun(operation);
  const answers = rules === null ? 'answers' : 'lists';
  return defineCheck(context, {
    group: 'isolation',
    name: 'foreign-user',
    title: `Another tenant's ${noun} looks like an unknown ${noun}`,
    rule,
    provenance,
    why: "One tenant's data in another tenant's answer is the worst failure of such an API.",
    fix: `Look up ${noun}s only within the tenant of the key, never by id alone.`,
    needs: ['secondUser', 'secondKey'],
    run: async (session) => {
      const { target, unknownUser } = session.options;
      const user = target.secondUser ?? '';
      const credential = secondCredential(session.options.target);
      const control = await session.askOnce({ user, credential });
      const shown = answerText(session, control);
      // If the owner cannot read the list either, the user may not exist, and a 404 would prove nothing.
      if (control.result.status !== 200) {
        if (successBody(session, await session.askOnce({}), {}) === undefined)
          return {
            inconclusive: `the ${answers} of both tenants cannot be read; the second tenant's returns ${shown}`,
          };
        const expected = `200 for the second tenant's ${noun}, with its own key`;
        const found = { at: '/status', expected, actual: shown, ...responseRule(context) };
        return { checked: 1, violations: [{ ...found, probe: { user, credential } }] };
      }
      if (!hasData(session, control, { user, credential }))
        return {
          inconclusive: `with its own key, the second tenant's ${noun} returns ${shown}; name one with connections (--second-user)`,
        };
      const unknown = { user: unknownUser };
      const reference = await session.askOnce(unknown);
      const violations: Violation[] = [];
      let checked = 0;
      for (const probe of await requestVariants(context, session, { user, credential })) {
        // Never taken from memory: the server may have cached the answer to the owner.
        const exchange = await session.ask(probe);
        if (exchange.result.kind === 'broken' || reference.result.kind === 'broken') continue;
        checked += 1;
        if (await isSameRefusal(session, { probe: unknown, exchange: reference }, { probe, exchange }))
          continue;
        violations.push({
          at: '/status',
          expected: `the same answer as for an unknown ${noun}: ${answerText(session, reference)}`,
          actual: differentAnswerText(session, exchange, reference),
          rule,
          provenance,
          // An answer that only differs reveals that the id exists, and none of its data.
          ...(hasData(session, exchange, probe) ? { fails: projectRule.fails } : {}),
          probe,
        });
      }
      return checked === 0 ? { inconclusive: 'every answer was incomplete' } : { checked, violations };
    },
  });
}

/** Requests for another tenant's id: plain, with the largest page and each filter, and with the id in upper case. */
async function requestVariants(context: PlanContext, session: Session, owner: Probe): Promise<Probe[]> {
  const { user = '' } = owner;
  const query = [...largestQuery(context), ...(await everyFilter(context, session, owner))];
  const isUuid = subjectOf(context.operation)?.schema.format === 'uuid';
  return [
    { user },
    ...(query.length > 0 ? [{ user, query }] : []),
    ...(isUuid && user !== user.toUpperCase() ? [{ user: user.toUpperCase() }] : []),
  ];
}

function responseRule({ operation }: PlanContext) {
  const { rule, provenance } = operation.responses.get(200) ?? operation;
  return { rule, provenance };
}
