import { operationOf, readContract } from '../../contract/contract.ts';
import type { MediaType } from '../../contract/operation.ts';
import { type ScenarioName, scenarioUsers } from '../../spec/scenarios.ts';
import type { Vendor } from '../../spec/vendors.ts';
import type { Expectation, KnownUser } from '../session/api-target.ts';
import { type VendorRules, valueAt } from '../vendors/vendor-rules.ts';
import { vendorRulesOf } from '../vendors/vendor-rules-of.ts';

/** The users that are asked for at each API. The first is asked most: it has several items and letters in its id. */
const asked: Readonly<Record<Vendor, readonly ScenarioName[]>> = {
  'open-wearables': ['page-example', 'every-state', 'every-error', 'awkward-text', 'never-synced'],
  junction: [
    'page-example',
    'every-state',
    'every-error',
    'junction-connected',
    'junction-deregistered',
    'awkward-text',
    'never-synced',
  ],
  mielto: ['every-state', 'every-integration-type', 'page-example', 'many-connections'],
};

/** The example of the contract that tells how many there are of what it does not list whole. */
const countedBy: Readonly<Partial<Record<ScenarioName, string>>> = {
  'many-connections': 'first-page-of-many',
};

/** The scenario users of an API, each with what the contract's own example of that name shows. */
export function sandboxUsers(vendor: Vendor): readonly KnownUser[] {
  const rules = vendorRulesOf(vendor);
  const examples = listExamples(vendor);
  return asked[vendor].map((name) => {
    const expect = expectationOf(name, examples, rules);
    return { id: scenarioId(name), ...(expect === null ? {} : { expect }) };
  });
}

/** The id of a scenario user. */
export function scenarioId(name: ScenarioName): string {
  const found = scenarioUsers.find((user) => user.name === name);
  if (found === undefined) throw new Error(`No scenario is called ${name}. Add it to spec/scenarios.ts.`);
  return found.userId;
}

function expectationOf(
  name: ScenarioName,
  examples: ReadonlyMap<string, unknown>,
  rules: VendorRules,
): Expectation | null {
  const items = valueAt(examples.get(name), rules.itemsAt);
  if (!Array.isArray(items)) {
    const total = valueAt(examples.get(countedBy[name] ?? ''), `/${rules.paging?.total}`);
    return typeof total === 'number' ? { count: total } : null;
  }
  const states = Map.groupBy(items, (item) => String(valueAt(item, `/${rules.status}`)));
  return {
    count: items.length,
    slugs: items.map((item) => String(valueAt(item, `/${rules.slug}`))),
    states: Object.fromEntries([...states].map(([state, alike]) => [state, alike.length])),
  };
}

/** The named examples of the answer that is a list. */
function listExamples(vendor: Vendor): ReadonlyMap<string, unknown> {
  const operation = operationOf(readContract(vendor), vendorRulesOf(vendor).operationId);
  const content = operation.responses.get(200)?.content ?? new Map<string, MediaType>();
  return new Map([...content.values()].flatMap(({ examples }) => [...examples]));
}
