import { Kysely, sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../../server/start-server.ts';
import { isStoreUnavailable } from '../../../server/store/is-store-unavailable.ts';
import { createPostgresDialect } from '../../../server/store/postgres-dialect.ts';
import type { Tables } from '../../../server/store/tables.ts';
import { createTransactions } from '../../../server/store/transactions.ts';
import { postgres, type TestDatabase } from '../../support/databases.ts';
import { ask, post, type RawAnswer } from '../../support/raw-http.ts';

let database: TestDatabase;
let server: RunningServer;
let client: pg.Client;
beforeAll(async () => {
  database = await postgres.create();
  server = await startServer({ data: database.data });
  client = new pg.Client({ connectionString: database.data });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await server.close();
  await database.dispose();
});

const users = '/sandbox/workspaces/ws_sandbox/users';

test('a write whose connection is cut is answered 503 with Retry-After, and every acknowledged one is kept', async () => {
  const answers: RawAnswer[] = [];
  const acknowledged: string[] = [];
  let isOver = false;

  async function write(): Promise<void> {
    while (!isOver) {
      const answer = await post(server.url, users, {});
      answers.push(answer);
      if (answer.status === 201) acknowledged.push((answer.json as { id: string }).id);
    }
  }
  async function cut(): Promise<void> {
    const failures = () => answers.filter(({ status }) => status !== 201).length;
    while (failures() < 40) {
      await client.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      );
    }
    isOver = true;
  }
  await Promise.all([...Array.from({ length: 8 }, write), cut()]);

  for (const { status, headers } of answers.filter(({ status }) => status !== 201)) {
    expect({ status, retryAfter: headers['retry-after'] }).toEqual({ status: 503, retryAfter: '5' });
  }
  const { rows } = await client.query('select id from users where id = any($1)', [acknowledged]);
  expect(rows).toHaveLength(acknowledged.length);
  expect((await ask(server.url, { path: '/readyz' })).status).toBe(200);
});

describe('the error of a transaction whose connection is cut is the first one', () => {
  const cuts: readonly [string, (transaction: Kysely<Tables>) => Promise<unknown>][] = [
    [
      'during a statement',
      (transaction) => sql`select pg_terminate_backend(pg_backend_pid())`.execute(transaction),
    ],
    [
      'between two statements',
      async (transaction) => {
        const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(transaction);
        // With a time limit, it returns when the process has ended.
        await client.query('select pg_terminate_backend($1, 60000)', [rows[0]?.pid]);
        await sql`select 1`.execute(transaction);
      },
    ],
  ];

  test.each(cuts)('%s', async (_, cut) => {
    const dialect = await createPostgresDialect({ url: database.data, onIdleError: () => undefined });
    const db = new Kysely<Tables>({ dialect });
    const { transact } = createTransactions({ db, dialect: 'postgres' });
    const failure: unknown = await transact(cut).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: '57P01' });
    expect(isStoreUnavailable(failure)).toBe(true);
    const { rows } = await sql`select 1 as one`.execute(db);
    expect(rows).toEqual([{ one: 1 }]);
    await db.destroy();
  });
});
