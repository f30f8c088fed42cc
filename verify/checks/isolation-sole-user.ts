import { answerText } from '../run/answer-text.ts';
import type { Check } from '../run/check.ts';
import { recallListing } from '../run/listing.ts';
import { defineCheck, type PlanContext } from './define-check.ts';
import { secondCredential, strangerPlace } from './second-tenant.ts';

/** The other direction: the second tenant sees nothing of a user whom the first has alone. */
export function soleUserCheck(context: PlanContext): Check {
  const { place, provenance } = strangerPlace(context.operation);
  return defineCheck(context, {
    group: 'isolation',
    name: 'sole-user',
    title: 'The second tenant sees nothing of a user of the first',
    place,
    provenance,
    why: 'One tenant that sees all others is enough for a leak.',
    mend: 'Look users up within the tenant of the key, for every tenant alike.',
    needs: ['soleUser', 'secondKey'],
    run: async (session) => {
      const user = session.options.target.soleUser ?? '';
      const own = await recallListing(session, { user });
      if ((own?.items.length ?? 0) === 0)
        return { inconclusive: 'the list of that user is empty with its own key' };
      const credential = secondCredential(context, session);
      const probe = { user, credential };
      const exchange = await session.ask(probe);
      if (exchange.result.kind === 'answer' && exchange.result.status === 404)
        return { judged: 1, violations: [] };
      const actual = answerText(session, exchange);
      const isShown = exchange.result.status === 200;
      const fails = isShown ? { fails: 'always' as const } : {};
      const violation = { pointer: '/status', expected: '404', actual, place, provenance, ...fails, probe };
      return { judged: 1, violations: [violation] };
    },
  });
}
