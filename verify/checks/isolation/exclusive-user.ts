import { answerText } from '../../session/answer-text.ts';
import { fetchListing, hasItems } from '../../session/listing.ts';
import type { Check } from '../kit/check.ts';
import { defineCheck, type ListContext } from '../kit/define-check.ts';
import { projectRule } from '../kit/project-rule.ts';
import { differentAnswerText, isSameRefusal } from '../kit/same-refusal.ts';
import { secondCredential, unknownUserRule } from './second-tenant.ts';

/** The other direction: the second tenant cannot see a user that exists only in the first tenant. */
export function exclusiveUserCheck(context: ListContext): Check {
  const { rule, provenance } = unknownUserRule(context.operation);
  return defineCheck(context, {
    group: 'isolation',
    name: 'exclusive-user',
    title: "To the second tenant, this tenant's user looks like an unknown user",
    rule,
    provenance,
    why: 'No tenant may read the users of another tenant.',
    fix: 'Look up users only within the tenant of the key, for every tenant.',
    needs: ['exclusiveUser', 'secondKey'],
    run: async (session) => {
      const user = session.options.target.exclusiveUser ?? '';
      const own = await fetchListing(session, { user });
      if ((own?.items.length ?? 0) === 0)
        return {
          inconclusive:
            'with its own key, the user has an empty list; name one with connections (--exclusive-user)',
        };
      const credential = secondCredential(context, session);
      const probe = { user, credential };
      const exchange = await session.ask(probe);
      const unknown = { user: session.options.unknownUser, credential };
      const reference = await session.askOnce(unknown);
      if (exchange.result.kind === 'broken' || reference.result.kind === 'broken')
        return { inconclusive: 'an answer was incomplete' };
      if (await isSameRefusal(session, { probe: unknown, exchange: reference }, { probe, exchange }))
        return { checked: 1, violations: [] };
      const expected = `the same answer as for an unknown user: ${answerText(session, reference)}`;
      const actual = differentAnswerText(session, exchange, reference);
      const fails = hasItems(session, exchange, probe) ? { fails: projectRule.fails } : {};
      const violation = { at: '/status', expected, actual, rule, provenance, ...fails, probe };
      return { checked: 1, violations: [violation] };
    },
  });
}
