import { withParameter } from '../../proxy/call.ts';
import type { Mutant, MutantHead } from '../../proxy/mutant.ts';
import { askingFor, listing, onPage, pageAsked, pageIn } from '../kit/page.ts';
import { problem } from '../kit/problem.ts';

/** Pages that are not the ones that were asked for. */
export const pagingMutants: readonly Mutant[] = [
  paging({
    id: 'limit-ignored',
    title: 'The limit is ignored, and the size says otherwise',
    checks: ['limit'],
    begin: listing(({ skip }) => ({ skip, limit: 100 })),
  }),
  paging({
    id: 'limit-one-more',
    title: 'A page has one connection more than the limit',
    checks: ['limit'],
    begin: listing(({ skip, limit }) => ({ skip, limit: Math.min(limit + 1, 1000) })),
  }),
  paging({
    id: 'limit-one-less',
    title: 'A page has one connection less than the limit',
    checks: ['limit'],
    begin: listing(({ skip, limit }) => ({ skip, limit: Math.max(limit - 1, 1) })),
  }),
  paging({
    id: 'limit-capped-silently',
    title: 'A limit over 100 is taken for 100, and the size says otherwise',
    checks: ['limit'],
    begin: listing(({ skip, limit }) => ({ skip, limit: Math.min(limit, 100) })),
  }),
  paging({
    id: 'limit-capped-openly',
    title: 'A limit over 100 is taken for 100, and the size says so',
    checks: ['limit', 'size'],
    begin: () => (call, ask) =>
      ask(
        pageAsked(call).limit > 100 && pageAsked(call).limit <= 1000
          ? withParameter(call, 'limit', 100)
          : call,
      ),
  }),
  paging({
    id: 'default-limit-50',
    title: 'Without a limit a page has 50 connections',
    checks: ['default-limit'],
    begin: () => (call, ask) =>
      ask(new URLSearchParams(call.search).has('limit') ? call : withParameter(call, 'limit', 50)),
  }),
  paging({
    id: 'default-limit-1000',
    title: 'Without a limit a page has 1,000 connections',
    checks: ['default-limit'],
    begin: () => (call, ask) =>
      ask(new URLSearchParams(call.search).has('limit') ? call : withParameter(call, 'limit', 1000)),
  }),
  paging({
    id: 'skip-ignored',
    title: 'The skip is ignored',
    checks: ['skip', 'walk'],
    begin: listing(({ limit }) => ({ skip: 0, limit })),
  }),
  paging({
    id: 'skip-is-page',
    title: 'The skip counts pages, and not connections',
    checks: ['skip', 'walk'],
    begin: listing(({ skip, limit }) => ({ skip: Math.min(skip * limit, Number.MAX_SAFE_INTEGER), limit })),
  }),
  paging({
    id: 'skip-off-by-one',
    title: 'The first connection is on no page',
    checks: ['expected', 'total'],
    begin: listing(({ skip, limit }) => ({ skip: skip + 1, limit })),
  }),
  paging({
    id: 'item-on-two-pages',
    title: 'The last connection of a page is on the next one too',
    checks: ['walk', 'skip'],
    begin: listing(({ skip, limit }) => ({ skip: Math.max(skip - 1, 0), limit })),
  }),
  paging({
    id: 'item-on-no-page',
    title: 'Between two pages one connection is left out',
    checks: ['walk', 'skip'],
    begin: listing(({ skip, limit }) => ({ skip: skip === 0 ? 0 : skip + 1, limit })),
  }),
  paging({
    id: 'last-item-on-no-page',
    title: 'The last connection of the last page is left out',
    checks: ['expected', 'total'],
    begin: onPage(({ items, total }, { skip }) =>
      skip + items.length === total && total > 1 ? { items: items.slice(0, -1) } : {},
    ),
  }),
  paging({
    id: 'past-end-repeats',
    title: 'Past the end the last page is answered again',
    checks: ['past-end'],
    begin: listing(({ skip, limit }, { total }) => ({
      skip: total > 0 && skip >= total ? Math.max(total - limit, 0) : skip,
      limit,
    })),
  }),
  paging({
    id: 'past-end-not-found',
    title: 'Past the end is a 404',
    checks: ['past-end'],
    begin: () => async (call, ask) => {
      const answer = await ask(call);
      const page = pageIn(answer);
      return page !== null && page.total > 0 && page.items.length === 0
        ? problem(call, 404, 'Page not found')
        : answer;
    },
  }),
  paging({
    id: 'oldest-first',
    title: 'The oldest connection comes first',
    checks: ['order'],
    begin: onPage(async ({ total, items }, { skip }, call, ask) => {
      if (items.length === 0) return {};
      const limit = items.length;
      const mirrored = pageIn(await ask(askingFor(call, { skip: total - skip - limit, limit })));
      return { items: mirrored?.items.toReversed() ?? items };
    }),
  }),
  paging({
    id: 'order-within-page',
    title: 'Each page is ordered by id, from the highest',
    checks: ['order'],
    begin: onPage(({ items }) => ({
      items: items.toSorted((one, other) => (String(one.id) < String(other.id) ? 1 : -1)),
    })),
  }),
];

/** A mutant of the pages of Mielto, the one vendor that has them. */
export function paging({
  checks,
  begin,
  ...head
}: MutantHead & {
  readonly checks: readonly string[];
  readonly begin: Mutant['begin'];
}): Mutant {
  return { ...head, vendors: ['mielto'], caughtBy: checks.map((check) => `meaning.${check}`), begin };
}
