import { describe, expect, test } from 'vitest';
import { databases } from '../../support/databases.ts';
import { aConnection, addressOf, newUser, sandbox, startOfTest, useStore } from './use-store.ts';

const hourLater = '2025-06-03T09:00:00.000Z';

describe.each(databases)('stored transitions, $name', (kind) => {
  const store = useStore(kind);
  const createConnection = async (of: Partial<Parameters<typeof aConnection>[0]> = {}) => {
    const connection = aConnection({ userId: await newUser(store()), ...of });
    await store().connections.create(sandbox, connection);
    return { connection, address: addressOf(connection) };
  };

  test('a transition stores the changed connection and returns it', async () => {
    const { connection, address } = await createConnection();
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

  test('an illegal transition, or one that changes nothing, writes nothing', async () => {
    const { connection, address } = await createConnection({ state: 'inactive' });
    const { transition } = store().connections;
    expect(await transition(address, { type: 'deactivate' }, hourLater)).toEqual({
      kind: 'unchanged',
      connection,
    });
    expect(await transition(address, { type: 'sync' }, hourLater)).toMatchObject({ kind: 'illegal' });
    expect(await store().connections.find(address)).toEqual(connection);
  });

  test('concurrent transitions are applied one after another', async () => {
    const { connection, address } = await createConnection();
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

  test('conflicting transitions that run concurrently lead to a valid state', async () => {
    const { address } = await createConnection();
    const [revoked, deactivated] = await Promise.all([
      store().connections.transition(address, { type: 'revoke' }, hourLater),
      store().connections.transition(address, { type: 'deactivate' }, hourLater),
    ]);
    expect(deactivated?.kind).toBe('changed');
    expect(['changed', 'illegal']).toContain(revoked?.kind);
    expect(await store().connections.find(address)).toMatchObject({ state: 'inactive', cause: null });
  });

  test('a transition leaves other connections unchanged', async () => {
    const { connection, address } = await createConnection();
    const other = aConnection({ userId: connection.userId });
    await store().connections.create(sandbox, other);
    await store().connections.transition(address, { type: 'deactivate' }, hourLater);
    expect(await store().connections.find(addressOf(other))).toEqual(other);
  });
});
