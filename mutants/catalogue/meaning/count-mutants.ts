import type { Mutant } from '../../proxy/mutant.ts';
import { filtersOf, onPage, pageIn, withoutFilters } from '../kit/page.ts';
import { paging } from './paging-mutants.ts';

/** Counts that are wrong beside a list that is right. */
export const countMutants: readonly Mutant[] = [
  paging({
    id: 'total-of-page',
    title: 'The total is how many are on the page',
    checks: ['total'],
    begin: onPage(({ items }) => ({ total: items.length })),
  }),
  paging({
    id: 'total-ignores-filter',
    title: 'The total ignores the filters',
    checks: ['total-filtered'],
    begin: onPage(async (_, __, call, ask) => {
      const unfiltered = withoutFilters(call);
      const page = unfiltered === call ? null : pageIn(await ask(unfiltered));
      return page === null ? {} : { total: page.total };
    }),
  }),
  paging({
    id: 'total-off-by-one',
    title: 'On the last page the total is one too many',
    checks: ['total'],
    begin: onPage(({ items, total }, { skip }) => (skip + items.length >= total ? { total: total + 1 } : {})),
  }),
  paging({
    id: 'total-capped',
    title: 'The total is never more than 1,000',
    checks: ['total'],
    begin: onPage(({ total }) => ({ total: Math.min(total, 1000) })),
  }),
  paging({
    id: 'total-after-skip',
    title: 'The total counts only what comes after the skip',
    checks: ['total'],
    begin: onPage(({ total }, { skip }) => ({
      total: Math.max(total - skip, 0),
    })),
  }),
  paging({
    id: 'page-from-zero',
    title: 'The first page has the number 0',
    checks: ['page'],
    begin: onPage(({ page }) => ({ page: page - 1 })),
  }),
  paging({
    id: 'page-always-one',
    title: 'Every page has the number 1',
    checks: ['page'],
    begin: onPage(() => ({ page: 1 })),
  }),
  paging({
    id: 'page-is-skip',
    title: 'The number of a page is what was skipped, and 1',
    checks: ['page'],
    begin: onPage((_, { skip }) => ({ page: skip + 1 })),
  }),
  paging({
    id: 'size-of-page',
    title: 'The size is how many are on the page',
    checks: ['size'],
    begin: onPage(({ items }) => ({ size: Math.max(items.length, 1) })),
  }),
  paging({
    id: 'size-always-100',
    title: 'The size is 100 for every limit',
    checks: ['size'],
    begin: onPage(() => ({ size: 100 })),
  }),
  paging({
    id: 'filtered-size-always-100',
    title: 'Under a filter the size is always 100',
    checks: ['page-numbers'],
    begin: onPage(({ size }, _, call) => ({ size: Object.keys(filtersOf(call)).length > 0 ? 100 : size })),
  }),
  paging({
    id: 'filtered-page-always-one',
    title: 'Under a filter the page is always 1',
    checks: ['page-numbers'],
    begin: onPage(({ page }, _, call) => ({ page: Object.keys(filtersOf(call)).length > 0 ? 1 : page })),
  }),
  paging({
    id: 'total-ignores-two-filters',
    title: 'The total ignores the filters if both are given',
    checks: ['page-numbers'],
    begin: onPage(async ({ total }, _, call, ask) =>
      Object.keys(filtersOf(call)).length < 2
        ? {}
        : { total: pageIn(await ask(withoutFilters(call)))?.total ?? total },
    ),
  }),
];
