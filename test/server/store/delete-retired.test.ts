import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { openStore } from '../../../server/store/open-store.ts';
import { NodeSqliteDialect } from '../../../server/store/sqlite-dialect.ts';
import type { Tables } from '../../../server/store/tables.ts';
import { lastingDatabases, postgres } from '../../support/databases.ts';
import { aConnection, newUser, newWorkspace, now } from './use-store.ts';

const keepRemovedMilliseconds = 0;

describe.each(lastingDatabases)('the rows of removed workspaces, $name', (kind) => {
  const connect = (data: string) =>
    new Kysely<Tables>({
      dialect:
        kind === postgres
          ? new PostgresDialect({ pool: new pg.Pool({ connectionString: data }) })
          : new NodeSqliteDialect({ file: data }),
    });

  test('are deleted after a removal and after a reset, and the others stay', async () => {
    const database = await kind.create();
    const store = await openStore({ data: database.data, now, keepRemovedMilliseconds });
    const db = connect(database.data);
    const kept = await countRows(db);
    const { id } = await newWorkspace(store);
    const userId = await newUser(store, id);
    // More than one transaction deletes.
    for (let count = 0; count < 600; count += 1) await store.connections.create(id, aConnection({ userId }));
    const full = await countRows(db);
    expect(full.connections).toBe(kept.connections + 602);

    await store.workspaces.remove(id);
    await expect.poll(() => countRows(db), { timeout: 20_000 }).toEqual(kept);

    await store.reset();
    await expect.poll(() => countRows(db), { timeout: 20_000 }).toEqual(kept);
    await db.destroy();
    await store.close();
    await database.dispose();
  });

  test('had an id that no later workspace gets, so that no cached answer of one is sent for the other', async () => {
    const database = await kind.create();
    const store = await openStore({ data: database.data, now, keepRemovedMilliseconds });
    const db = connect(database.data);
    const kept = await countRows(db);
    const storedIds = new Set<string | undefined>();
    for (let resets = 0; resets < 4; resets += 1) {
      const found = await store.findWorkspaceByKey('mielto', 'mielto_sandbox_token');
      storedIds.add(found?.workspaceId);
      await store.reset();
      await expect.poll(() => countRows(db), { timeout: 20_000 }).toEqual(kept);
    }
    expect(storedIds.size).toBe(4);
    await db.destroy();
    await store.close();
    await database.dispose();
  });

  test('are deleted by the next process if the first one ended too early', async () => {
    const database = await kind.create();
    const first = await openStore({ data: database.data, now });
    const db = connect(database.data);
    const kept = await countRows(db);
    const { id } = await newWorkspace(first);
    await first.workspaces.remove(id);
    await first.close();
    expect(await countRows(db)).not.toEqual(kept);

    const next = await openStore({ data: database.data, now, keepRemovedMilliseconds });
    await expect.poll(() => countRows(db), { timeout: 20_000 }).toEqual(kept);
    await db.destroy();
    await next.close();
    await database.dispose();
  });
});

async function countRows(db: Kysely<Tables>) {
  const countOf = async (table: keyof Tables) => {
    const { count } = await db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll().as('count'))
      .executeTakeFirstOrThrow();
    return Number(count);
  };
  return {
    workspaces: await countOf('workspaces'),
    api_keys: await countOf('api_keys'),
    users: await countOf('users'),
    connections: await countOf('connections'),
  };
}
