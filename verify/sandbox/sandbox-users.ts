import { listOperationOf } from '../../contract/contract.ts';
import type { MediaType } from '../../contract/operation.ts';
import { type ScenarioName, scenarioUsers } from '../../spec/scenarios.ts';
import type { Vendor } from '../../spec/vendors.ts';
import type { Expectation, KnownUser } from '../session/api-target.ts';
import { referenceListOf } from '../vendors/list-rules-of.ts';
import { valueAt } from '../vendors/vendor-rules.ts';
import { vendorRulesOf } from '../vendors/vendor-rules-of.ts';

/** The scenario users of an API, in an edition if one is given. What to expect of each comes from the contract's example of the same name. */
export function sandboxUsers(vendor: Vendor, edition?: string): readonly KnownUser[] {
  const examples = listExamples(vendor, edition);
  return vendorRulesOf[vendor].sandboxUsers.map((name) => {
    const expect = expectationOf(vendor, name, examples);
    return { id: scenarioId(name), ...(expect === null ? {} : { expect }) };
  });
}

/** The id of a scenario user. */
export function scenarioId(name: ScenarioName): string {
  const found = scenarioUsers.find((user) => user.name === name);
  if (found === undefined) throw new Error(`There is no scenario ${name}. Add it to spec/scenarios.ts.`);
  return found.userId;
}

function expectationOf(
  vendor: Vendor,
  name: ScenarioName,
  examples: ReadonlyMap<string, unknown>,
): Expectation | null {
  const rules = referenceListOf(vendor);
  const items = valueAt(examples.get(name), rules.itemsAt);
  if (!Array.isArray(items)) {
    const counted = examples.get(vendorRulesOf[vendor].countedBy?.[name] ?? '');
    const total = valueAt(counted, `/${rules.paging?.total}`);
    return typeof total === 'number' ? { count: total } : null;
  }
  const states = Map.groupBy(items, (item) => String(valueAt(item, `/${rules.status}`)));
  return {
    count: items.length,
    slugs: items.map((item) => String(valueAt(item, `/${rules.slug}`))),
    states: Object.fromEntries([...states].map(([state, group]) => [state, group.length])),
  };
}

/** The named examples of the list response. */
function listExamples(vendor: Vendor, edition: string | undefined): ReadonlyMap<string, unknown> {
  const content =
    listOperationOf(vendor, edition).responses.get(200)?.content ?? new Map<string, MediaType>();
  return new Map([...content.values()].flatMap(({ examples }) => [...examples]));
}
