import type { Violation } from '../../session/check-result.ts';
import { fetchListing, identityOf, listingOf } from '../../session/listing.ts';
import type { Session } from '../../session/session.ts';
import type { Item, ListRules } from '../../vendors/vendor-rules.ts';
import type { Check } from '../kit/check.ts';
import type { ListContext } from '../kit/define-check.ts';
import { filterParameters } from '../kit/filter-parameters.ts';
import { observerCheck } from '../kit/observer.ts';
import { plainText } from './plain-text.ts';

/** The order of every list, which only this project has decided. */
export function orderCheck(context: ListContext): Check {
  const { rules, operation } = context;
  const { rule } = operation;
  const ties = rules.tiesBy === null ? '' : `, then by ${rules.tiesBy}`;
  return observerCheck(context, {
    group: 'meaning',
    name: 'order',
    title: `Every list is ordered by ${rules.newestBy}, newest first${ties}`,
    rule,
    provenance: 'decided',
    why: 'Pages and repeated requests are consistent only if the order is defined.',
    fix: `Order by ${rules.newestBy}, newest first, then by a unique field.`,
    needs: ['user'],
    extraProbes: async (session) => {
      const items = (await fetchListing(session, {}))?.items ?? [];
      return filterParameters(context).flatMap(({ name }) => {
        const alike = Map.groupBy(items, (item) => item[name]);
        const [most] = [...alike].toSorted(([, one], [, other]) => other.length - one.length);
        return typeof most?.[0] === 'string' ? [{ query: [[name, most[0]] as const] }] : [];
      });
    },
    observe: (exchange, probe, session) => {
      const items = listingOf(session, exchange, probe)?.items ?? [];
      if (items.length < 2) return null;
      return items.flatMap((item, index): Violation[] => {
        const before = items[index - 1];
        const field = before === undefined ? null : misplacedBy(session, rules, before, item);
        if (field === null) return [];
        return [
          {
            at: `${rules.itemsAt}/${index}/${field}`,
            expected:
              field === rules.newestBy
                ? 'a time that is not later than that of the previous item'
                : `a greater ${field} than that of the previous item, which has the same ${rules.newestBy}`,
            actual: session.options.redactor.show(item[field], ''),
            rule,
            provenance: 'decided',
            probe,
          },
        ];
      });
    },
  });
}

/** The field that puts an item before the previous one; null if the two are in order. */
function misplacedBy(
  session: Session,
  { newestBy, tiesBy }: ListRules,
  before: Item,
  item: Item,
): string | null {
  const [earlier, later] = [before, item].map((one) => Date.parse(plainText(one[newestBy])));
  if (earlier === undefined || later === undefined) return null;
  if (later > earlier) return newestBy;
  const isTie = before[newestBy] === item[newestBy];
  return isTie && tiesBy !== null && identityOf(session, item) < identityOf(session, before) ? tiesBy : null;
}
