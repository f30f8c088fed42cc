import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
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
  const aUser = () => ({ id: randomUUID(), createdAt: startOfTest });

  test('a user is read as it was created', async () => {
    const user = aUser();
    expect(await store().users.create(sandbox, user)).toBe('created');
    expect(await store().users.find(sandbox, user.id)).toEqual(user);
    expect(await store().users.find(second, user.id)).toBeNull();
  });

  test('a second user with the same id is refused, and the first stays unchanged', async () => {
    const user = aUser();
    await store().users.create(sandbox, user);
    expect(await store().users.create(sandbox, { ...user, createdAt: '2026-01-01T00:00:00.000Z' })).toBe(
      'exists',
    );
    expect(await store().users.find(sandbox, user.id)).toEqual(user);
  });

  test('users of different workspaces may have the same id', async () => {
    const user = aUser();
    expect(await store().users.create(sandbox, user)).toBe('created');
    expect(await store().users.create(second, user)).toBe('created');
    expect(await store().users.remove(second, user.id)).toBe(true);
    expect(await store().users.find(sandbox, user.id)).toEqual(user);
  });

  test('a user is not created in a workspace that does not exist', async () => {
    expect(await store().users.create('ws_nowhere', aUser())).toBe('no-workspace');
  });

  test('concurrent requests for the same id create one user', async () => {
    const user = aUser();
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => store().users.create(sandbox, user)));
    expect(outcomes.filter((outcome) => outcome === 'created')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'exists')).toHaveLength(7);
  });

  test('the pages of the list contain every user once, ordered by id', async () => {
    const { id } = await newWorkspace(store());
    const created = await Promise.all(Array.from({ length: 20 }, () => newUser(store(), id)));
    const ids = (await readAllPages(7, (page) => store().users.list(id, page))).map((user) => user.id);
    expect(ids).toEqual(ids.toSorted());
    expect(ids).toHaveLength(20 + 11);
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
