import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { emptyProfile, graceMilliseconds, type User } from '../../../server/model/user.ts';
import { scenarioUsers } from '../../../spec/scenarios.ts';
import { databases } from '../../support/databases.ts';
import { readAllPages } from './read-all-pages.ts';
import {
  aConnection,
  addressOf,
  newUser,
  newWorkspace,
  sandbox,
  second,
  startOfTest,
  useStore,
} from './use-store.ts';

describe.each(databases)('users, $name', (kind) => {
  const store = useStore(kind);
  const aUser = (of: Partial<User> = {}): User => ({
    id: randomUUID(),
    clientUserId: null,
    email: null,
    profile: emptyProfile,
    isDemo: false,
    createdAt: startOfTest,
    ...of,
  });

  test('a user is read as it was created', async () => {
    const user = aUser();
    expect(await store().users.create(sandbox, user)).toEqual({ kind: 'created', user });
    expect(await store().users.find(sandbox, user.id)).toEqual(user);
    expect(await store().users.find(second, user.id)).toBeNull();
  });

  test('a second user with the same id is refused, and the first stays unchanged', async () => {
    const user = aUser();
    await store().users.create(sandbox, user);
    const again = { ...user, createdAt: '2026-01-01T00:00:00.000Z' };
    expect(await store().users.create(sandbox, again)).toEqual({ kind: 'taken', field: 'id', user });
    expect(await store().users.find(sandbox, user.id)).toEqual(user);
  });

  test('users of different workspaces may have the same id', async () => {
    const user = aUser();
    expect(await store().users.create(sandbox, user)).toMatchObject({ kind: 'created' });
    expect(await store().users.create(second, user)).toMatchObject({ kind: 'created' });
    expect(await store().users.remove(second, user.id)).toBe(true);
    expect(await store().users.find(sandbox, user.id)).toEqual(user);
  });

  test('a user is not created in a workspace that does not exist', async () => {
    expect(await store().users.create('ws_nowhere', aUser())).toEqual({ kind: 'no-workspace' });
  });

  test('concurrent requests for the same id create one user', async () => {
    const user = aUser();
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => store().users.create(sandbox, user)));
    expect(outcomes.filter(({ kind }) => kind === 'created')).toHaveLength(1);
    expect(outcomes.filter(({ kind }) => kind === 'taken')).toHaveLength(7);
  });

  test.each(['clientUserId', 'email'] as const)(
    'no two users of a workspace have the same %s',
    async (field) => {
      const { id: workspaceId } = await newWorkspace(store());
      const user = aUser({ [field]: 'anna@example.com' });
      const other = aUser();
      await store().users.create(workspaceId, user);
      await store().users.create(workspaceId, other);
      const taken = { kind: 'taken', field, user };
      expect(await store().users.create(workspaceId, aUser({ [field]: 'anna@example.com' }))).toEqual(taken);
      expect(await store().users.update(workspaceId, other.id, { [field]: 'anna@example.com' })).toEqual(
        taken,
      );
      expect(await store().users.update(workspaceId, user.id, { [field]: 'anna@example.com' })).toMatchObject(
        {
          kind: 'updated',
        },
      );
    },
  );

  test('concurrent requests for the same client id create one user', async () => {
    const clientUserId = randomUUID();
    const create = () => store().users.create(sandbox, aUser({ clientUserId }));
    const outcomes = await Promise.all(Array.from({ length: 8 }, create));
    expect(outcomes.filter(({ kind }) => kind === 'created')).toHaveLength(1);
  });

  test('a change of a user keeps what it does not name', async () => {
    const user = aUser({
      email: `${randomUUID()}@example.com`,
      profile: { ...emptyProfile, lastName: 'Meier' },
    });
    await store().users.create(sandbox, user);
    const change = { clientUserId: randomUUID(), profile: { firstName: 'Zoë' } };
    await store().users.update(sandbox, user.id, change);
    expect(await store().users.find(sandbox, user.id)).toEqual({
      ...user,
      clientUserId: change.clientUserId,
      profile: { ...user.profile, firstName: 'Zoë' },
    });
    expect(await store().users.findByClientUserId(sandbox, change.clientUserId)).toMatchObject({
      id: user.id,
    });
    expect(await store().users.findByClientUserId(second, change.clientUserId)).toBeNull();
  });

  test('all users with a UUID are listed newest first', async () => {
    const { id: workspaceId } = await newWorkspace(store());
    const at = (minute: number) => new Date(Date.parse(startOfTest) + minute * 60_000).toISOString();
    for (const minute of [2, 3, 1]) await store().users.create(workspaceId, aUser({ createdAt: at(minute) }));
    await store().users.create(workspaceId, aUser({ id: 'not a UUID', createdAt: at(4) }));
    const times = (await store().users.all(workspaceId)).map(({ createdAt }) => createdAt);
    expect(times.slice(0, 3)).toEqual([at(3), at(2), at(1)]);
    expect(times).toEqual(times.toSorted().toReversed());
  });

  test('a user that is deleted with a grace period is gone, and can be restored without its connections', async () => {
    const { id: workspaceId } = await newWorkspace(store());
    const user = aUser({ clientUserId: 'app-user-17', email: 'anna@example.com' });
    await store().users.create(workspaceId, user);
    await store().connections.create(workspaceId, aConnection({ userId: user.id }));
    const users = store().users;
    expect(await users.deleteLater(workspaceId, user.id, startOfTest)).toBe(true);
    expect(await users.deleteLater(workspaceId, user.id, startOfTest)).toBe(false);
    expect(await users.find(workspaceId, user.id)).toBeNull();
    expect(await users.findDeleted(workspaceId, { clientUserId: 'app-user-17' }, startOfTest)).toEqual(user);
    expect(await users.restore(workspaceId, user.id, startOfTest)).toBe('restored');
    expect(await users.restore(workspaceId, user.id, startOfTest)).toBe('no-user');
    expect(await users.find(workspaceId, user.id)).toEqual(user);
    expect(await store().connections.list(workspaceId, user.id, { after: '', limit: 10 })).toEqual([]);
  });

  test('a deleted user is not restored after the grace period, nor while another has its client id', async () => {
    const { id: workspaceId } = await newWorkspace(store());
    const users = store().users;
    const [user, late] = [aUser({ clientUserId: 'app-user-17' }), aUser()];
    for (const { id } of [user, late]) {
      await users.create(workspaceId, { ...aUser(), id, ...(id === user.id ? user : {}) });
      await users.deleteLater(workspaceId, id, startOfTest);
    }
    await users.create(workspaceId, aUser({ clientUserId: 'app-user-17' }));
    const atGrace = (milliseconds: number) => new Date(Date.parse(startOfTest) + milliseconds).toISOString();
    expect(await users.restore(workspaceId, user.id, startOfTest)).toBe('taken');
    expect(
      await users.findDeleted(workspaceId, { userId: late.id }, atGrace(graceMilliseconds)),
    ).not.toBeNull();
    expect(await users.restore(workspaceId, late.id, atGrace(graceMilliseconds + 1))).toBe('no-user');
  });

  test('the pages of the list contain every user once, ordered by id', async () => {
    const { id } = await newWorkspace(store());
    const created = await Promise.all(Array.from({ length: 20 }, () => newUser(store(), id)));
    const ids = (await readAllPages(7, (page) => store().users.list(id, page))).map((user) => user.id);
    expect(ids).toEqual(ids.toSorted());
    expect(ids).toHaveLength(20 + scenarioUsers.length + 1);
    expect(ids).toEqual(expect.arrayContaining(created));
  });

  test("removing a user removes the user's connections", async () => {
    const [userId, other] = [await newUser(store()), await newUser(store())];
    const [gone, kept] = [aConnection({ userId }), aConnection({ userId: other })];
    await store().connections.create(sandbox, gone);
    await store().connections.create(sandbox, kept);

    expect(await store().users.remove(sandbox, userId)).toBe(true);
    expect(await store().users.remove(sandbox, userId)).toBe(false);

    expect(await store().connections.find(addressOf(gone))).toBeNull();
    expect(await store().connections.find(addressOf(kept))).toEqual(kept);
  });
});
