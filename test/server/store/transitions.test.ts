import { describe, expect, test } from 'vitest';
import { databases } from '../../support/databases.ts';
import { aConnection, addressOf, newUser, startOfTest, useStore } from './use-store.ts';

const hourLater = '2025-06-03T09:00:00.000Z';

describe.each(databases)('transitions in the store, $name', (kind) => {
  const store = useStore(kind);
  const make = async (of: Partial<Parameters<typeof aConnection>[0]> = {}) => {
    const connection = aConnection({ userId: await newUser(store()), ...of });
    await store().connections.create(connection);
    return { connection, address: addressOf(connection) };
  };

  test('keep what they change, and answer it', async () => {
    const { connection, address } = await make();
    const outcome = await store().connections.transition(
      address,
      { type: 'fail', cause: 'user_not_found', message: 'Gone 🫥' },
      hourLater,
    );
    const cause = { type: 'user_not_found', message: 'Gone 🫥', occurredAt: hourLater };
    const want = { ...connection, state: 'error', cause, updatedAt: hourLater };
    expect(outcome).toEqual({ kind: 'changed', connection: want });
    expect(await store().connections.find(address)).toEqual(want);
  });

  test('write nothing where nothing changes or the change is illegal', async () => {
    const { connection, address } = await make({ state: 'inactive' });
    const { transition } = store().connections;
    expect(await transition(address, { type: 'deactivate' }, hourLater)).toEqual({
      kind: 'unchanged',
      connection,
    });
    expect(await transition(address, { type: 'sync' }, hourLater)).toMatchObject({ kind: 'illegal' });
    expect(await store().connections.find(address)).toEqual(connection);
  });

  test('come one after another where many are asked for at once', async () => {
    const { connection, address } = await make();
    const outcomes = await Promise.all(
      Array.from({ length: 12 }, () =>
        store().connections.transition(address, { type: 'sync' }, connection.updatedAt),
      ),
    );
    const times = outcomes.map((outcome) => outcome?.kind === 'changed' && outcome.connection.updatedAt);
    const want = times.map((_, index) => new Date(Date.parse(startOfTest) + index + 1).toISOString());
    expect(times.toSorted()).toEqual(want);
    expect(await store().connections.find(address)).toMatchObject({
      updatedAt: want.at(-1),
      lastSyncedAt: want.at(-1),
    });
  });

  test('that exclude each other come in an order that could have been', async () => {
    const { address } = await make();
    const [revoked, deactivated] = await Promise.all([
      store().connections.transition(address, { type: 'revoke' }, hourLater),
      store().connections.transition(address, { type: 'deactivate' }, hourLater),
    ]);
    expect(deactivated?.kind).toBe('changed');
    expect(['changed', 'illegal']).toContain(revoked?.kind);
    expect(await store().connections.find(address)).toMatchObject({ state: 'inactive', cause: null });
  });

  test('of one connection leave the others as they are', async () => {
    const { connection, address } = await make();
    const neighbour = aConnection({ userId: connection.userId });
    await store().connections.create(neighbour);
    await store().connections.transition(address, { type: 'deactivate' }, hourLater);
    expect(await store().connections.find(addressOf(neighbour))).toEqual(neighbour);
  });
});
