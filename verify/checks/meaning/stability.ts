import { isDeepStrictEqual } from 'node:util';
import { answerText } from '../../session/answer-text.ts';
import type { Violation } from '../../session/check-result.ts';
import { identityOf, listingOf, recallListing } from '../../session/listing.ts';
import type { Probe } from '../../session/probe.ts';
import { valueAt } from '../../vendors/vendor-rules.ts';
import type { Check } from '../kit/check.ts';
import { defineCheck, type ListContext } from '../kit/define-check.ts';
import { listPlace } from './item-rule.ts';

/** What stays as it is, and what a user without connections gets. */
export function stabilityChecks(context: ListContext): Check[] {
  return [stableCheck(context), emptyUserCheck(context)];
}

function stableCheck(context: ListContext): Check {
  const rule = context.operation.rule;
  return defineCheck(context, {
    group: 'meaning',
    name: 'stable',
    title: 'The same GET has the same answer, in the same order',
    rule,
    provenance: 'page',
    why: 'GET changes nothing, and a list without a stable order cannot be paged.',
    fix: 'Write nothing while reading, and order by something that is unique. Verify with data that is at rest.',
    needs: ['user'],
    run: async (session) => {
      const violations: Violation[] = [];
      const first = await recallListing(session, {});
      if (first === null) return { inconclusive: 'the list of the user cannot be read' };
      // Three in a row: what goes wrong every third time is seen.
      for (const turn of ['second', 'third', 'fourth']) {
        const exchange = await session.ask({});
        const again = listingOf(session, exchange, {});
        if (again !== null && isDeepStrictEqual(again.body, first.body)) continue;
        const moved = again?.items.map((item) => identityOf(session, item)).sort();
        const same = isDeepStrictEqual(moved, first.items.map((item) => identityOf(session, item)).sort());
        violations.push({
          at: '',
          expected: `the answer of the first time, ${answerText(session, first.exchange)}`,
          actual: `${answerText(session, exchange)} the ${turn} time, ${same ? 'of the same items, changed or in another order' : 'of other items'}`,
          rule,
          provenance: 'page',
          probe: {},
        });
      }
      return first.items.length === 0 && violations.length === 0
        ? { inconclusive: 'the list of the user is empty' }
        : { checked: 3, violations };
    },
  });
}

function emptyUserCheck(context: ListContext): Check {
  const { rules } = context;
  const rule = listPlace(context);
  return defineCheck(context, {
    group: 'meaning',
    name: 'empty-user',
    title: 'A user who has connected nothing has an empty list',
    rule,
    provenance: 'page',
    why: 'A new user is no error.',
    fix: 'Answer 200 with an empty list for a user who exists.',
    needs: ['emptyUser'],
    run: async (session) => {
      const probe: Probe = { user: session.options.target.emptyUser ?? '' };
      const exchange = await session.recall(probe);
      const listing = await recallListing(session, probe);
      const total = rules.paging === null ? undefined : valueAt(listing?.body, `/${rules.paging.total}`);
      const found: Violation[] = [];
      if (listing === null || listing.items.length > 0) {
        const expected = '200 with an empty list';
        found.push({
          at: '',
          expected,
          actual: answerText(session, exchange),
          rule,
          provenance: 'page',
          probe,
        });
      } else if (rules.paging !== null && total !== 0) {
        const pointer = `/${rules.paging.total}`;
        const actual = session.options.confidentiality.show(total, pointer);
        const at = listPlace(context, rules.paging.total);
        found.push({ at: pointer, expected: '0', actual, rule: at, provenance: 'decided', probe });
      }
      return { checked: 1, violations: found };
    },
  });
}
