import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isStoreUnavailable } from '../../../server/store/is-store-unavailable.ts';
import type { Tables } from '../../../server/store/tables.ts';
import { createTransactions } from '../../../server/store/transactions.ts';
import { postgres, type TestDatabase } from '../../support/databases.ts';

let database: TestDatabase;
let db: Kysely<Tables>;
let transactions: ReturnType<typeof createTransactions>;
beforeAll(async () => {
  database = await postgres.create();
  const pool = new pg.Pool({ connectionString: database.data });
  db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  transactions = createTransactions({ db, dialect: 'postgres' });
  await sql`create table rows (name text, value integer)`.execute(db);
});
afterAll(async () => {
  await db.destroy();
  await database.dispose();
});

const count = (transaction: Kysely<Tables>, name: string) =>
  sql`update rows set value = value + 1 where name = ${name}`.execute(transaction);

test('two transactions that deadlock both succeed, and each is carried out once', async () => {
  await sql`insert into rows values ('a', 0), ('b', 0)`.execute(db);
  const bothStarted = Promise.withResolvers<void>();
  let started = 0;
  const countInOrder = (first: string, second: string) =>
    transactions.transact(async (transaction) => {
      await count(transaction, first);
      started += 1;
      if (started === 2) bothStarted.resolve();
      await bothStarted.promise;
      await count(transaction, second);
    });

  await Promise.all([countInOrder('a', 'b'), countInOrder('b', 'a')]);

  expect(started).toBeGreaterThan(2);
  const { rows } = await sql`select value from rows where name in ('a', 'b')`.execute(db);
  expect(rows).toEqual([{ value: 2 }, { value: 2 }]);
});

test.each([
  ['40001', 5, true],
  ['40P01', 5, true],
  ['40003', 1, true],
  ['23505', 1, false],
])('a transaction that always fails with %s is run %i times', async (code, attempts, isUnavailable) => {
  let runs = 0;
  const raise = sql.raw(`do $$ begin raise 'refused' using errcode = '${code}'; end $$`);
  const failure: unknown = await transactions
    .transact(async (transaction) => {
      runs += 1;
      await raise.execute(transaction);
    })
    .catch((error: unknown) => error);
  expect(runs).toBe(attempts);
  expect(failure).toMatchObject({ code, message: 'refused' });
  expect(isStoreUnavailable(failure)).toBe(isUnavailable);
});

test('a transaction that runs alone waits for all others, and the next ones wait for it', async () => {
  const log: string[] = [];
  const isLocked = Promise.withResolvers<void>();
  const mayEnd = Promise.withResolvers<void>();
  const first = transactions.transact(async () => {
    isLocked.resolve();
    await mayEnd.promise;
    log.push('first');
  });
  await isLocked.promise;
  const alone = transactions.transactAlone(async () => {
    log.push('alone');
  });
  await waitingLocks(1);
  const last = transactions.transact(async () => {
    log.push('last');
  });
  await waitingLocks(2);
  mayEnd.resolve();
  await Promise.all([first, alone, last]);
  expect(log).toEqual(['first', 'alone', 'last']);
});

/** Resolves when this many transactions wait for the lock. */
async function waitingLocks(wanted: number): Promise<void> {
  const query = sql<{ waiting: number }>`
    select count(*)::integer as waiting from pg_locks join pg_database on pg_database.oid = database
    where locktype = 'advisory' and not granted and datname = current_database()`;
  while ((await query.execute(db)).rows[0]?.waiting !== wanted);
}
