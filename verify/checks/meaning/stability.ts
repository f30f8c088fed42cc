import { isDeepStrictEqual } from 'node:util';
import { answerText } from '../../session/answer-text.ts';
import type { Violation } from '../../session/check-result.ts';
import { fetchListing, identityOf, listingOf } from '../../session/listing.ts';
import type { Probe } from '../../session/probe.ts';
import type { Session } from '../../session/session.ts';
import { valueAt } from '../../vendors/vendor-rules.ts';
import type { Check } from '../kit/check.ts';
import { defineCheck, type ListContext } from '../kit/define-check.ts';
import { listRule } from './item-check.ts';

/** Repeated requests, and users without connections. */
export function stabilityChecks(context: ListContext): Check[] {
  return [
    stableCheck(context),
    emptyUserCheck(context, {
      name: 'empty-user',
      title: 'A user without connections has an empty list',
      provenance: 'page',
      needs: ['emptyUser'],
      userOf: ({ options }) => options.target.emptyUser ?? '',
    }),
    // Otherwise an unknown user is a 404.
    ...(context.operation.responses.has(404)
      ? []
      : [
          emptyUserCheck(context, {
            name: 'unknown-user',
            title: 'A user that does not exist has an empty list',
            provenance: context.operation.responses.get(200)?.provenance ?? 'public',
            needs: [],
            userOf: ({ options }) => options.unknownUser,
          }),
        ]),
  ];
}

function stableCheck(context: ListContext): Check {
  const rule = context.operation.rule;
  return defineCheck(context, {
    group: 'meaning',
    name: 'stable',
    title: 'Repeated GET requests return the same answer in the same order',
    rule,
    provenance: 'page',
    why: 'GET must not change data, and a list without a stable order cannot be paged.',
    fix: 'Write nothing while reading, order by a unique field, and use users whose data does not change during the run.',
    needs: ['user'],
    run: async (session) => {
      const violations: Violation[] = [];
      const first = await fetchListing(session, {});
      if (first === null)
        return { inconclusive: 'the list of the user cannot be read; name one with connections (--user)' };
      // Three repetitions also find a fault that shows every third time.
      for (const turn of ['second', 'third', 'fourth']) {
        const exchange = await session.ask({});
        const again = listingOf(session, exchange, {});
        if (again !== null && isDeepStrictEqual(again.body, first.body)) continue;
        const moved = again?.items.map((item) => identityOf(session, item)).sort();
        const same = isDeepStrictEqual(moved, first.items.map((item) => identityOf(session, item)).sort());
        violations.push({
          at: '',
          expected: `the first answer: ${answerText(session, first.exchange)}`,
          actual: `the ${turn} answer: ${answerText(session, exchange)}, ${same ? 'the same items, but changed or in another order' : 'with other items'}`,
          rule,
          // The pages say whose items a list has, not their order, nor that a value stays as it is.
          provenance: same ? 'decided' : 'page',
          probe: {},
        });
      }
      return first.items.length === 0 && violations.length === 0
        ? { inconclusive: 'the list of the user is empty; name one with connections (--user)' }
        : { checked: 3, violations };
    },
  });
}

function emptyUserCheck(
  context: ListContext,
  {
    userOf,
    ...parts
  }: Pick<Check, 'needs' | 'title' | 'provenance'> & {
    readonly name: string;
    readonly userOf: (session: Session) => string;
  },
): Check {
  const { rules } = context;
  const rule = listRule(context);
  return defineCheck(context, {
    ...parts,
    group: 'meaning',
    rule,
    why: 'Clients treat an error as a failure, but a new user without connections is normal.',
    fix: 'Return 200 with an empty list for a user that exists.',
    run: async (session) => {
      const probe: Probe = { user: userOf(session) };
      const exchange = await session.askOnce(probe);
      const listing = await fetchListing(session, probe);
      const total = rules.paging === null ? undefined : valueAt(listing?.body, `/${rules.paging.total}`);
      const found: Violation[] = [];
      if (listing === null || listing.items.length > 0) {
        const expected = '200 with an empty list';
        found.push({
          at: '',
          expected,
          actual: answerText(session, exchange),
          rule,
          provenance: parts.provenance,
          probe,
        });
      } else if (rules.paging !== null && total !== 0) {
        const pointer = `/${rules.paging.total}`;
        const actual = session.options.redactor.show(total, pointer);
        const at = listRule(context, rules.paging.total);
        found.push({ at: pointer, expected: '0', actual, rule: at, provenance: 'decided', probe });
      }
      return { checked: 1, violations: found };
    },
  });
}
