import { isDeepStrictEqual } from 'node:util';
import type { Expectation } from '../../session/api-target.ts';
import type { Violation } from '../../session/check-result.ts';
import type { Redactor } from '../../session/redactor.ts';
import { wholeList } from '../../session/whole-list.ts';
import type { Item, ListRules } from '../../vendors/vendor-rules.ts';
import type { Check } from '../kit/check.ts';
import { defineCheck, type ListContext } from '../kit/define-check.ts';
import { listRule } from './item-check.ts';
import { plainText } from './plain-text.ts';

const maxShownLength = 1_000;

/** The lists contain what `expect` says. No other check can find an item that is missing from every answer. */
export function expectedCheck(context: ListContext): Check {
  const { rules } = context;
  const rule = listRule(context);
  return defineCheck(context, {
    group: 'meaning',
    name: 'expected',
    title: 'Each list contains exactly what is expected for its user',
    rule,
    provenance: 'page',
    why: 'A missing connection is not visible in the answer, so clients cannot notice it.',
    fix: 'Remove undocumented filters, such as one that excludes revoked or expired connections.',
    needs: ['expect'],
    run: async (session) => {
      const violations: Violation[] = [];
      let checked = 0;
      for (const { id, expect } of session.options.target.users) {
        if (expect === undefined) continue;
        const probe = { user: id };
        const items = await wholeList(session, id);
        if (items === null) continue;
        checked += 1;
        const { show } = session.options.redactor;
        for (const { expected, actual } of differences(expect, items, rules, show)) {
          violations.push({ at: rules.itemsAt, expected, actual, rule, provenance: 'page', probe });
        }
      }
      return checked === 0
        ? {
            inconclusive:
              'no list of these users can be read; name users of this server in the configuration',
          }
        : { checked, violations };
    },
  });
}

function differences(
  expect: Expectation,
  items: readonly Item[],
  { slug, status }: ListRules,
  show: Redactor['show'],
) {
  const found: { expected: string; actual: string }[] = [];
  const compare = (what: string, expected: readonly string[], actual: readonly Value[]) => {
    const [one, other] = [expected.toSorted(), actual.map(({ text }) => text).sort()];
    if (isDeepStrictEqual(one, other)) return;
    found.push({
      expected: `${what}: ${joined(one)}`,
      actual: joined(actual.map(({ shown }) => shown).sort()),
    });
  };
  const valuesOf = (field: string) =>
    items.map((item) => ({ text: plainText(item[field]), shown: shownText(show, item[field], field) }));
  if (expect.count !== undefined) {
    const [expectedValues, count] = [String(expect.count), String(items.length)];
    compare('number of items', [expectedValues], [{ text: count, shown: count }]);
  }
  if (expect.slugs !== undefined) compare(`each ${slug}`, expect.slugs, valuesOf(slug));
  if (expect.states !== undefined) {
    const counted = [...Map.groupBy(valuesOf(status), ({ text }) => text)].map(([state, alike]) => ({
      text: `${state} ${alike.length}`,
      shown: `${alike[0]?.shown} ${alike.length}`,
    }));
    const expectedValues = Object.entries(expect.states).filter(([, count]) => count > 0);
    compare(
      `each ${status}`,
      expectedValues.map(([state, count]) => `${state} ${count}`),
      counted,
    );
  }
  return found;
}

/** A value of an item, and the text that may be shown for it. */
interface Value {
  readonly text: string;
  readonly shown: string;
}

/** The text that may be shown, without quotation marks around a string. */
function shownText(show: Redactor['show'], value: unknown, field: string): string {
  const shown = show(value, `/${field}`);
  return typeof value === 'string' ? shown.replace(/^"(.*)"$/s, '$1') : shown;
}

function joined(values: readonly string[]): string {
  if (values.length === 0) return 'none';
  const text = values.join(', ');
  return text.length <= maxShownLength
    ? text
    : `${text.slice(0, maxShownLength)}… (${values.length} in total)`;
}
