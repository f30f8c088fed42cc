import { type Answer, jsonAnswer } from '../../proxy/answer.ts';
import { parameterOf, withParameter } from '../../proxy/call.ts';
import type { Mutant, MutantHead } from '../../proxy/mutant.ts';
import {
  filterNames,
  filtersOf,
  firstOf,
  matches,
  onPage,
  pageIn,
  selecting,
  withoutFilters,
} from '../kit/page.ts';

type Begin = Mutant['begin'];
type Filter = (typeof filterNames)[number];

/** What each filter can ask for. */
const values: Readonly<Record<Filter, readonly string[]>> = {
  status: ['active', 'inactive', 'testing', 'error', 'expired'],
  integration_type: ['connectors', 'mcp', 'tool', 'model', 'custom', 'storage', 'api'],
};

/** Filters that do not select what they say. */
export const filterMutants: readonly Mutant[] = [
  filtering({
    id: 'status-ignored',
    row: 33,
    title: 'The filter status is ignored',
    check: 'meaning.filter-status-sound',
    begin: ignoring('status'),
  }),
  filtering({
    id: 'integration-type-ignored',
    row: null,
    title: 'The filter integration_type is ignored',
    check: 'meaning.filter-integration_type-sound',
    begin: ignoring('integration_type'),
  }),
  filtering({
    id: 'second-filter-ignored',
    row: null,
    title: 'Of two filters only the status counts',
    check: 'meaning.filters-combined',
    begin: selecting((all, { status, ...others }) =>
      all.filter((item) => matches(item, status === undefined ? others : { status })),
    ),
  }),
  filtering({
    id: 'filters-combined-with-or',
    row: null,
    title: 'Of two filters one has to match',
    check: 'meaning.filters-combined',
    begin: selecting((all, filters) =>
      all.filter((item) => Object.entries(filters).some(([name, value]) => item[name] === value)),
    ),
  }),
  filtering({
    id: 'filter-one-too-many',
    row: null,
    title: 'One connection comes last that does not match the status',
    check: 'meaning.filter-status-sound',
    begin: selecting((all, filters) => {
      const others = all.filter(({ status }) => filters.status !== undefined && status !== filters.status);
      return [...all.filter((item) => matches(item, filters)), ...others.slice(-1)];
    }),
  }),
  filtering({
    id: 'filter-one-too-few',
    row: null,
    title: 'The last connection that matches the status is left out',
    check: 'meaning.filter-status-complete',
    begin: selecting((all, filters) => {
      const found = all.filter((item) => matches(item, filters));
      return filters.status === undefined ? found : found.slice(0, -1);
    }),
  }),
  filtering({
    id: 'type-filter-one-too-few',
    row: null,
    title: 'The last connection that matches the integration type is left out',
    check: 'meaning.filter-integration_type-complete',
    begin: selecting((all, filters) => {
      const found = all.filter((item) => matches(item, filters));
      return filters.integration_type === undefined ? found : found.slice(0, -1);
    }),
  }),
  filtering({
    id: 'inactive-with-expired',
    row: null,
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
    row: null,
    title: 'The filter testing finds nothing',
    check: 'meaning.filter-status-complete',
    begin: selecting((all, filters) =>
      filters.status === 'testing' ? [] : all.filter((item) => matches(item, filters)),
    ),
  }),
  filtering({
    id: 'filter-after-paging',
    row: null,
    title: 'The page is cut before the filter is applied',
    check: 'meaning.filter-status-complete',
    begin: onPage(async ({ connections }, _, call, ask) => {
      const unfiltered = withoutFilters(call);
      const page = unfiltered === call ? null : pageIn(await ask(unfiltered));
      return {
        connections: page?.connections.filter((item) => matches(item, filtersOf(call))) ?? connections,
      };
    }),
  }),
  ...filterNames.flatMap((name) => [
    filtering({
      id: `${named(name)}-unknown-finds-nothing`,
      row: name === 'status' ? 34 : null,
      title: `An unknown ${name} finds nothing`,
      check: `input.${name}.unknown`,
      begin: ofRefused(name, () => null),
    }),
    filtering({
      id: `${named(name)}-unknown-ignored`,
      row: null,
      title: `An unknown ${name} is ignored`,
      check: `input.${name}.unknown`,
      begin: ofRefused(name, () => ''),
    }),
    filtering({
      id: `${named(name)}-case-ignored`,
      row: null,
      title: `The filter ${name} takes capitals for small letters`,
      check: `input.${name}.other-case`,
      begin: ofRefused(name, (value) => {
        const small = value.toLowerCase();
        return values[name].includes(small) ? small : undefined;
      }),
    }),
    filtering({
      id: `${named(name)}-empty-ignored`,
      row: null,
      title: `An empty ${name} is ignored`,
      check: `input.${name}.empty`,
      begin: ofRefused(name, (value) => (value === '' ? '' : undefined)),
    }),
    filtering({
      id: `${named(name)}-first-counts`,
      row: null,
      title: `Of a repeated ${name} the first counts`,
      check: `input.${name}.repeated`,
      begin: firstOf(name),
    }),
    filtering({
      id: `${named(name)}-value-refused`,
      row: null,
      title: `The ${name} ${values[name].at(-1)} is refused`,
      check: `input.${name}.each`,
      begin: () => async (call, ask) =>
        parameterOf(call, name) === values[name].at(-1) ? refusal(name, 'is not known') : ask(call),
    }),
  ]),
];

/** Answers a value of a filter that the upstream server refuses: with no connections for null, with those of another. */
function ofRefused(name: Filter, other: (value: string) => string | null | undefined): Begin {
  return () => async (call, ask) => {
    const answer = await ask(call);
    const value = parameterOf(call, name);
    if (answer.status !== 422 || value === undefined || values[name].includes(value)) return answer;
    const taken = other(value);
    if (taken === undefined) return answer;
    const asked = await ask(withParameter(call, name, taken === '' ? null : taken));
    const page = pageIn(asked);
    if (taken !== null || page === null) return asked;
    return jsonAnswer(200, { ...page, connections: [], total: 0 });
  };
}

function ignoring(name: Filter): Begin {
  return () => async (call, ask) => {
    const answer = await ask(call);
    return answer.status === 200 ? ask(withParameter(call, name, null)) : answer;
  };
}

/** A refusal as Mielto writes it. */
export function refusal(name: string, message: string): Answer {
  const detail = [{ loc: ['query', name], msg: message, type: 'value_error' }];
  return jsonAnswer(422, { detail });
}

function named(name: Filter): string {
  return name.replace('_', '-');
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
