import { withParameter } from '../../proxy/call.ts';
import type { Mutant, MutantHead } from '../../proxy/mutant.ts';
import {
  type filterNames,
  filtersOf,
  matches,
  onPage,
  pageIn,
  selecting,
  withoutFilters,
} from '../kit/page.ts';

type Begin = Mutant['begin'];
type Filter = (typeof filterNames)[number];

/** Filters that do not select what they say. */
export const filterMutants: readonly Mutant[] = [
  filtering({
    id: 'status-ignored',
    title: 'The filter status is ignored',
    check: 'meaning.filter-status-sound',
    begin: ignoring('status'),
  }),
  filtering({
    id: 'integration-type-ignored',
    title: 'The filter integration_type is ignored',
    check: 'meaning.filter-integration_type-sound',
    begin: ignoring('integration_type'),
  }),
  filtering({
    id: 'second-filter-ignored',
    title: 'Of two filters only the status counts',
    check: 'meaning.filters-combined',
    begin: selecting((all, { status, ...others }) =>
      all.filter((item) => matches(item, status === undefined ? others : { status })),
    ),
  }),
  filtering({
    id: 'filters-combined-with-or',
    title: 'Of two filters one has to match',
    check: 'meaning.filters-combined',
    begin: selecting((all, filters) =>
      all.filter((item) => Object.entries(filters).some(([name, value]) => item[name] === value)),
    ),
  }),
  filtering({
    id: 'filter-one-too-many',
    title: 'One connection comes last that does not match the status',
    check: 'meaning.filter-status-sound',
    begin: selecting((all, filters) => {
      const others = all.filter(({ status }) => filters.status !== undefined && status !== filters.status);
      return [...all.filter((item) => matches(item, filters)), ...others.slice(-1)];
    }),
  }),
  filtering({
    id: 'filter-one-too-few',
    title: 'The last connection that matches the status is left out',
    check: 'meaning.filter-status-complete',
    begin: selecting((all, filters) => {
      const found = all.filter((item) => matches(item, filters));
      return filters.status === undefined ? found : found.slice(0, -1);
    }),
  }),
  filtering({
    id: 'type-filter-one-too-few',
    title: 'The last connection that matches the integration type is left out',
    check: 'meaning.filter-integration_type-complete',
    begin: selecting((all, filters) => {
      const found = all.filter((item) => matches(item, filters));
      return filters.integration_type === undefined ? found : found.slice(0, -1);
    }),
  }),
  filtering({
    id: 'inactive-with-expired',
    title: 'The filter inactive finds expired connections too',
    check: 'meaning.filter-status-sound',
    begin: selecting((all, filters) =>
      all.filter(
        (item) => matches(item, filters) || (filters.status === 'inactive' && item.status === 'expired'),
      ),
    ),
  }),
  filtering({
    id: 'testing-finds-nothing',
    title: 'The filter testing finds nothing',
    check: 'meaning.filter-status-complete',
    begin: selecting((all, filters) =>
      filters.status === 'testing' ? [] : all.filter((item) => matches(item, filters)),
    ),
  }),
  filtering({
    id: 'filter-after-paging',
    title: 'The page is cut before the filter is applied',
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
    title: 'Under a filter the oldest connection comes first',
    vendors: ['mielto'],
    caughtBy: ['meaning.order'],
    begin: onPage(({ items }, _, call) =>
      Object.keys(filtersOf(call)).length > 0 ? { items: items.toReversed() } : {},
    ),
  },
];

/** Ignores this filter. */
function ignoring(name: Filter): Begin {
  return () => async (call, ask) => {
    const answer = await ask(call);
    return answer.status === 200 ? ask(withParameter(call, name, null)) : answer;
  };
}

function filtering({
  check,
  begin,
  ...head
}: MutantHead & {
  readonly check: string;
  readonly begin: Begin;
}): Mutant {
  return { ...head, vendors: ['mielto'], caughtBy: [check], begin };
}
