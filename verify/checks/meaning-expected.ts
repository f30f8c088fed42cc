import type { Check, Violation } from '../run/check.ts';
import { plainText } from '../run/plain-text.ts';
import { wholeList } from '../run/whole-list.ts';
import type { Item } from '../vendors/vendor-rules.ts';
import type { Expectation } from '../verify-options.ts';
import { defineCheck, type PlanContext } from './define-check.ts';
import { listPlace } from './item-rule.ts';

/** The lists hold what the run was told to expect: the only way to see what is left out. */
export function expectedCheck(context: PlanContext): Check {
  const { rules } = context;
  const place = listPlace(context);
  return defineCheck(context, {
    group: 'meaning',
    name: 'expected',
    title: 'Nothing is left out: each list holds what is expected of its user',
    place,
    provenance: 'page',
    why: 'A connection that is silently left out cannot be seen in any answer by itself.',
    mend: 'Look for a filter that the contract does not know, such as one of revoked or expired connections.',
    needs: ['expect'],
    run: async (session) => {
      const violations: Violation[] = [];
      let judged = 0;
      for (const { id, expect } of session.options.target.users) {
        if (expect === undefined) continue;
        const probe = { user: id };
        const items = await wholeList(session, id);
        if (items === null) continue;
        judged += 1;
        for (const { expected, actual } of differences(expect, items, rules.slug, rules.status)) {
          violations.push({ pointer: rules.itemsAt, expected, actual, place, provenance: 'page', probe });
        }
      }
      return judged === 0 ? { inconclusive: 'no list of these users can be read' } : { judged, violations };
    },
  });
}

function differences(expect: Expectation, items: readonly Item[], slug: string, status: string) {
  const found: { expected: string; actual: string }[] = [];
  const compare = (what: string, expected: string, actual: string) => {
    if (expected !== actual) found.push({ expected: `${what}: ${expected}`, actual });
  };
  if (expect.count !== undefined) compare('so many items', String(expect.count), String(items.length));
  if (expect.slugs !== undefined) {
    compare(`each ${slug}`, sorted(expect.slugs), sorted(items.map((item) => plainText(item[slug]))));
  }
  if (expect.states !== undefined) {
    const counted = Map.groupBy(items, (item) => plainText(item[status]));
    const actual = [...counted].map(([state, alike]) => `${state} ${alike.length}`);
    const expected = Object.entries(expect.states)
      .filter(([, count]) => count > 0)
      .map(([state, count]) => `${state} ${count}`);
    compare(`each ${status}`, sorted(expected), sorted(actual));
  }
  return found;
}

function sorted(values: readonly string[]): string {
  return values.length === 0 ? 'none' : values.toSorted().join(', ');
}
