import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Connection } from '../../../server/model/connection.ts';
import { databases } from '../../support/databases.ts';
import { aConnection, addressOf, newUser, sandbox, second, useStore } from './use-store.ts';
import { walk } from './walk.ts';

describe.each(databases)('connections, $name', (kind) => {
  const store = useStore(kind);

  test('are found as they were made', async () => {
    const full = fullConnection(await newUser(store()));
    expect(await store().connections.create(full)).toBe('created');
    expect(await store().connections.find(addressOf(full))).toEqual(full);
    const bare = aConnection({ userId: full.userId });
    await store().connections.create(bare);
    expect(await store().connections.find(addressOf(bare))).toEqual(bare);
  });

  test('are found under their own workspace and user alone', async () => {
    const connection = aConnection({ userId: await newUser(store()) });
    await store().connections.create(connection);
    const address = addressOf(connection);
    const other = await newUser(store());
    for (const wrong of [{ workspaceId: second }, { userId: other }, { connectionId: randomUUID() }]) {
      const elsewhere = { ...address, ...wrong };
      expect(await store().connections.find(elsewhere)).toBeNull();
      expect(await store().connections.remove(elsewhere)).toBe(false);
      expect(
        await store().connections.transition(elsewhere, { type: 'sync' }, connection.createdAt),
      ).toBeNull();
    }
    expect(await store().connections.find(address)).toEqual(connection);
  });

  test('are made once under one id, and keep what they were', async () => {
    const connection = aConnection({ userId: await newUser(store()), label: 'first' });
    await store().connections.create(connection);
    expect(await store().connections.create({ ...connection, label: 'second' })).toBe('exists');
    expect(await store().connections.create({ ...connection, userId: await newUser(store()) })).toBe(
      'exists',
    );
    expect(await store().connections.find(addressOf(connection))).toEqual(connection);
  });

  test('are not made for a user who does not exist', async () => {
    expect(await store().connections.create(aConnection({ userId: randomUUID() }))).toBe('no-user');
    const elsewhere = await newUser(store(), second);
    expect(await store().connections.create(aConnection({ userId: elsewhere }))).toBe('no-user');
  });

  test('are one for each wearable, and any number for an integration', async () => {
    const userId = await newUser(store());
    const create = (provider: string) => store().connections.create(aConnection({ userId, provider }));
    expect(await create('garmin')).toBe('created');
    expect(await create('garmin')).toBe('exists');
    expect(await create('polar')).toBe('created');
    expect(await create('slack')).toBe('created');
    expect(await create('slack')).toBe('created');
    const other = aConnection({ userId: await newUser(store()), provider: 'garmin' });
    expect(await store().connections.create(other)).toBe('created');
  });

  test('can be made again once they are removed', async () => {
    const connection = aConnection({ userId: await newUser(store()), provider: 'garmin' });
    await store().connections.create(connection);
    expect(await store().connections.remove(addressOf(connection))).toBe(true);
    expect(await store().connections.remove(addressOf(connection))).toBe(false);
    expect(await store().connections.find(addressOf(connection))).toBeNull();
    expect(await store().connections.create(connection)).toBe('created');
  });

  test('are made once where many ask for the same wearable at once', async () => {
    const userId = await newUser(store());
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () =>
        store().connections.create(aConnection({ userId, provider: 'garmin' })),
      ),
    );
    expect(outcomes.toSorted()).toEqual(['created', ...Array.from({ length: 7 }, () => 'exists')]);
    expect(await store().connections.list(sandbox, userId, { after: '', limit: 10 })).toHaveLength(1);
  });

  test('are listed by id, page by page, each once', async () => {
    const userId = await newUser(store());
    const made = Array.from({ length: 25 }, () => aConnection({ userId }));
    for (const connection of made) await store().connections.create(connection);
    const walked = await walk(10, (page) => store().connections.list(sandbox, userId, page));
    expect(walked).toEqual(made.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
  });
});

/** A connection in which nothing is null. */
function fullConnection(userId: string): Connection {
  const grants = { required: ['weight', ''], optional: [] };
  return aConnection({
    userId,
    provider: 'garmin',
    integrationType: null,
    providerName: 'Garmin Connect',
    logo: 'https://example.com/garmin.png',
    externalId: '1',
    externalUsername: 'runner',
    grantedScopes: 'a b',
    state: 'error',
    cause: { type: 'unknown', message: 'It broke.', occurredAt: '2025-06-02T07:00:00.123Z' },
    resources: {
      body: { status: 'available', scope_requirements: { user_granted: grants, user_denied: grants } },
      steps: { status: 'unavailable', scope_requirements: null },
    },
    label: 'Watch',
    config: { nested: [{ deep: null, number: 1.5e-7 }], '': true },
    lastSyncedAt: '2025-06-01T00:00:00.001Z',
    createdAt: '0001-01-01T00:00:00.000Z',
    updatedAt: '9999-12-31T23:59:59.999Z',
  });
}
