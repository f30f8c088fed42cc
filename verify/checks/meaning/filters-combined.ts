import type { Parameter } from '../../../contract/operation.ts';
import type { Violation } from '../../session/check-result.ts';
import { identityOf } from '../../session/listing.ts';
import type { Session } from '../../session/session.ts';
import { wholeList, wholeListQuery } from '../../session/whole-list.ts';
import type { Item } from '../../vendors/vendor-rules.ts';
import type { Check } from '../kit/check.ts';
import { defineCheck, type ListContext } from '../kit/define-check.ts';
import { plainText } from './plain-text.ts';

/** How many combinations are requested for each user. */
const maxPairs = 2;

/** Filters that are given together must all match. */
export function combinedCheck(context: ListContext, filters: readonly Parameter[]): Check {
  const [one, other] = filters;
  const rule = other?.rule ?? context.operation.rule;
  return defineCheck(context, {
    group: 'meaning',
    name: 'filters-combined',
    title: `The filters ${filters.map(({ name }) => name).join(' and ')} together list the items that match all of them`,
    rule,
    provenance: 'page',
    why: 'Clients combine filters to narrow a list.',
    fix: 'Combine the conditions with AND.',
    needs: ['user'],
    run: async (session) => {
      const violations: Violation[] = [];
      let checked = 0;
      for (const { id } of session.options.target.users) {
        const whole = (await wholeList(session, id)) ?? [];
        for (const [first, second] of distinguishingPairs(whole, one?.name ?? '', other?.name ?? '')) {
          const query = [[one?.name ?? '', first] as const, [other?.name ?? '', second] as const];
          const filtered = await wholeList(session, id, query);
          if (filtered === null) continue;
          checked += 1;
          const matching = whole.filter((item) => query.every(([name, value]) => item[name] === value));
          const identities = (items: readonly Item[]) =>
            items.map((item) => identityOf(session, item)).sort();
          if (identities(filtered).join() === identities(matching).join()) continue;
          violations.push({
            at: context.rules.itemsAt,
            expected: `the ${matching.length} items that match both filters`,
            actual: `${filtered.length} items, ${differenceText(session, filtered, matching)}`,
            rule,
            provenance: 'page',
            probe: { user: id, query: wholeListQuery(session, query) },
          });
        }
      }
      return checked === 0
        ? { inconclusive: 'no user has two items that differ in both fields; name one that has (--user)' }
        : { checked, violations };
    },
  });
}

/** Describes the difference between two lists. */
function differenceText(session: Session, filtered: readonly Item[], matching: readonly Item[]): string {
  const expected = new Set(matching.map((item) => identityOf(session, item)));
  const listed = new Set(filtered.map((item) => identityOf(session, item)));
  const wrong = [...listed].filter((identity) => !expected.has(identity)).length;
  const missing = [...expected].filter((identity) => !listed.has(identity)).length;
  return `${wrong} of which do not match, and ${missing} matching items missing`;
}

/** Pairs of values for which AND differs from OR and from each single filter. */
function distinguishingPairs(
  items: readonly Item[],
  one: string,
  other: string,
): (readonly [string, string])[] {
  const pairs = new Map<string, readonly [string, string]>();
  for (const item of items) {
    for (const second of items) {
      if (pairs.size >= maxPairs) return [...pairs.values()];
      if (item[one] === second[one] || item[other] === second[other]) continue;
      const pair = [plainText(item[one]), plainText(second[other])] as const;
      pairs.set(pair.join(), pair);
    }
  }
  return [...pairs.values()];
}
