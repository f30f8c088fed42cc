import { isDeepStrictEqual } from 'node:util';
import type { Violation } from '../../session/check-result.ts';
import { identityOf, listingOf } from '../../session/listing.ts';
import type { Session } from '../../session/session.ts';
import type { Item } from '../../vendors/vendor-rules.ts';
import type { Check } from '../kit/check.ts';
import type { ListContext } from '../kit/define-check.ts';
import { everyFilter } from '../kit/every-parameter.ts';
import { observerCheck } from '../kit/observer.ts';
import { listRule } from './item-check.ts';

/** An item does not depend on the request that lists it. */
export function sameItemsCheck(context: ListContext): Check {
  const { rules } = context;
  const rule = listRule(context);
  /** Each item of a run as it first appeared. */
  const known = new WeakMap<Session, Map<string, Item>>();
  return observerCheck(context, {
    group: 'meaning',
    name: 'same-items',
    title: 'An item is the same in every list, with any page or filter',
    rule,
    provenance: 'decided',
    why: 'Clients expect the same item from every page and filter.',
    fix: 'Build items in one place after they are selected, and use users whose data does not change during the run.',
    needs: ['user'],
    extraProbes: async (session) => {
      const query = await everyFilter(context, session);
      const { skip, limit } = rules.paging ?? {};
      const paged = [
        ...(skip === undefined ? [] : [[skip, '1'] as const]),
        ...(limit === undefined ? [] : [[limit, '2'] as const]),
      ];
      return [query, paged].filter(({ length }) => length > 0).map((pairs) => ({ query: pairs }));
    },
    observe: (exchange, probe, session) => {
      const user = probe.user ?? session.primaryUser;
      const isOwn = session.options.target.users.some(({ id }) => id === user);
      const listing = listingOf(session, exchange, probe);
      if (!isOwn || probe.credential !== undefined || listing === null || listing.items.length === 0)
        return null;
      const first = known.get(session) ?? new Map<string, Item>();
      known.set(session, first);
      const violations: Violation[] = [];
      for (const [index, item] of listing.items.entries()) {
        const name = JSON.stringify([user, identityOf(session, item)]);
        const before = first.get(name) ?? item;
        first.set(name, before);
        const field = differingField(before, item);
        if (field === null) continue;
        const { show } = session.options.redactor;
        violations.push({
          at: `${rules.itemsAt}/${index}/${field}`,
          expected: `the value in another list: ${show(before[field], `/${field}`)}`,
          actual: show(item[field], `/${field}`),
          rule,
          provenance: 'decided',
          probe,
        });
      }
      return violations;
    },
  });
}

function differingField(one: Item, other: Item): string | null {
  const fields = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return fields.find((field) => !isDeepStrictEqual(one[field], other[field])) ?? null;
}
