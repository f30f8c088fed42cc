import { parameterOf, withParameter } from '../../proxy/call.ts';
import type { Mutant } from '../../proxy/mutant.ts';
import { filterNames, pageIn, useFirstValue, withPage } from '../kit/page.ts';
import { queryMutant, refusal } from './query-mutant.ts';

type Begin = Mutant['begin'];
type Filter = (typeof filterNames)[number];

/** The documented values of each filter. */
const values: Readonly<Record<Filter, readonly string[]>> = {
  status: ['active', 'inactive', 'testing', 'error', 'expired'],
  integration_type: ['connectors', 'mcp', 'tool', 'model', 'custom', 'storage', 'api'],
};

/** Filter values that are accepted or refused in violation of the contract. */
export const filterValueMutants: readonly Mutant[] = filterNames.flatMap((name) => [
  queryMutant({
    id: `${idOf(name)}-unknown-finds-nothing`,
    title: `An unknown ${name} returns an empty page`,
    check: `${name}.unknown`,
    begin: acceptRefused(name, () => null),
  }),
  queryMutant({
    id: `${idOf(name)}-unknown-ignored`,
    title: `An unknown ${name} is ignored`,
    check: `${name}.unknown`,
    begin: acceptRefused(name, () => ''),
  }),
  queryMutant({
    id: `${idOf(name)}-case-ignored`,
    title: `The filter ${name} accepts upper case`,
    check: `${name}.other-case`,
    begin: acceptRefused(name, (value) => {
      const small = value.toLowerCase();
      return values[name].includes(small) ? small : undefined;
    }),
  }),
  queryMutant({
    id: `${idOf(name)}-empty-ignored`,
    title: `An empty ${name} is ignored`,
    check: `${name}.empty`,
    begin: acceptRefused(name, (value) => (value === '' ? '' : undefined)),
  }),
  queryMutant({
    id: `${idOf(name)}-first-counts`,
    title: `If ${name} is repeated, the first value wins`,
    check: `${name}.repeated`,
    begin: useFirstValue(name),
  }),
  queryMutant({
    id: `${idOf(name)}-value-refused`,
    title: `The ${name} ${values[name].at(-1)} is refused`,
    check: `${name}.each`,
    begin: () => async (call, ask) =>
      parameterOf(call, name) === values[name].at(-1) ? refusal(name, 'is not known') : ask(call),
  }),
]);

/**
 * Accepts a value that the upstream server refuses, by the result of `other`: a string is used in place of the value, an
 * empty string removes the filter, null returns an empty page, and undefined keeps the refusal.
 */
function acceptRefused(name: Filter, other: (value: string) => string | null | undefined): Begin {
  return () => async (call, ask) => {
    const answer = await ask(call);
    const value = parameterOf(call, name);
    if (answer.status !== 422 || value === undefined || values[name].includes(value)) return answer;
    const replacement = other(value);
    if (replacement === undefined) return answer;
    const accepted = await ask(withParameter(call, name, replacement === '' ? null : replacement));
    const page = pageIn(accepted);
    if (replacement !== null || page === null) return accepted;
    return withPage(accepted, { items: [], total: 0 });
  };
}

function idOf(name: Filter): string {
  return name.replace('_', '-');
}
