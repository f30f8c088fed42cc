import { type Answer, jsonAnswer } from './answer.ts';
import { parameterOf, withParameter } from './call.ts';
import type { Mutant } from './mutant.ts';
import { filterNames, matches, onPage, pageIn, selecting } from './page.ts';

type Begin = Mutant['begin'];
type Filter = (typeof filterNames)[number];

/** What each filter can ask for. */
const values: Readonly<Record<Filter, readonly string[]>> = {
  status: ['active', 'inactive', 'testing', 'error', 'expired'],
  integration_type: ['connectors', 'mcp', 'tool', 'model', 'custom', 'storage', 'api'],
};

/** Filters that do not select what they say. */
export const filterMutants: readonly Mutant[] = [
  filtering(
    'status-ignored',
    33,
    'The filter status is ignored',
    'meaning.filter-status-sound',
    ignoring('status'),
  ),
  filtering(
    'integration-type-ignored',
    null,
    'The filter integration_type is ignored',
    'meaning.filter-integration_type-sound',
    ignoring('integration_type'),
  ),
  filtering(
    'second-filter-ignored',
    null,
    'Of two filters only the status counts',
    'meaning.filters-combined',
    selecting((all, { status, ...others }) =>
      all.filter((item) => matches(item, status === undefined ? others : { status })),
    ),
  ),
  filtering(
    'filters-combined-with-or',
    null,
    'Of two filters one has to match',
    'meaning.filters-combined',
    selecting((all, filters) =>
      all.filter((item) => Object.entries(filters).some(([name, value]) => item[name] === value)),
    ),
  ),
  filtering(
    'filter-one-too-many',
    null,
    'One connection comes last that does not match the status',
    'meaning.filter-status-sound',
    selecting((all, filters) => {
      const others = all.filter(({ status }) => filters.status !== undefined && status !== filters.status);
      return [...all.filter((item) => matches(item, filters)), ...others.slice(-1)];
    }),
  ),
  filtering(
    'filter-one-too-few',
    null,
    'The last connection that matches the status is left out',
    'meaning.filter-status-complete',
    selecting((all, filters) => {
      const found = all.filter((item) => matches(item, filters));
      return filters.status === undefined ? found : found.slice(0, -1);
    }),
  ),
  filtering(
    'type-filter-one-too-few',
    null,
    'The last connection that matches the integration type is left out',
    'meaning.filter-integration_type-complete',
    selecting((all, filters) => {
      const found = all.filter((item) => matches(item, filters));
      return filters.integration_type === undefined ? found : found.slice(0, -1);
    }),
  ),
  filtering(
    'inactive-with-expired',
    null,
    'The filter inactive finds expired connections too',
    'meaning.filter-status-sound',
    selecting((all, filters) =>
      all.filter(
        (item) => matches(item, filters) || (filters.status === 'inactive' && item.status === 'expired'),
      ),
    ),
  ),
  filtering(
    'testing-finds-nothing',
    null,
    'The filter testing finds nothing',
    'meaning.filter-status-complete',
    selecting((all, filters) =>
      filters.status === 'testing' ? [] : all.filter((item) => matches(item, filters)),
    ),
  ),
  filtering(
    'filter-after-paging',
    null,
    'The page is cut before the filter is applied',
    'meaning.filter-status-complete',
    onPage(async ({ connections }, _, call, ask) => {
      const unfiltered = filterNames.reduce((asked, name) => withParameter(asked, name, null), call);
      const page = unfiltered === call ? null : pageIn(await ask(unfiltered));
      const asked = filterNames.flatMap((name) => {
        const value = parameterOf(call, name);
        return value === undefined ? [] : [[name, value] as const];
      });
      return {
        connections:
          page?.connections.filter((item) => matches(item, Object.fromEntries(asked))) ?? connections,
      };
    }),
  ),
  ...filterNames.flatMap((name) => [
    filtering(
      `${named(name)}-unknown-finds-nothing`,
      name === 'status' ? 34 : null,
      `An unknown ${name} finds nothing`,
      `input.${name}.unknown`,
      ofRefused(name, () => null),
    ),
    filtering(
      `${named(name)}-unknown-ignored`,
      null,
      `An unknown ${name} is ignored`,
      `input.${name}.unknown`,
      ofRefused(name, () => ''),
    ),
    filtering(
      `${named(name)}-case-ignored`,
      null,
      `The filter ${name} takes capitals for small letters`,
      `input.${name}.other-case`,
      ofRefused(name, (value) => {
        const small = value.toLowerCase();
        return values[name].includes(small) ? small : undefined;
      }),
    ),
    filtering(
      `${named(name)}-empty-ignored`,
      null,
      `An empty ${name} is ignored`,
      `input.${name}.empty`,
      ofRefused(name, (value) => (value === '' ? '' : undefined)),
    ),
    filtering(
      `${named(name)}-first-counts`,
      null,
      `Of a repeated ${name} the first counts`,
      `input.${name}.repeated`,
      () => (call, ask) => {
        const first = new URLSearchParams(call.search).get(name);
        return ask(first === null ? call : withParameter(call, name, first));
      },
    ),
    filtering(
      `${named(name)}-value-refused`,
      null,
      `The ${name} ${values[name].at(-1)} is refused`,
      `input.${name}.each`,
      () => async (call, ask) =>
        parameterOf(call, name) === values[name].at(-1) ? refusal(name, 'is not known') : ask(call),
    ),
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

function filtering(id: string, row: number | null, title: string, check: string, begin: Begin): Mutant {
  return { id, row, title, vendors: ['mielto'], caughtBy: [check], begin };
}
