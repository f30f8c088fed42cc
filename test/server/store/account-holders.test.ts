import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { connectionsOfScenarioUsers } from '../../../server/scenarios/workspace-seed.ts';
import type { Store } from '../../../server/store/open-store.ts';
import { scenarioUsers } from '../../../spec/scenarios.ts';
import { databases } from '../../support/databases.ts';
import { aConnection, newUser, newWorkspace, startOfTest, useStore } from './use-store.ts';

const [pageExample] = scenarioUsers;
const [garmin] = connectionsOfScenarioUsers.get(pageExample.userId) ?? [];
if (garmin?.externalId == null) throw new Error('The scenario page-example has no account.');
const account = { provider: garmin.provider, externalId: garmin.externalId };

async function connect(store: Store, workspaceId: string, of: { provider: string; externalId: string }) {
  const userId = await newUser(store, workspaceId);
  await store.connections.create(workspaceId, aConnection({ userId, ...of }));
  return userId;
}

describe.each(databases)('the holders of an account, $name', (kind) => {
  const store = useStore(kind);
  const holdersIn = async (workspaceId: string, of = account) =>
    (await store().findAccountHolders({ workspaceId, ...of })).map(({ userId }) => userId);

  test('are all users with a connection to it, also a scenario user, ordered by id', async () => {
    const { id } = await newWorkspace(store());
    expect(await holdersIn(id)).toEqual([pageExample.userId]);
    const others = [await connect(store(), id, account), await connect(store(), id, account)];
    expect(await holdersIn(id)).toEqual([pageExample.userId, ...others].toSorted());
  });

  test('have the state of their own connection', async () => {
    const { id: workspaceId } = await newWorkspace(store());
    const userId = await connect(store(), workspaceId, account);
    const address = { workspaceId, userId: pageExample.userId, connectionId: garmin.id };
    await store().connections.transition(address, { type: 'revoke' }, startOfTest);
    const holders = await store().findAccountHolders({ workspaceId, ...account });
    expect(holders.map((holder) => [holder.userId, holder.state])).toEqual(
      [
        [pageExample.userId, 'revoked'],
        [userId, 'active'],
      ].toSorted(),
    );
    expect(holders.find((holder) => holder.userId === pageExample.userId)?.cause).not.toBeNull();
  });

  test('are never users of another workspace, of another provider or of another account', async () => {
    const [{ id }, { id: other }] = [await newWorkspace(store()), await newWorkspace(store())];
    await connect(store(), other, account);
    await connect(store(), id, { ...account, provider: 'oura' });
    await connect(store(), id, { ...account, externalId: `${account.externalId}0` });
    expect(await holdersIn(id)).toEqual([pageExample.userId]);
  });

  test('are gone with their user', async () => {
    const { id } = await newWorkspace(store());
    const userId = await connect(store(), id, account);
    for (const removed of [pageExample.userId, userId]) await store().users.remove(id, removed);
    expect(await holdersIn(id)).toEqual([]);
  });

  test.each(['constructor', '', 'x'.repeat(255), `${account.externalId} `, '\0'])(
    'do not exist for the account %o, which no user has',
    async (externalId) => {
      const { id } = await newWorkspace(store());
      expect(await holdersIn(id, { ...account, externalId })).toEqual([]);
      expect(await holdersIn(randomUUID())).toEqual([]);
    },
  );
});
