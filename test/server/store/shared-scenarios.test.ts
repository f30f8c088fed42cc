import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { connectionStates, integrationTypes } from '../../../server/model/connection.ts';
import { connectionsOfScenarioUsers } from '../../../server/scenarios/workspace-seed.ts';
import type { Store } from '../../../server/store/open-store.ts';
import { scenarioUsers } from '../../../spec/scenarios.ts';
import { vendors } from '../../../spec/vendors.ts';
import { databases } from '../../support/databases.ts';
import { aConnection, newUser, newWorkspace, requestFor, startOfTest, useStore } from './use-store.ts';

const [pageExample] = scenarioUsers;
const [shared] = connectionsOfScenarioUsers.get(pageExample.userId) ?? [];
if (shared === undefined) throw new Error('The scenario page-example has no connections.');
const all = { after: '', limit: 5000 };

/** A workspace that has its own rows of all scenario users, although nothing visible has changed. */
async function workspaceWithRows(store: Store): Promise<string> {
  const { id: workspaceId } = await newWorkspace(store);
  for (const { userId } of scenarioUsers) {
    const removed = await store.connections.remove({ workspaceId, userId, connectionId: randomUUID() });
    expect(removed).toBe(false);
  }
  return workspaceId;
}

describe.each(databases)('the connections of scenario users, $name', (kind) => {
  const store = useStore(kind);

  test('are listed in the same way whether a workspace shares them or has rows of its own', async () => {
    const { id: sharing } = await newWorkspace(store());
    const owning = await workspaceWithRows(store());
    const state = fc.constantFrom(...connectionStates);
    const shape = fc.record(
      {
        vendor: fc.constantFrom(...vendors.map(({ vendor }) => vendor)),
        newestBy: fc.constantFrom('created_at' as const, 'updated_at' as const),
        states: fc.uniqueArray(state, { minLength: 1 }),
        ofOneType: fc.boolean(),
      },
      { requiredKeys: ['vendor', 'newestBy'] },
    );
    const request = fc.record({
      userId: fc.constantFrom(...scenarioUsers.map(({ userId }) => userId)),
      integrationType: fc.constantFrom(...integrationTypes),
      skip: fc.oneof(fc.constant(0), fc.nat(1300)),
      limit: fc.integer({ min: 1, max: 1000 }),
    });
    let listed = 0;
    await fc.assert(
      fc.asyncProperty(shape, request, async (shape, request) => {
        const list = (workspaceId: string) =>
          store().listConnections(shape, requestFor(request.userId, { ...request, workspaceId }));
        const want = await list(owning);
        expect(await list(sharing)).toEqual(want);
        listed += want?.connections.length ?? 0;
      }),
      { numRuns: 150 },
    );
    expect(listed).toBeGreaterThan(0);
  });

  test('hold the same accounts whether a workspace shares them or has rows of its own', async () => {
    const { id: sharing } = await newWorkspace(store());
    const owning = await workspaceWithRows(store());
    const workspaces = [sharing, owning];
    const userIds = [randomUUID(), randomUUID()];
    for (const workspaceId of workspaces)
      for (const id of userIds) await store().users.create(workspaceId, { id, createdAt: startOfTest });
    const known = [...connectionsOfScenarioUsers.values()]
      .flat()
      .flatMap(({ provider, externalId }) => (externalId === null ? [] : [{ provider, externalId }]));
    const account = fc.oneof(
      fc.constantFrom(...known),
      fc.record({ provider: fc.constantFrom('garmin', 'oura'), externalId: fc.constantFrom('1', '00001') }),
    );
    const connected = fc.record({
      account,
      userId: fc.constantFrom(...userIds),
      state: fc.constantFrom(...connectionStates),
    });
    let held = 0;
    await fc.assert(
      fc.asyncProperty(account, connected, async (asked, { account, userId, state }) => {
        const connection = aConnection({ ...account, userId, state, integrationType: 'custom' });
        for (const workspaceId of workspaces) await store().connections.create(workspaceId, connection);
        const [one, other] = await Promise.all(
          workspaces.map((workspaceId) => store().findAccountHolders({ workspaceId, ...asked })),
        );
        expect(one).toEqual(other);
        held += one?.length ?? 0;
      }),
      { numRuns: 60 },
    );
    expect(held).toBeGreaterThan(0);
  });

  test.each(scenarioUsers)('are read one by one and by pages in the same way: $name', async ({ userId }) => {
    const { id: sharing } = await newWorkspace(store());
    const owning = await workspaceWithRows(store());
    const { connections } = store();
    const listed = await connections.list(sharing, userId, all);
    expect(listed).toEqual(await connections.list(owning, userId, all));
    const after = listed?.at(0)?.id ?? '';
    const page = { after, limit: 3 };
    expect(await connections.list(sharing, userId, page)).toEqual(
      await connections.list(owning, userId, page),
    );
    for (const { id: connectionId } of [...(listed ?? []).slice(0, 3), { id: randomUUID() }]) {
      const [one, other] = await Promise.all(
        [sharing, owning].map((workspaceId) => connections.find({ workspaceId, userId, connectionId })),
      );
      expect(one).toEqual(other);
    }
  });

  test('change in one workspace only', async () => {
    const [{ id: changed }, { id: other }] = [await newWorkspace(store()), await newWorkspace(store())];
    const address = { workspaceId: changed, userId: pageExample.userId, connectionId: shared.id };
    await store().connections.transition(address, { type: 'deactivate' }, startOfTest);
    expect(await store().connections.find(address)).toMatchObject({ state: 'inactive' });
    expect(await store().connections.find({ ...address, workspaceId: other })).toEqual(shared);
    const listed = await store().connections.list(changed, pageExample.userId, all);
    expect(listed).toHaveLength(5);
  });

  test('keep their ids, which no other user of the workspace can take', async () => {
    const { id: workspaceId } = await newWorkspace(store());
    const taken = aConnection({ userId: await newUser(store(), workspaceId), id: shared.id });
    expect(await store().connections.create(workspaceId, taken)).toBe('exists');
    const address = { workspaceId, userId: pageExample.userId, connectionId: shared.id };
    expect(await store().connections.remove(address)).toBe(true);
    expect(await store().connections.create(workspaceId, taken)).toBe('created');
  });

  test('are gone with their user, also if a user with the same id is created', async () => {
    const { id: workspaceId } = await newWorkspace(store());
    const { userId } = pageExample;
    expect(await store().users.remove(workspaceId, userId)).toBe(true);
    expect(await store().connections.list(workspaceId, userId, all)).toBeNull();
    await store().users.create(workspaceId, { id: userId, createdAt: startOfTest });
    expect(await store().connections.list(workspaceId, userId, all)).toEqual([]);
  });
});
