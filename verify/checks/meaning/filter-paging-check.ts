import type { Parameter } from '../../../contract/operation.ts';
import type { CheckResult, Violation } from '../../session/check-result.ts';
import { fetchListing, identityOf } from '../../session/listing.ts';
import { wholeList } from '../../session/whole-list.ts';
import type { Check } from '../kit/check.ts';
import { defineCheck, type ListContext } from '../kit/define-check.ts';
import { pagedUsers } from './paged-users.ts';
import { plainText } from './plain-text.ts';

/** A filtered list is divided into pages like any other list. */
export function filterPagingCheck(context: ListContext, filter: Parameter): Check {
  const { name } = filter;
  const { paging } = context.rules;
  return defineCheck(context, {
    group: 'meaning',
    rule: filter.rule,
    provenance: filter.provenance,
    needs: ['user'],
    name: `filter-${name}-before-paging`,
    title: `The filter ${name} is applied before paging`,
    why: 'If paging comes first, a page can be empty although more matches follow.',
    fix: 'Apply the filters first, then skip and limit.',
    run: async (session): Promise<CheckResult> => {
      const violations: Violation[] = [];
      let checked = 0;
      for (const { id, whole } of await pagedUsers(session)) {
        const later = whole.find((item) => item[name] !== whole[0]?.[name]);
        if (later === undefined) continue;
        checked += 1;
        const value = plainText(later[name]);
        // A filtered list may have another order.
        const matching = (await wholeList(session, id, [[name, value]])) ?? [];
        for (const skip of [0, matching.length - 1].slice(0, matching.length)) {
          const query = [
            [name, value] as const,
            [paging?.limit ?? 'limit', '1'] as const,
            ...(skip === 0 ? [] : [[paging?.skip ?? 'skip', String(skip)] as const]),
          ];
          const listing = await fetchListing(session, { user: id, query });
          const expected = matching[skip];
          const [only] = listing?.items ?? [];
          if (listing === null || expected === undefined) continue;
          if (
            listing.items.length === 1 &&
            only !== undefined &&
            identityOf(session, only) === identityOf(session, expected)
          )
            continue;
          violations.push({
            at: context.rules.itemsAt,
            expected: `item ${skip + 1} of the ${matching.length} matching items`,
            actual: listing.items.length === 1 ? 'another item' : `${listing.items.length} items`,
            rule: filter.rule,
            provenance: filter.provenance,
            probe: { user: id, query },
          });
        }
      }
      return checked === 0
        ? { inconclusive: `no user has items that differ in ${name}; name one that has (--user)` }
        : { checked, violations };
    },
  });
}
