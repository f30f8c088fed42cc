import type { Mutant } from '../../proxy/mutant.ts';
import { filtersOf, onPage, pageIn, withoutFilters } from '../kit/page.ts';
import { pagingMutant } from './paging-mutants.ts';

/** Wrong counts with a correct list. */
export const countMutants: readonly Mutant[] = [
  pagingMutant({
    id: 'total-of-page',
    title: 'The total is the number of connections on the page',
    checks: ['total'],
    begin: onPage(({ items }) => ({ total: items.length })),
  }),
  pagingMutant({
    id: 'total-ignores-filter',
    title: 'The total ignores the filters',
    checks: ['total-filtered'],
    begin: onPage(async (_, __, call, ask) => {
      const unfiltered = withoutFilters(call);
      const page = unfiltered === call ? null : pageIn(await ask(unfiltered));
      return page === null ? {} : { total: page.total };
    }),
  }),
  pagingMutant({
    id: 'total-off-by-one',
    title: 'On the last page the total is too high by 1',
    checks: ['total'],
    begin: onPage(({ items, total }, { skip }) => (skip + items.length >= total ? { total: total + 1 } : {})),
  }),
  pagingMutant({
    id: 'total-capped',
    title: 'The total is never more than 1,000',
    checks: ['total'],
    begin: onPage(({ total }) => ({ total: Math.min(total, 1000) })),
  }),
  pagingMutant({
    id: 'total-after-skip',
    title: 'The total counts only the connections after the skip',
    checks: ['total'],
    begin: onPage(({ total }, { skip }) => ({
      total: Math.max(total - skip, 0),
    })),
  }),
  pagingMutant({
    id: 'page-from-zero',
    title: 'The first page has the number 0',
    checks: ['page'],
    begin: onPage(({ page }) => ({ page: page - 1 })),
  }),
  pagingMutant({
    id: 'page-always-one',
    title: 'Every page has the number 1',
    checks: ['page'],
    begin: onPage(() => ({ page: 1 })),
  }),
  pagingMutant({
    id: 'page-is-skip',
    title: 'The number of a page is skip + 1',
    checks: ['page'],
    begin: onPage((_, { skip }) => ({ page: skip + 1 })),
  }),
  pagingMutant({
    id: 'size-of-page',
    title: 'The size is the number of connections on the page',
    checks: ['size'],
    begin: onPage(({ items }) => ({ size: Math.max(items.length, 1) })),
  }),
  pagingMutant({
    id: 'size-always-100',
    title: 'The size is 100 for every limit',
    checks: ['size'],
    begin: onPage(() => ({ size: 100 })),
  }),
  pagingMutant({
    id: 'filtered-size-always-100',
    title: 'With a filter, the size is always 100',
    checks: ['page-numbers'],
    begin: onPage(({ size }, _, call) => ({ size: Object.keys(filtersOf(call)).length > 0 ? 100 : size })),
  }),
  pagingMutant({
    id: 'filtered-page-always-one',
    title: 'With a filter, the page is always 1',
    checks: ['page-numbers'],
    begin: onPage(({ page }, _, call) => ({ page: Object.keys(filtersOf(call)).length > 0 ? 1 : page })),
  }),
  pagingMutant({
    id: 'total-ignores-two-filters',
    title: 'With two filters, the total ignores the filters',
    checks: ['page-numbers'],
    begin: onPage(async ({ total }, _, call, ask) =>
      Object.keys(filtersOf(call)).length < 2
        ? {}
        : { total: pageIn(await ask(withoutFilters(call)))?.total ?? total },
    ),
  }),
];
