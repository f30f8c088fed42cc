import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { databases } from '../../support/databases.ts';
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
import { walk } from './walk.ts';

describe.each(databases)('users, $name', (kind) => {
  const store = useStore(kind);
  const aUser = () => ({ id: randomUUID(), createdAt: startOfTest });

  test('are found as they were made', async () => {
    const user = aUser();
    expect(await store().users.create(sandbox, user)).toBe('created');
    expect(await store().users.find(sandbox, user.id)).toEqual(user);
    expect(await store().users.find(second, user.id)).toBeNull();
  });

  test('are made once under one id, and keep what they were', async () => {
    const user = aUser();
    await store().users.create(sandbox, user);
    expect(await store().users.create(sandbox, { ...user, createdAt: '2026-01-01T00:00:00.000Z' })).toBe(
      'exists',
    );
    expect(await store().users.find(sandbox, user.id)).toEqual(user);
  });

  test('may have the same id in another workspace', async () => {
    const user = aUser();
    expect(await store().users.create(sandbox, user)).toBe('created');
    expect(await store().users.create(second, user)).toBe('created');
    expect(await store().users.remove(second, user.id)).toBe(true);
    expect(await store().users.find(sandbox, user.id)).toEqual(user);
  });

  test('are not made in a workspace that does not exist', async () => {
    expect(await store().users.create('ws_nowhere', aUser())).toBe('no-workspace');
  });

  test('are made once where two ask at once', async () => {
    const user = aUser();
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => store().users.create(sandbox, user)));
    expect(outcomes.filter((outcome) => outcome === 'created')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'exists')).toHaveLength(7);
  });

  test('are listed by id, page by page, each once', async () => {
    const { id } = await newWorkspace(store());
    const made = await Promise.all(Array.from({ length: 20 }, () => newUser(store(), id)));
    const ids = (await walk(7, (page) => store().users.list(id, page))).map((user) => user.id);
    expect(ids).toEqual(ids.toSorted());
    expect(ids).toHaveLength(20 + 11);
    expect(ids).toEqual(expect.arrayContaining(made));
  });

  test('take their connections with them when they are removed', async () => {
    const [userId, other] = [await newUser(store()), await newUser(store())];
    const [gone, kept] = [aConnection({ userId }), aConnection({ userId: other })];
    await store().connections.create(gone);
    await store().connections.create(kept);

    expect(await store().users.remove(sandbox, userId)).toBe(true);
    expect(await store().users.remove(sandbox, userId)).toBe(false);

    expect(await store().connections.find(addressOf(gone))).toBeNull();
    expect(await store().connections.find(addressOf(kept))).toEqual(kept);
  });
});
