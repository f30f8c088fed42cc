import { parameterOf, withParameter } from '../../proxy/call.ts';
import type { Mutant } from '../../proxy/mutant.ts';
import { filterNames, firstOf, pageIn, withPage } from '../kit/page.ts';
import { queryMutant, refusal } from './query-mutant.ts';

type Begin = Mutant['begin'];
type Filter = (typeof filterNames)[number];

/** What each filter can ask for. */
const values: Readonly<Record<Filter, readonly string[]>> = {
  status: ['active', 'inactive', 'testing', 'error', 'expired'],
  integration_type: ['connectors', 'mcp', 'tool', 'model', 'custom', 'storage', 'api'],
};

/** Values of filters that are accepted or refused against the contract. */
export const filterValueMutants: readonly Mutant[] = filterNames.flatMap((name) => [
  queryMutant({
    id: `${named(name)}-unknown-finds-nothing`,
    title: `An unknown ${name} finds nothing`,
    check: `${name}.unknown`,
    begin: ofRefused(name, () => null),
  }),
  queryMutant({
    id: `${named(name)}-unknown-ignored`,
    title: `An unknown ${name} is ignored`,
    check: `${name}.unknown`,
    begin: ofRefused(name, () => ''),
  }),
  queryMutant({
    id: `${named(name)}-case-ignored`,
    title: `The filter ${name} takes capitals for small letters`,
    check: `${name}.other-case`,
    begin: ofRefused(name, (value) => {
      const small = value.toLowerCase();
      return values[name].includes(small) ? small : undefined;
    }),
  }),
  queryMutant({
    id: `${named(name)}-empty-ignored`,
    title: `An empty ${name} is ignored`,
    check: `${name}.empty`,
    begin: ofRefused(name, (value) => (value === '' ? '' : undefined)),
  }),
  queryMutant({
    id: `${named(name)}-first-counts`,
    title: `Of a repeated ${name} the first counts`,
    check: `${name}.repeated`,
    begin: firstOf(name),
  }),
  queryMutant({
    id: `${named(name)}-value-refused`,
    title: `The ${name} ${values[name].at(-1)} is refused`,
    check: `${name}.each`,
    begin: () => async (call, ask) =>
      parameterOf(call, name) === values[name].at(-1) ? refusal(name, 'is not known') : ask(call),
  }),
]);

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
    return withPage(asked, { items: [], total: 0 });
  };
}

function named(name: Filter): string {
  return name.replace('_', '-');
}
