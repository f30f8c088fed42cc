import { describe, expect, test } from 'vitest';
import {
  type ConnectionState,
  connectionStates,
  integrationTypes,
} from '../../../server/model/connection.ts';
import type { ListShape } from '../../../server/store/list-request.ts';
import type { Store } from '../../../server/store/open-store.ts';
import { scenarioUsers } from '../../../spec/scenarios.ts';
import { databases } from '../../support/databases.ts';
import {
  aConnection,
  mieltoShape,
  newUser,
  openWearablesShape,
  requestFor,
  sandbox,
  second,
  useStore,
} from './use-store.ts';

const [pageExample, , everyState] = scenarioUsers;
const everyType = scenarioUsers[7];

const stateFilters: readonly { readonly states: readonly ConnectionState[] }[] = [
  ...connectionStates.map((state) => ({ states: [state] })),
  { states: ['expired', 'revoked', 'error'] },
  { states: connectionStates },
];

describe.each(databases)('connection lists, $name', (kind) => {
  const store = useStore(kind);

  test.each([
    ['created_at', mieltoShape, ['newest', 'a', 'b', 'c', 'oldest']],
    ['updated_at', { ...mieltoShape, newestBy: 'updated_at' }, ['oldest', 'a', 'b', 'c', 'newest']],
  ] satisfies [string, ListShape, string[]][])(
    'a list is sorted by %s, newest first, then by id',
    async (_, shape, want) => {
      const userId = await newUser(store());
      const times = {
        b: ['2025-01-02T00:00:00.000Z', '2025-01-02T00:00:00.000Z'],
        oldest: ['2025-01-01T00:00:00.000Z', '2025-01-02T00:00:00.001Z'],
        c: ['2025-01-02T00:00:00.000Z', '2025-01-02T00:00:00.000Z'],
        newest: ['2025-01-02T00:00:00.001Z', '2025-01-01T00:00:00.000Z'],
        a: ['2025-01-02T00:00:00.000Z', '2025-01-02T00:00:00.000Z'],
      };
      for (const [label, [createdAt = '', updatedAt = '']] of Object.entries(times)) {
        const id = `${label}-${userId}`;
        await store().connections.create(sandbox, aConnection({ userId, id, label, createdAt, updatedAt }));
      }
      const list = await store().listConnections(shape, requestFor(userId));
      expect(list?.connections.map(({ label }) => label)).toEqual(want);
      expect(list?.total).toBe(5);
    },
  );

  test.each(stateFilters)('a list contains only the requested states: $states', async ({ states }) => {
    const found = await statesOf(store(), { ...mieltoShape, states });
    expect(found.toSorted()).toEqual(states.toSorted());
  });

  test.each(integrationTypes)(
    'a list contains only the requested integration type: %s',
    async (integrationType) => {
      const shape = { ...mieltoShape, ofOneType: true };
      const list = await store().listConnections(shape, requestFor(everyType.userId, { integrationType }));
      expect(list?.connections.map((connection) => connection.integrationType)).toEqual([integrationType]);
      expect(list?.total).toBe(1);
    },
  );

  test('a list can be filtered by state and integration type together', async () => {
    const shape: ListShape = { ...mieltoShape, states: ['inactive'], ofOneType: true };
    const ask = (integrationType: 'connectors' | 'mcp') =>
      store().listConnections(shape, requestFor(everyState.userId, { integrationType }));
    expect(await ask('connectors')).toMatchObject({ total: 1, connections: [{ state: 'inactive' }] });
    expect(await ask('mcp')).toEqual({ connections: [], total: 0 });
  });

  test("Open Wearables' list has the order of the example in its reference", async () => {
    const list = await store().listConnections(openWearablesShape, requestFor(pageExample.userId));
    expect(list?.connections.map(({ provider }) => provider)).toEqual(['garmin', 'strava', 'polar']);
  });

  test('a list omits the providers that the vendor does not have', async () => {
    const userId = await newUser(store());
    for (const provider of ['garmin', 'suunto', 'withings', 'slack'])
      await store().connections.create(sandbox, aConnection({ userId, provider }));
    const providersAt = async (shape: ListShape) =>
      (await store().listConnections(shape, requestFor(userId)))?.connections.map(({ provider }) => provider);
    expect((await providersAt(openWearablesShape))?.toSorted()).toEqual(['garmin', 'suunto']);
    expect((await providersAt({ ...openWearablesShape, vendor: 'junction' }))?.toSorted()).toEqual([
      'garmin',
      'withings',
    ]);
    expect(await providersAt(mieltoShape)).toEqual(['slack']);
  });

  test('the list of a user without connections is empty', async () => {
    const userId = await newUser(store());
    expect(await store().listConnections(mieltoShape, requestFor(userId))).toEqual({
      connections: [],
      total: 0,
    });
  });

  test.each([
    ['an unknown id', 'unknown'],
    ['an empty id', ''],
    ['NUL', '\0'],
    ['a known id followed by NUL', `${everyState.userId}\0`],
    ['a lone surrogate', '\ud800'],
    ['an SQL injection', "' or 1 = 1 --"],
    ['a very long id', 'x'.repeat(100_000)],
  ])('the list is null for %s', async (_, userId) => {
    expect(await store().listConnections(mieltoShape, requestFor(userId))).toBeNull();
  });

  test('the list is null for a user of another workspace', async () => {
    const userId = await newUser(store(), second);
    await store().connections.create(second, aConnection({ userId }));
    expect(
      await store().listConnections(mieltoShape, requestFor(userId, { workspaceId: sandbox })),
    ).toBeNull();
    expect(
      await store().listConnections(mieltoShape, requestFor(userId, { workspaceId: second })),
    ).toMatchObject({
      total: 1,
    });
  });

  test('the list is null in a workspace that does not exist', async () => {
    const request = requestFor(everyState.userId, { workspaceId: 'ws_nowhere' });
    expect(await store().listConnections(mieltoShape, request)).toBeNull();
  });
});

async function statesOf(store: Store, shape: ListShape): Promise<ConnectionState[]> {
  const list = await store.listConnections(shape, requestFor(everyState.userId));
  expect(list?.total).toBe(list?.connections.length);
  return list?.connections.map(({ state }) => state) ?? [];
}
