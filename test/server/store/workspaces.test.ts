import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { defaultWorkspaces } from '../../../server/scenarios/default-workspaces.ts';
import { openStore } from '../../../server/store/open-store.ts';
import { scenarioUsers } from '../../../spec/scenarios.ts';
import { databases } from '../../support/databases.ts';
import { readAllPages } from './read-all-pages.ts';
import {
  aConnection,
  mieltoShape,
  newUser,
  newWorkspace,
  now,
  openWearablesShape,
  requestFor,
  sandbox,
  startOfTest,
  useStore,
} from './use-store.ts';

const [pageExample] = scenarioUsers;

describe.each(databases)('workspaces, $name', (kind) => {
  const store = useStore(kind);

  test('a workspace is read as it was created, without its keys', async () => {
    const { keys: _, developerTokens: __, ...workspace } = await newWorkspace(store());
    expect(await store().workspaces.find(workspace.id)).toEqual(workspace);
  });

  test('every workspace contains the scenario users under the same ids, and one own user', async () => {
    const { id: workspaceId, ownUserId } = await newWorkspace(store());
    const users = await store().users.list(workspaceId, { after: '', limit: 100 });
    expect(users?.map(({ id }) => id)).toEqual(
      [...scenarioUsers.map(({ userId }) => userId), ownUserId].sort(),
    );
    const here = await store().listConnections(
      openWearablesShape,
      requestFor(pageExample.userId, { workspaceId }),
    );
    const there = await store().listConnections(openWearablesShape, requestFor(pageExample.userId));
    expect(here?.connections).toEqual(there?.connections);
    expect(await store().users.find(sandbox, ownUserId)).toBeNull();
  });

  test('the pages of the list contain every workspace once, ordered by id', async () => {
    const created = await Promise.all(Array.from({ length: 5 }, () => newWorkspace(store())));
    const ids = (await readAllPages(2, (page) => store().workspaces.list(page))).map(({ id }) => id);
    expect(ids).toEqual(ids.toSorted());
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining([sandbox, ...created.map(({ id }) => id)]));
  });

  test('a second workspace with the same id is refused, and the first stays unchanged', async () => {
    const workspace = await newWorkspace(store());
    await expect(store().workspaces.create({ ...workspace, ownUserId: randomUUID() })).rejects.toThrow();
    expect(await store().workspaces.find(workspace.id)).toMatchObject({ ownUserId: workspace.ownUserId });
  });

  test('removing a workspace removes its users and connections', async () => {
    const { id: workspaceId } = await newWorkspace(store());
    const userId = await newUser(store(), workspaceId);
    await store().connections.create(workspaceId, aConnection({ userId }));

    expect(await store().workspaces.remove(workspaceId)).toBe(true);
    expect(await store().workspaces.remove(workspaceId)).toBe(false);

    expect(await store().workspaces.find(workspaceId)).toBeNull();
    expect(await store().users.list(workspaceId, { after: '', limit: 100 })).toBeNull();
    expect(await store().connections.list(workspaceId, userId, { after: '', limit: 100 })).toBeNull();
    expect(await store().listConnections(mieltoShape, requestFor(pageExample.userId))).toMatchObject({
      total: 2,
    });
  });
});

describe.each(databases)('a reset, $name', (kind) => {
  test('restores exactly the initial data', async () => {
    const database = await kind.create();
    const later = '2025-07-01T00:00:00.000Z';
    const clock = { time: startOfTest };
    const store = await openStore({ data: database.data, now: () => clock.time });
    const all = { after: '', limit: 100 };
    const before = await store.connections.list(sandbox, pageExample.userId, all);
    const workspace = await newWorkspace(store);
    await store.users.remove(sandbox, pageExample.userId);
    await store.workspaces.remove('ws_second');
    clock.time = later;

    await store.reset();

    expect(await store.workspaces.list(all)).toEqual(
      defaultWorkspaces.map(({ id, name, ownUserId, editions }) => ({
        id,
        name,
        ownUserId,
        editions,
        createdAt: later,
      })),
    );
    expect(await store.workspaces.find(workspace.id)).toBeNull();
    expect(await store.connections.list(sandbox, pageExample.userId, all)).toEqual(before);
    const found = await store.findWorkspaceByKey('mielto', 'mielto_sandbox_token');
    expect(found).toMatchObject({ publicId: sandbox });
    expect(await store.findWorkspaceByKey('mielto', workspace.keys.mielto)).toBeNull();
    await store.close();
    await database.dispose();
  });

  test('can run concurrently with other resets and with reads', async () => {
    const database = await kind.create();
    const store = await openStore({ data: database.data, now });
    const lists = () => store.listConnections(openWearablesShape, requestFor(pageExample.userId));
    const seen = await Promise.all([store.reset(), lists(), store.reset(), lists(), store.reset(), lists()]);
    for (const list of seen.filter((result) => result !== undefined)) expect(list?.total).toBe(3);
    expect(await store.workspaces.list({ after: '', limit: 10 })).toHaveLength(3);
    await store.close();
    await database.dispose();
  });
});
