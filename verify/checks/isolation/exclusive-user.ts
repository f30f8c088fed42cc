import { answerText } from '../../session/answer-text.ts';
import { recallListing } from '../../session/listing.ts';
import type { Check } from '../kit/check.ts';
import { defineCheck, type ListContext } from '../kit/define-check.ts';
import { isSameRefusal, otherAnswerText } from '../kit/same-refusal.ts';
import { secondCredential, strangerPlace } from './second-tenant.ts';

/** The other direction: the second tenant sees nothing of a user whom the first has alone. */
export function exclusiveUserCheck(context: ListContext): Check {
  const { rule, provenance } = strangerPlace(context.operation);
  return defineCheck(context, {
    group: 'isolation',
    name: 'exclusive-user',
    title: 'The second tenant is told of a user of the first what it is told of nobody',
    rule,
    provenance,
    why: 'One tenant that sees all others is enough for a leak.',
    fix: 'Look users up within the tenant of the key, for every tenant alike.',
    needs: ['exclusiveUser', 'secondKey'],
    run: async (session) => {
      const user = session.options.target.exclusiveUser ?? '';
      const own = await recallListing(session, { user });
      if ((own?.items.length ?? 0) === 0)
        return { inconclusive: 'the list of that user is empty with its own key' };
      const credential = secondCredential(context, session);
      const probe = { user, credential };
      const exchange = await session.ask(probe);
      const nobody = { user: session.options.unknownUser, credential };
      const like = await session.recall(nobody);
      if (exchange.result.kind === 'broken' || like.result.kind === 'broken')
        return { inconclusive: 'the answer did not come whole' };
      if (await isSameRefusal(session, { probe: nobody, exchange: like }, { probe, exchange }))
        return { checked: 1, violations: [] };
      const expected = `the answer for an unknown user, ${answerText(session, like)}`;
      const actual = otherAnswerText(session, exchange, like);
      const isShown = exchange.result.status === 200;
      const fails = isShown ? { fails: 'always' as const } : {};
      const violation = { at: '/status', expected, actual, rule, provenance, ...fails, probe };
      return { checked: 1, violations: [violation] };
    },
  });
}
