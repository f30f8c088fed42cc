import { withParameter } from '../../proxy/call.ts';
import type { Mutant, MutantHead } from '../../proxy/mutant.ts';
import {
  answerWithSelection,
  type filterNames,
  filtersOf,
  matches,
  onPage,
  pageIn,
  withoutFilters,
} from '../kit/page.ts';

type Begin = Mutant['begin'];
type Filter = (typeof filterNames)[number];

/** Filters that select the wrong connections. */
export const filterMutants: readonly Mutant[] = [
  filterMutant({
    id: 'status-ignored',
    title: 'The filter status is ignored',
    check: 'meaning.filter-status-sound',
    begin: ignoreFilter('status'),
  }),
  filterMutant({
    id: 'integration-type-ignored',
    title: 'The filter integration_type is ignored',
    check: 'meaning.filter-integration_type-sound',
    begin: ignoreFilter('integration_type'),
  }),
  filterMutant({
    id: 'second-filter-ignored',
    title: 'With two filters, only status is applied',
    check: 'meaning.filters-combined',
    begin: answerWithSelection((all, { status, ...others }) =>
      all.filter((item) => matches(item, status === undefined ? others : { status })),
    ),
  }),
  filterMutant({
    id: 'filters-combined-with-or',
    title: 'With two filters, one match is enough',
    check: 'meaning.filters-combined',
    begin: answerWithSelection((all, filters) =>
      all.filter((item) => Object.entries(filters).some(([name, value]) => item[name] === value)),
    ),
  }),
  filterMutant({
    id: 'filter-one-too-many',
    title: 'The last connection does not match the status filter',
    check: 'meaning.filter-status-sound',
    begin: answerWithSelection((all, filters) => {
      const others = all.filter(({ status }) => filters.status !== undefined && status !== filters.status);
      return [...all.filter((item) => matches(item, filters)), ...others.slice(-1)];
    }),
  }),
  filterMutant({
    id: 'filter-one-too-few',
    title: 'The last connection that matches the status filter is left out',
    check: 'meaning.filter-status-complete',
    begin: answerWithSelection((all, filters) => {
      const found = all.filter((item) => matches(item, filters));
      return filters.status === undefined ? found : found.slice(0, -1);
    }),
  }),
  filterMutant({
    id: 'type-filter-one-too-few',
    title: 'The last connection that matches the integration_type filter is left out',
    check: 'meaning.filter-integration_type-complete',
    begin: answerWithSelection((all, filters) => {
      const found = all.filter((item) => matches(item, filters));
      return filters.integration_type === undefined ? found : found.slice(0, -1);
    }),
  }),
  filterMutant({
    id: 'inactive-with-expired',
    title: 'The status filter inactive also lists expired connections',
    check: 'meaning.filter-status-sound',
    begin: answerWithSelection((all, filters) =>
      all.filter(
        (item) => matches(item, filters) || (filters.status === 'inactive' && item.status === 'expired'),
      ),
    ),
  }),
  filterMutant({
    id: 'testing-finds-nothing',
    title: 'The status filter testing lists nothing',
    check: 'meaning.filter-status-complete',
    begin: answerWithSelection((all, filters) =>
      filters.status === 'testing' ? [] : all.filter((item) => matches(item, filters)),
    ),
  }),
  filterMutant({
    id: 'filter-after-paging',
    title: 'The filter is applied after paging',
    check: 'meaning.filter-status-complete',
    begin: onPage(async ({ items }, _, call, ask) => {
      const unfiltered = withoutFilters(call);
      const page = unfiltered === call ? null : pageIn(await ask(unfiltered));
      return {
        items: page?.items.filter((item) => matches(item, filtersOf(call))) ?? items,
      };
    }),
  }),
  {
    id: 'filtered-oldest-first',
    title: 'With a filter, the oldest connection comes first',
    vendors: ['mielto'],
    caughtBy: ['meaning.order'],
    begin: onPage(({ items }, _, call) =>
      Object.keys(filtersOf(call)).length > 0 ? { items: items.toReversed() } : {},
    ),
  },
];

/** Ignores the filter of this name. */
function ignoreFilter(name: Filter): Begin {
  return () => async (call, ask) => {
    const answer = await ask(call);
    return answer.status === 200 ? ask(withParameter(call, name, null)) : answer;
  };
}

function filterMutant({
  check,
  begin,
  ...head
}: MutantHead & {
  readonly check: string;
  readonly begin: Begin;
}): Mutant {
  return { ...head, vendors: ['mielto'], caughtBy: [check], begin };
}
