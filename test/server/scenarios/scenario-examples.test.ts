import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../../server/start-server.ts';
import { scenarioUsers } from '../../../spec/scenarios.ts';
import { documentedExamples } from '../../support/documented-examples.ts';
import { ask } from '../../support/raw-http.ts';
import { listPath, validKey } from '../../support/vendor-calls.ts';

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const examples = documentedExamples().filter(({ status }) => status === 200);
const ofScenarios = examples.flatMap((example) => {
  const user = scenarioUsers.find(({ name }) => name === example.name);
  return user === undefined ? [] : [{ ...example, path: listPath(example.vendor, user.userId) }];
});

/** The requests that the summaries of the other examples describe. */
const ofQueries = [
  { name: 'filtered-page', scenario: 'every-state', query: 'status=inactive' },
  { name: 'first-page-of-many', scenario: 'many-connections', query: 'limit=2' },
  { name: 'past-the-end', scenario: 'many-connections', query: 'skip=5000' },
].flatMap(({ name, scenario, query }) => {
  const user = scenarioUsers.find((candidate) => candidate.name === scenario);
  return examples
    .filter((example) => example.name === name)
    .map((example) => ({ ...example, path: `${listPath(example.vendor, user?.userId ?? '')}?${query}` }));
});

test.each([...ofScenarios, ...ofQueries])(
  '$vendor answers the example $name',
  async ({ vendor, path, value }) => {
    const { status, json } = await ask(server.url, { path, headers: validKey(vendor) });
    expect({ status, json }).toEqual({ status: 200, json: value });
  },
);

test('every example of a list is compared', () => {
  const names = (of: readonly { vendor: string; name: string }[]) =>
    of.map(({ vendor, name }) => `${vendor} ${name}`).sort();
  expect(names([...ofScenarios, ...ofQueries])).toEqual(names(examples));
  expect(names(ofScenarios)).toEqual([
    'junction every-error',
    'junction every-state',
    'junction junction-connected',
    'junction junction-deregistered',
    'junction never-synced',
    'junction no-connections',
    'junction page-example',
    'mielto every-integration-type',
    'mielto every-state',
    'mielto never-synced',
    'mielto no-connections',
    'mielto page-example',
    'open-wearables every-error',
    'open-wearables every-state',
    'open-wearables never-synced',
    'open-wearables no-connections',
    'open-wearables page-example',
  ]);
});
