import { withParameter } from '../../proxy/call.ts';
import type { Mutant, MutantHead } from '../../proxy/mutant.ts';
import { answerWithPage, onPage, pageIn, pageRequest, withPaging } from '../kit/page.ts';
import { problem } from '../kit/problem.ts';

/** Pages that differ from the requested page. */
export const pagingMutants: readonly Mutant[] = [
  pagingMutant({
    id: 'limit-ignored',
    title: 'The limit is ignored, but size is the requested limit',
    checks: ['limit'],
    begin: answerWithPage(({ skip }) => ({ skip, limit: 100 })),
  }),
  pagingMutant({
    id: 'limit-one-more',
    title: 'A page has one connection more than the limit',
    checks: ['limit'],
    begin: answerWithPage(({ skip, limit }) => ({ skip, limit: Math.min(limit + 1, 1000) })),
  }),
  pagingMutant({
    id: 'limit-one-less',
    title: 'A page has one connection fewer than the limit',
    checks: ['limit'],
    begin: answerWithPage(({ skip, limit }) => ({ skip, limit: Math.max(limit - 1, 1) })),
  }),
  pagingMutant({
    id: 'limit-capped-silently',
    title: 'A limit over 100 is read as 100, but size is the requested limit',
    checks: ['limit'],
    begin: answerWithPage(({ skip, limit }) => ({ skip, limit: Math.min(limit, 100) })),
  }),
  pagingMutant({
    id: 'limit-capped-with-size',
    title: 'A limit over 100 is read as 100, and size is 100',
    checks: ['limit', 'size'],
    begin: () => (call, ask) =>
      ask(
        pageRequest(call).limit > 100 && pageRequest(call).limit <= 1000
          ? withParameter(call, 'limit', 100)
          : call,
      ),
  }),
  pagingMutant({
    id: 'default-limit-50',
    title: 'Without a limit a page has 50 connections',
    checks: ['default-limit'],
    begin: () => (call, ask) =>
      ask(new URLSearchParams(call.search).has('limit') ? call : withParameter(call, 'limit', 50)),
  }),
  pagingMutant({
    id: 'default-limit-1000',
    title: 'Without a limit a page has 1,000 connections',
    checks: ['default-limit'],
    begin: () => (call, ask) =>
      ask(new URLSearchParams(call.search).has('limit') ? call : withParameter(call, 'limit', 1000)),
  }),
  pagingMutant({
    id: 'skip-ignored',
    title: 'The skip is ignored',
    checks: ['skip', 'walk'],
    begin: answerWithPage(({ limit }) => ({ skip: 0, limit })),
  }),
  pagingMutant({
    id: 'skip-is-page',
    title: 'The skip counts pages instead of connections',
    checks: ['skip', 'walk'],
    begin: answerWithPage(({ skip, limit }) => ({
      skip: Math.min(skip * limit, Number.MAX_SAFE_INTEGER),
      limit,
    })),
  }),
  pagingMutant({
    id: 'skip-off-by-one',
    title: 'The first connection is on no page',
    checks: ['expected', 'total'],
    begin: answerWithPage(({ skip, limit }) => ({ skip: skip + 1, limit })),
  }),
  pagingMutant({
    id: 'item-on-two-pages',
    title: 'The last connection of a page is also on the next page',
    checks: ['walk', 'skip'],
    begin: answerWithPage(({ skip, limit }) => ({ skip: Math.max(skip - 1, 0), limit })),
  }),
  pagingMutant({
    id: 'item-on-no-page',
    title: 'One connection between two pages is left out',
    checks: ['walk', 'skip'],
    begin: answerWithPage(({ skip, limit }) => ({ skip: skip === 0 ? 0 : skip + 1, limit })),
  }),
  pagingMutant({
    id: 'last-item-on-no-page',
    title: 'The last connection of the last page is left out',
    checks: ['expected', 'total'],
    begin: onPage(({ items, total }, { skip }) =>
      skip + items.length === total && total > 1 ? { items: items.slice(0, -1) } : {},
    ),
  }),
  pagingMutant({
    id: 'past-end-repeats',
    title: 'A page after the end repeats the last page',
    checks: ['past-end'],
    begin: answerWithPage(({ skip, limit }, { total }) => ({
      skip: total > 0 && skip >= total ? Math.max(total - limit, 0) : skip,
      limit,
    })),
  }),
  pagingMutant({
    id: 'past-end-not-found',
    title: 'A page after the end returns 404',
    checks: ['past-end'],
    begin: () => async (call, ask) => {
      const answer = await ask(call);
      const page = pageIn(answer);
      return page !== null && page.total > 0 && page.items.length === 0
        ? problem(call, 404, 'Page not found')
        : answer;
    },
  }),
  pagingMutant({
    id: 'oldest-first',
    title: 'The oldest connection comes first',
    checks: ['order'],
    begin: onPage(async ({ total, items }, { skip }, call, ask) => {
      if (items.length === 0) return {};
      const limit = items.length;
      const mirrored = pageIn(await ask(withPaging(call, { skip: total - skip - limit, limit })));
      return { items: mirrored?.items.toReversed() ?? items };
    }),
  }),
  pagingMutant({
    id: 'order-within-page',
    title: 'Each page is ordered by id, highest first',
    checks: ['order'],
    begin: onPage(({ items }) => ({
      items: items.toSorted((one, other) => (String(one.id) < String(other.id) ? 1 : -1)),
    })),
  }),
];

/** A mutant of the pages of Mielto, the only vendor with paging. */
export function pagingMutant({
  checks,
  begin,
  ...head
}: MutantHead & {
  readonly checks: readonly string[];
  readonly begin: Mutant['begin'];
}): Mutant {
  return { ...head, vendors: ['mielto'], caughtBy: checks.map((check) => `meaning.${check}`), begin };
}
