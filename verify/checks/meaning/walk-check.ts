import type { Parameter } from '../../../contract/operation.ts';
import type { Violation } from '../../session/check-result.ts';
import { fetchListing, identityOf } from '../../session/listing.ts';
import type { Check } from '../kit/check.ts';
import { defineCheck, type ListContext } from '../kit/define-check.ts';
import { pageProbe } from './page-check.ts';
import { pagedUsers } from './paged-users.ts';

/** All pages together are the whole list. */
export function walkCheck(context: ListContext, { rule, provenance }: Parameter): Check {
  return defineCheck(context, {
    group: 'meaning',
    name: 'walk',
    title: 'All pages together contain every item exactly once',
    rule,
    provenance,
    why: 'Clients read a long list page by page.',
    fix: 'Order by a unique field, so that every page begins where the previous one ended.',
    needs: ['user'],
    run: async (session) => {
      const violations: Violation[] = [];
      let checked = 0;
      for (const { id, whole } of await pagedUsers(session)) {
        const limit = Math.ceil(whole.length / 3);
        const walked: string[] = [];
        for (let skip = 0; skip < whole.length; skip += limit) {
          const listing = await fetchListing(session, pageProbe(context, id, { skip, limit }));
          walked.push(...(listing?.items ?? []).map((item) => identityOf(session, item)));
        }
        checked += 1;
        const expected = new Set(whole.map((item) => identityOf(session, item)));
        const once = new Set(walked);
        const missing = [...expected].filter((identity) => !once.has(identity)).length;
        const twice = walked.length - once.size;
        if (missing === 0 && twice === 0 && expected.size === whole.length) continue;
        violations.push({
          at: context.rules.itemsAt,
          expected: `each of the ${expected.size} items once, on pages of ${limit}`,
          actual: `${missing} missing, ${twice + whole.length - expected.size} repeated`,
          rule,
          provenance,
          probe: pageProbe(context, id, { skip: limit, limit }),
        });
      }
      return checked === 0
        ? { inconclusive: 'no user has two items; name one that has (--user)' }
        : { checked, violations };
    },
  });
}
