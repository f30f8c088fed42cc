import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Connection } from '../../../server/model/connection.ts';
import { databases } from '../../support/databases.ts';
import { readAllPages } from './read-all-pages.ts';
import { aConnection, addressOf, newUser, sandbox, second, useStore } from './use-store.ts';

describe.each(databases)('connections, $name', (kind) => {
  const store = useStore(kind);

  test('a connection is read as it was created', async () => {
    const full = fullConnection(await newUser(store()));
    expect(await store().connections.create(sandbox, full)).toBe('created');
    expect(await store().connections.find(addressOf(full))).toEqual(full);
    const bare = aConnection({ userId: full.userId });
    await store().connections.create(sandbox, bare);
    expect(await store().connections.find(addressOf(bare))).toEqual(bare);
  });

  test('a connection is found only under its own workspace and user', async () => {
    const connection = aConnection({ userId: await newUser(store()) });
    await store().connections.create(sandbox, connection);
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

  test('a second connection with the same id is refused, and the first stays unchanged', async () => {
    const connection = aConnection({ userId: await newUser(store()), label: 'first' });
    await store().connections.create(sandbox, connection);
    expect(await store().connections.create(sandbox, { ...connection, label: 'second' })).toBe('exists');
    expect(await store().connections.create(sandbox, { ...connection, userId: await newUser(store()) })).toBe(
      'exists',
    );
    expect(await store().connections.find(addressOf(connection))).toEqual(connection);
  });

  test('a connection is not created for a user that does not exist', async () => {
    expect(await store().connections.create(sandbox, aConnection({ userId: randomUUID() }))).toBe('no-user');
    const elsewhere = await newUser(store(), second);
    expect(await store().connections.create(sandbox, aConnection({ userId: elsewhere }))).toBe('no-user');
  });

  test('a user has at most one connection per wearable, and any number per integration', async () => {
    const userId = await newUser(store());
    const create = (provider: string) =>
      store().connections.create(sandbox, aConnection({ userId, provider }));
    expect(await create('garmin')).toBe('created');
    expect(await create('garmin')).toBe('exists');
    expect(await create('polar')).toBe('created');
    expect(await create('slack')).toBe('created');
    expect(await create('slack')).toBe('created');
    const other = aConnection({ userId: await newUser(store()), provider: 'garmin' });
    expect(await store().connections.create(sandbox, other)).toBe('created');
  });

  test('a removed connection can be created again', async () => {
    const connection = aConnection({ userId: await newUser(store()), provider: 'garmin' });
    await store().connections.create(sandbox, connection);
    expect(await store().connections.remove(addressOf(connection))).toBe(true);
    expect(await store().connections.remove(addressOf(connection))).toBe(false);
    expect(await store().connections.find(addressOf(connection))).toBeNull();
    expect(await store().connections.create(sandbox, connection)).toBe('created');
  });

  test('concurrent requests for the same wearable create one connection', async () => {
    const userId = await newUser(store());
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () =>
        store().connections.create(sandbox, aConnection({ userId, provider: 'garmin' })),
      ),
    );
    expect(outcomes.toSorted()).toEqual(['created', ...Array.from({ length: 7 }, () => 'exists')]);
    expect(await store().connections.list(sandbox, userId, { after: '', limit: 10 })).toHaveLength(1);
  });

  test('the pages of the list contain every connection once, ordered by id', async () => {
    const userId = await newUser(store());
    const created = Array.from({ length: 25 }, () => aConnection({ userId }));
    for (const connection of created) await store().connections.create(sandbox, connection);
    const read = await readAllPages(10, (page) => store().connections.list(sandbox, userId, page));
    expect(read).toEqual(created.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
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
