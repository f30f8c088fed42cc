import type { Violation } from '../../session/check-result.ts';
import { fetchListing } from '../../session/listing.ts';
import { wholeList } from '../../session/whole-list.ts';
import { type Paging, valueAt } from '../../vendors/vendor-rules.ts';
import type { Check } from '../kit/check.ts';
import { defineCheck, type ListContext } from '../kit/define-check.ts';
import { filterParameters } from '../kit/filter-parameters.ts';
import { listRule } from './item-check.ts';
import { numberFault } from './page-check.ts';

/** The total of a filtered list. */
export function totalFilteredCheck(context: ListContext, paging: Paging): Check {
  const filters = filterParameters(context);
  const rule = listRule(context, paging.total);
  return defineCheck(context, {
    group: 'meaning',
    name: 'total-filtered',
    title: 'total counts only the items that match the filters',
    rule,
    provenance: 'decided',
    why: 'Clients compute the number of pages from total.',
    fix: 'Count with the same conditions as the list.',
    needs: ['user'],
    run: async (session) => {
      const violations: Violation[] = [];
      let checked = 0;
      for (const { id } of session.options.target.users) {
        const whole = (await wholeList(session, id)) ?? [];
        for (const { name } of filters) {
          const value = whole[0]?.[name];
          const matching = whole.filter((item) => item[name] === value).length;
          if (typeof value !== 'string' || matching === whole.length) continue;
          const probe = { user: id, query: [[name, value] as const] };
          const listing = await fetchListing(session, probe);
          if (listing === null) continue;
          checked += 1;
          const found = numberFault(`/${paging.total}`, valueAt(listing.body, `/${paging.total}`), matching);
          if (found !== null) violations.push({ ...found, rule, provenance: 'decided', probe });
        }
      }
      return checked === 0
        ? {
            inconclusive:
              'no user has items that differ in a field with a filter; name one that has (--user)',
          }
        : { checked, violations };
    },
  });
}
