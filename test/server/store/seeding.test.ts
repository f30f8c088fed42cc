import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { defaultWorkspaces } from '../../../server/scenarios/default-workspaces.ts';
import { vendorApis } from '../../../server/vendors/vendor-apis.ts';
import { type ScenarioName, scenarioUsers, unknownUser } from '../../../spec/scenarios.ts';
import { vendors } from '../../../spec/vendors.ts';
import { databases } from '../../support/databases.ts';
import { mieltoShape, now, openWearablesShape, requestFor, startOfTest, useStore } from './use-store.ts';

/** How many connections each vendor lists: Open Wearables, Junction, Mielto. */
const counts: Readonly<Record<ScenarioName, readonly [number, number, number]>> = {
  'page-example': [3, 3, 2],
  'no-connections': [0, 0, 0],
  'every-state': [6, 5, 6],
  'every-error': [7, 8, 0],
  'never-synced': [1, 1, 1],
  'junction-connected': [1, 1, 0],
  'junction-deregistered': [1, 1, 0],
  'every-integration-type': [0, 0, 7],
  'many-connections': [0, 0, 1200],
  'awkward-text': [3, 3, 3],
  'values-of-tomorrow': [3, 3, 1],
};

const users = defaultWorkspaces.flatMap(({ id: workspaceId, ownUserId }) => [
  ...scenarioUsers.map(({ name, userId }) => ({ workspaceId, name, userId, want: counts[name] })),
  { workspaceId, name: 'own user', userId: ownUserId, want: [1, 1, 1] as const },
]);

describe.each(databases)('a new store, $name', (kind) => {
  const store = useStore(kind);

  test('contains the default workspaces', async () => {
    const { workspaces } = store();
    expect(await workspaces.list({ after: '', limit: 10 })).toEqual(
      defaultWorkspaces.map(({ id, name, ownUserId, editions }) => ({
        id,
        name,
        ownUserId,
        editions,
        createdAt: startOfTest,
      })),
    );
  });

  test.each(defaultWorkspaces)('has the scenario users and one own user in $id', async (workspace) => {
    const found = await store().users.list(workspace.id, { after: '', limit: 100 });
    const want = [...scenarioUsers.map(({ userId }) => userId), workspace.ownUserId].sort();
    expect(found?.map(({ id }) => id)).toEqual(want);
  });

  test.each(users)(
    'lists the connections of $name in $workspaceId',
    async ({ workspaceId, userId, want }) => {
      const request = { caller: { workspaceId }, path: { user_id: userId }, header: () => undefined };
      const context = { store: store(), now: () => startOfTest, newId: randomUUID };
      const answers = vendors.map(({ vendor, list }) => {
        const query = { skip: 0, limit: 1000 };
        return vendorApis[vendor].handlers[list.operationId]?.({ ...request, query } as never, context);
      });
      const [first, second, third] = (await Promise.all(answers)).map((answer) => answer?.body);
      expect(first).toHaveLength(want[0]);
      expect(second).toHaveProperty('providers.length', want[1]);
      expect(third).toMatchObject({ total: want[2], page: 1, size: 1000 });
      expect(third).toHaveProperty('connections.length', Math.min(want[2], 1000));
    },
  );

  test.each(defaultWorkspaces)('does not contain the unknown user in $id', async ({ id: workspaceId }) => {
    const request = requestFor(unknownUser.userId, { workspaceId });
    expect(await store().listConnections(openWearablesShape, request)).toBeNull();
    expect(await store().listConnections(mieltoShape, request)).toBeNull();
  });

  test("shows a workspace's own user only in that workspace", async () => {
    const [first, second] = defaultWorkspaces;
    for (const [workspaceId, userId] of [
      [first.id, second.ownUserId],
      [second.id, first.ownUserId],
    ] as const) {
      const request = requestFor(userId, { workspaceId });
      expect(await store().listConnections(openWearablesShape, request)).toBeNull();
      expect(await store().users.find(workspaceId, userId)).toBeNull();
    }
  });

  test.each(vendors)('accepts the keys of $vendor, but not the revoked key', async ({ vendor }) => {
    const [first, second] = defaultWorkspaces;
    const { findWorkspaceByKey } = store();
    const ownerOf = async (key: string) => (await findWorkspaceByKey(vendor, key))?.workspaceId;
    expect(await ownerOf(first.keys[vendor])).toBe(first.id);
    expect(await ownerOf(second.keys[vendor])).toBe(second.id);
    expect(await ownerOf(first.revokedKeys[vendor])).toBeUndefined();
  });

  test('has no timestamp in the future', async () => {
    for (const { userId } of scenarioUsers) {
      for (const { createdAt, updatedAt, lastSyncedAt } of (await store().connections.list(
        'ws_sandbox',
        userId,
        { after: '', limit: 1000 },
      )) ?? []) {
        expect(createdAt <= updatedAt).toBe(true);
        expect((lastSyncedAt ?? updatedAt) <= updatedAt).toBe(true);
        expect(updatedAt <= now()).toBe(true);
      }
    }
  });
});
