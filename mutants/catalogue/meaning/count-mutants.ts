import type { Mutant } from '../../proxy/mutant.ts';
import { onPage, pageIn, withoutFilters } from '../kit/page.ts';
import { paging } from './paging-mutants.ts';

/** Counts that are wrong beside a list that is right. */
export const countMutants: readonly Mutant[] = [
  paging({
    id: 'total-of-page',
    row: 32,
    title: 'The total is how many are on the page',
    checks: ['total'],
    begin: onPage(({ connections }) => ({ total: connections.length })),
  }),
  paging({
    id: 'total-ignores-filter',
    row: 32,
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
    row: null,
    title: 'On the last page the total is one too many',
    checks: ['total'],
    begin: onPage(({ connections, total }, { skip }) =>
      skip + connections.length >= total ? { total: total + 1 } : {},
    ),
  }),
  paging({
    id: 'total-capped',
    row: null,
    title: 'The total is never more than 1,000',
    checks: ['total'],
    begin: onPage(({ total }) => ({ total: Math.min(total, 1000) })),
  }),
  paging({
    id: 'total-after-skip',
    row: null,
    title: 'The total counts only what comes after the skip',
    checks: ['total'],
    begin: onPage(({ total }, { skip }) => ({
      total: Math.max(total - skip, 0),
    })),
  }),
  paging({
    id: 'page-from-zero',
    row: null,
    title: 'The first page has the number 0',
    checks: ['page'],
    begin: onPage(({ page }) => ({ page: page - 1 })),
  }),
  paging({
    id: 'page-always-one',
    row: null,
    title: 'Every page has the number 1',
    checks: ['page'],
    begin: onPage(() => ({ page: 1 })),
  }),
  paging({
    id: 'page-is-skip',
    row: null,
    title: 'The number of a page is what was skipped, and 1',
    checks: ['page'],
    begin: onPage((_, { skip }) => ({ page: skip + 1 })),
  }),
  paging({
    id: 'size-of-page',
    row: null,
    title: 'The size is how many are on the page',
    checks: ['size'],
    begin: onPage(({ connections }) => ({ size: Math.max(connections.length, 1) })),
  }),
  paging({
    id: 'size-always-100',
    row: null,
    title: 'The size is 100 whatever the limit',
    checks: ['size'],
    begin: onPage(() => ({ size: 100 })),
  }),
];
