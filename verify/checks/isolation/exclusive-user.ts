import { answerText } from '../../session/answer-text.ts';
import { secondCredential } from '../../session/credential.ts';
import { hasData } from '../../session/listing.ts';
import { subjectNoun } from '../../session/subject.ts';
import type { Check } from '../kit/check.ts';
import { defineCheck, type PlanContext } from '../kit/define-check.ts';
import { projectRule } from '../kit/project-rule.ts';
import { differentAnswerText, isSameRefusal } from '../kit/same-refusal.ts';
import { unknownUserRule } from './second-tenant.ts';

/** The other direction: the second tenant cannot see a user that exists only in the first tenant. */
export function exclusiveUserCheck(context: PlanContext): Check {
  const { rule, provenance } = unknownUserRule(context.operation);
  const noun = subjectNoun(context.operation);
  return defineCheck(context, {
    group: 'isolation',
    name: 'exclusive-user',
    title: `To the second tenant, this tenant's ${noun} looks like an unknown ${noun}`,
    rule,
    provenance,
    why: `No tenant may read the ${noun}s of another tenant.`,
    fix: `Look up ${noun}s only within the tenant of the key, for every tenant.`,
    needs: ['exclusiveUser', 'secondKey'],
    run: async (session) => {
      const user = session.options.target.exclusiveUser ?? '';
      if (!hasData(session, await session.askOnce({ user }), { user }))
        return {
          inconclusive:
            context.rules === null
              ? `with its own key, the ${noun} cannot be read; name a user with connections (--exclusive-user)`
              : 'with its own key, the user has an empty list; name one with connections (--exclusive-user)',
        };
      const credential = secondCredential(session.options.target);
      const probe = { user, credential };
      const exchange = await session.ask(probe);
      const unknown = { user: session.options.unknownUser, credential };
      const reference = await session.askOnce(unknown);
      if (exchange.result.kind === 'broken' || reference.result.kind === 'broken')
        return { inconclusive: 'an answer was incomplete' };
      if (await isSameRefusal(session, { probe: unknown, exchange: reference }, { probe, exchange }))
        return { checked: 1, violations: [] };
      const expected = `the same answer as for an unknown ${noun}: ${answerText(session, reference)}`;
      const actual = differentAnswerText(session, exchange, reference);
      const fails = hasData(session, exchange, probe) ? { fails: projectRule.fails } : {};
      const violation = { at: '/status', expected, actual, rule, provenance, ...fails, probe };
      return { checked: 1, violations: [violation] };
    },
  });
}
