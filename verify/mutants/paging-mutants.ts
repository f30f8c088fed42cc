import { withParameter } from './call.ts';
import { problem } from './change-answer.ts';
import type { Mutant } from './mutant.ts';
import { askingFor, filterNames, listing, onPage, pageAsked, pageIn } from './page.ts';

/** Pages that are not the ones that were asked for. */
export const pagingMutants: readonly Mutant[] = [
  paging(
    'limit-ignored',
    30,
    'The limit is ignored, and the size says otherwise',
    ['limit'],
    listing(({ skip }) => ({ skip, limit: 100 })),
  ),
  paging(
    'limit-one-more',
    30,
    'A page has one connection more than the limit',
    ['limit'],
    listing(({ skip, limit }) => ({ skip, limit: Math.min(limit + 1, 1000) })),
  ),
  paging(
    'limit-one-less',
    30,
    'A page has one connection less than the limit',
    ['limit'],
    listing(({ skip, limit }) => ({ skip, limit: Math.max(limit - 1, 1) })),
  ),
  paging(
    'limit-capped-silently',
    null,
    'A limit over 100 is taken for 100, and the size says otherwise',
    ['limit'],
    listing(({ skip, limit }) => ({ skip, limit: Math.min(limit, 100) })),
  ),
  paging(
    'limit-capped-openly',
    null,
    'A limit over 100 is taken for 100, and the size says so',
    ['limit', 'size'],
    () => (call, ask) =>
      ask(
        pageAsked(call).limit > 100 && pageAsked(call).limit <= 1000
          ? withParameter(call, 'limit', 100)
          : call,
      ),
  ),
  paging(
    'default-limit-50',
    null,
    'Without a limit a page has 50 connections',
    ['default-limit'],
    () => (call, ask) =>
      ask(new URLSearchParams(call.search).has('limit') ? call : withParameter(call, 'limit', 50)),
  ),
  paging(
    'default-limit-1000',
    null,
    'Without a limit a page has 1,000 connections',
    ['default-limit'],
    () => (call, ask) =>
      ask(new URLSearchParams(call.search).has('limit') ? call : withParameter(call, 'limit', 1000)),
  ),
  paging(
    'skip-ignored',
    31,
    'The skip is ignored',
    ['skip', 'walk'],
    listing(({ limit }) => ({ skip: 0, limit })),
  ),
  paging(
    'skip-is-page',
    31,
    'The skip counts pages, and not connections',
    ['skip', 'walk'],
    listing(({ skip, limit }) => ({ skip: Math.min(skip * limit, Number.MAX_SAFE_INTEGER), limit })),
  ),
  paging(
    'skip-off-by-one',
    null,
    'The first connection stands on no page',
    ['skip', 'walk'],
    listing(({ skip, limit }) => ({ skip: skip + 1, limit })),
  ),
  paging(
    'item-on-two-pages',
    35,
    'The last connection of a page stands on the next one too',
    ['walk', 'skip'],
    listing(({ skip, limit }) => ({ skip: Math.max(skip - 1, 0), limit })),
  ),
  paging(
    'item-on-no-page',
    35,
    'Between two pages one connection is left out',
    ['walk', 'skip'],
    listing(({ skip, limit }) => ({ skip: skip === 0 ? 0 : skip + 1, limit })),
  ),
  paging(
    'last-item-on-no-page',
    35,
    'The last connection of the last page is left out',
    ['walk', 'limit'],
    onPage(({ connections, total }, { skip }) =>
      skip + connections.length === total && total > 1 ? { connections: connections.slice(0, -1) } : {},
    ),
  ),
  paging(
    'past-end-repeats',
    null,
    'Past the end the last page is answered again',
    ['past-end'],
    listing(({ skip, limit }, { total }) => ({
      skip: total > 0 && skip >= total ? Math.max(total - limit, 0) : skip,
      limit,
    })),
  ),
  paging('past-end-not-found', null, 'Past the end is a 404', ['past-end'], () => async (call, ask) => {
    const answer = await ask(call);
    const page = pageIn(answer);
    return page !== null && page.total > 0 && page.connections.length === 0
      ? problem(404, 'Page not found')
      : answer;
  }),
  paging(
    'oldest-first',
    null,
    'The oldest connection comes first',
    ['order'],
    onPage(async ({ total, connections }, { skip }, call, ask) => {
      if (connections.length === 0) return {};
      const limit = connections.length;
      const mirrored = pageIn(await ask(askingFor(call, { skip: total - skip - limit, limit })));
      return { connections: mirrored?.connections.toReversed() ?? connections };
    }),
  ),
  paging(
    'order-within-page',
    null,
    'Each page is ordered by id, from the highest',
    ['order'],
    onPage(({ connections }) => ({
      connections: connections.toSorted((one, other) => (String(one.id) < String(other.id) ? 1 : -1)),
    })),
  ),
];

/** Counts that are wrong beside a list that is right. */
export const countMutants: readonly Mutant[] = [
  paging(
    'total-of-page',
    32,
    'The total is how many are on the page',
    ['total'],
    onPage(({ connections }) => ({ total: connections.length })),
  ),
  paging(
    'total-ignores-filter',
    32,
    'The total ignores the filters',
    ['total-filtered'],
    onPage(async (_, __, call, ask) => {
      const unfiltered = filterNames.reduce((asked, name) => withParameter(asked, name, null), call);
      const page = unfiltered === call ? null : pageIn(await ask(unfiltered));
      return page === null ? {} : { total: page.total };
    }),
  ),
  paging(
    'total-off-by-one',
    null,
    'On the last page the total is one too many',
    ['total'],
    onPage(({ connections, total }, { skip }) =>
      skip + connections.length >= total ? { total: total + 1 } : {},
    ),
  ),
  paging(
    'total-capped',
    null,
    'The total is never more than 1,000',
    ['total'],
    onPage(({ total }) => ({ total: Math.min(total, 1000) })),
  ),
  paging(
    'total-after-skip',
    null,
    'The total counts only what comes after the skip',
    ['total'],
    onPage(({ total }, { skip }) => ({
      total: Math.max(total - skip, 0),
    })),
  ),
  paging(
    'page-from-zero',
    null,
    'The first page has the number 0',
    ['page'],
    onPage(({ page }) => ({ page: page - 1 })),
  ),
  paging(
    'page-always-one',
    null,
    'Every page has the number 1',
    ['page'],
    onPage(() => ({ page: 1 })),
  ),
  paging(
    'page-is-skip',
    null,
    'The number of a page is what was skipped, and 1',
    ['page'],
    onPage((_, { skip }) => ({ page: skip + 1 })),
  ),
  paging(
    'size-of-page',
    null,
    'The size is how many are on the page',
    ['size'],
    onPage(({ connections }) => ({ size: Math.max(connections.length, 1) })),
  ),
  paging(
    'size-always-100',
    null,
    'The size is 100 whatever the limit',
    ['size'],
    onPage(() => ({ size: 100 })),
  ),
];

function paging(
  id: string,
  row: number | null,
  title: string,
  checks: readonly string[],
  begin: Mutant['begin'],
): Mutant {
  return { id, row, title, vendors: ['mielto'], caughtBy: checks.map((check) => `meaning.${check}`), begin };
}
