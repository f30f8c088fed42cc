import { isDeepStrictEqual } from 'node:util';
import { answerText } from '../../session/answer-text.ts';
import type { Violation } from '../../session/check-result.ts';
import { fetchListing, identityOf, type Listing, listingOf, sortedItems } from '../../session/listing.ts';
import type { Session } from '../../session/session.ts';
import type { Check } from '../kit/check.ts';
import { defineCheck, type ListContext } from '../kit/define-check.ts';
import { projectRule } from '../kit/project-rule.ts';

/** How often two users are requested concurrently. Shared state shows only by chance. */
const rounds = 2;

/** Two users in one request, and concurrent requests for two users. */
export function requestMixCheck(context: ListContext): Check[] {
  const { operation, rules } = context;
  const { rule } = operation;
  const { provenance } = projectRule;
  const parts = { group: 'isolation', rule, provenance, needs: ['two users'] } as const;
  const why = "One user's data in another user's list is a data leak.";
  const violation = (
    { expected, actual, isForeign }: { expected: string; actual: string; isForeign: boolean },
    user: string,
    query: readonly (readonly [string, string])[] = [],
  ) => ({
    at: rules.itemsAt,
    expected,
    actual,
    rule,
    provenance,
    // Only items of another list are data of another user.
    ...(isForeign ? { fails: projectRule.fails } : {}),
    probe: { user, query },
  });
  return [
    defineCheck(context, {
      ...parts,
      name: 'user-in-query',
      title: 'The user in the path is used, even if the query names another user',
      why,
      fix: 'Read the user from the path only.',
      run: async (session) => {
        const [one, other] = session.options.target.users;
        if (one === undefined || other === undefined)
          return { inconclusive: 'fewer than two users were given' };
        const own = await fetchListing(session, { user: one.id });
        const query = [['user_id', other.id] as const];
        const probe = { user: one.id, query };
        const exchange = await session.askOnce(probe);
        const listing = listingOf(session, exchange, probe);
        if (own === null || listing === null) return { inconclusive: 'the answer is not a list' };
        if (isSameList(session, own, listing)) return { checked: 1, violations: [] };
        return {
          checked: 1,
          violations: [
            violation(
              {
                expected: 'the list of the user in the path',
                actual: answerText(session, exchange),
                isForeign: hasForeignItems(session, own, listing),
              },
              one.id,
              query,
            ),
          ],
        };
      },
    }),
    defineCheck(context, {
      ...parts,
      name: 'concurrent-users',
      title: 'Concurrent requests for two users return the list of each user',
      why,
      fix: 'Keep no data of a request in shared variables.',
      intrusive: true,
      run: async (session) => {
        const users = session.options.target.users.slice(0, 2).map(({ id }) => id);
        const own = await Promise.all(users.map((user) => fetchListing(session, { user })));
        const violations: Violation[] = [];
        for (let round = 0; round < rounds; round += 1) {
          const exchanges = await Promise.all(users.map((user) => session.ask({ user })));
          for (const [index, exchange] of exchanges.entries()) {
            const user = users[index] ?? '';
            const listing = listingOf(session, exchange, { user });
            if (isSameList(session, own[index] ?? null, listing)) continue;
            const expected = 'the same list as without concurrent requests';
            const actual = `${answerText(session, exchange)}, a different list`;
            const isForeign = hasForeignItems(session, own[index] ?? null, listing);
            violations.push(violation({ expected, actual, isForeign }, user));
          }
        }
        return own.some((listing) => listing === null || listing.items.length === 0)
          ? { inconclusive: 'one of the two users has no items; name two with connections (--user)' }
          : { checked: rounds, violations };
      },
    }),
  ];
}

/** Whether a list has an item that is not in the user's own list. */
function hasForeignItems(session: Session, own: Listing | null, listing: Listing | null): boolean {
  const known = new Set(own?.items.map((item) => identityOf(session, item)));
  return listing?.items.some((item) => !known.has(identityOf(session, item))) === true;
}

/** Whether two lists have the same items, in any order. */
function isSameList(session: Session, one: Listing | null, other: Listing | null): boolean {
  if (one === null || other === null) return false;
  return isDeepStrictEqual(sortedItems(session, one.items), sortedItems(session, other.items));
}
