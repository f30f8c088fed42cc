import { Kysely, sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { defaultLimits } from '../../../server/model/limits.ts';
import { createInsertRows } from '../../../server/store/insert-rows.ts';
import { isStoreUnavailable } from '../../../server/store/is-store-unavailable.ts';
import { migrate } from '../../../server/store/migrations.ts';
import { NodeSqliteDialect } from '../../../server/store/sqlite-dialect.ts';
import type { Tables } from '../../../server/store/tables.ts';
import { createTransactions } from '../../../server/store/transactions.ts';
import { createWorkspaces } from '../../../server/store/workspaces.ts';

let db: Kysely<Tables>;
let workspaces: ReturnType<typeof createWorkspaces>;
beforeEach(async () => {
  db = new Kysely<Tables>({ dialect: new NodeSqliteDialect({ file: ':memory:' }) });
  const { transact } = createTransactions({ db, dialect: 'sqlite' });
  await transact((transaction) => migrate(transaction, 'sqlite'));
  workspaces = createWorkspaces({
    db,
    transact,
    transactInTurn: transact,
    limits: defaultLimits,
    insertRows: createInsertRows(db),
    onRetired: () => undefined,
  });
});
afterEach(() => db.destroy());

const workspace = {
  id: 'ws_full',
  name: 'one too many',
  ownUserId: '00000000-0000-4000-8000-0000000000ff',
  createdAt: '2026-01-01T00:00:00.000Z',
  editions: {},
  developerTokens: {},
  keys: { 'open-wearables': 'a', junction: 'b', mielto: 'c' },
};

test('a write to a full disk fails as a whole and reports the store as unavailable, and later writes succeed', async () => {
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db);
  await sql`pragma max_page_count = ${sql.lit(rows[0]?.page_count ?? 0)}`.execute(db);

  const failure = await fillDisk().catch((error: unknown) => error);
  expect(String(failure)).toMatch(/full/);
  expect(isStoreUnavailable(failure)).toBe(true);
  const last = (await workspaces.list({ after: '', limit: 1000 })).at(-1)?.id ?? '';
  const { rows: users } = await sql`select 1 from users group by workspace_id having count(*) < 11`.execute(
    db,
  );
  expect(last).toMatch(/^ws_/);
  expect(users).toEqual([]);

  await sql`pragma max_page_count = 1000000`.execute(db);
  await workspaces.create(workspace);
  expect(await workspaces.find(workspace.id)).toMatchObject({ name: 'one too many' });
});

async function fillDisk(): Promise<void> {
  for (let number = 100; number < 1000; number += 1) {
    const keyOf = (vendor: string) => `${vendor} ${number}`;
    const keys = { 'open-wearables': keyOf('a'), junction: keyOf('b'), mielto: keyOf('c') };
    await workspaces.create({ ...workspace, id: `ws_${number}`, keys });
  }
}

test('an error after which SQLite has already rolled back is reported unchanged', async () => {
  await workspaces.create(workspace);
  const insertTwice = db.transaction().execute(async (transaction) => {
    await sql`insert or rollback into workspaces select * from workspaces`.execute(transaction);
  });
  await expect(insertTwice).rejects.toThrow(/UNIQUE constraint failed/);
  expect(await workspaces.remove(workspace.id)).toBe(true);
});
