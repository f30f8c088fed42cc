import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { StartError, startServer } from '../../../server/start-server.ts';
import { openStore } from '../../../server/store/open-store.ts';
import { postgres, postgresUrl, sqliteFile, type TestDatabase } from '../../support/databases.ts';
import { now } from './use-store.ts';

const secret = 'pa55word';

/** A database that cannot be opened, how it is prepared, and the reason in the error message. */
const unopenable: readonly [string, () => Promise<TestDatabase>, RegExp][] = [
  [
    'a file that is not a database',
    () => sqlite((file) => writeFile(file, 'Dear diary, '.repeat(1000))),
    /not a database/,
  ],
  ['a folder', () => sqlite((file) => mkdir(file)), /unable to open/],
  [
    'a path into a folder that does not exist',
    () => sqlite(async (file) => join(file, 'x.sqlite')),
    /unable to open/,
  ],
  [
    'a path into a file',
    () => sqlite(async (file) => writeFile(file, '').then(() => join(file, 'x.sqlite'))),
    /unable to open/,
  ],
  [
    'a file from a newer version',
    () => sqlite(async (file) => addNewerMigration(file)),
    /newer version of .+ 9999_newer/,
  ],
  ['a PostgreSQL database from a newer version', () => withNewerTables(), /newer version of .+ 9999_newer/],
  ['a role that may only read', () => withRole(), /does not have DELETE on api_keys, INSERT on/],
  ['a database that is read-only', () => withReadOnlyDatabase(), /read-only/],
  [
    'a wrong password',
    () => withChangedUrl((url) => ({ ...url, password: secret })),
    /password authentication failed/,
  ],
  [
    'a database that does not exist',
    () => withChangedUrl(() => ({ pathname: '/nowhere' })),
    /"nowhere" does not exist/,
  ],
  ['a closed port', async () => closedPort(), /ECONNREFUSED/],
  ['an invalid URL', async () => withoutDispose(`postgres://user:${secret}@[half/x`), /Invalid URL/],
  [
    'a URL in capitals',
    async () => withoutDispose(`POSTGRES://user:${secret}@127.0.0.1:1/x`),
    /ECONNREFUSED/,
  ],
  ['a database with tables of another program', () => withForeignTables(), /already exists/],
  [
    'a user without permission to create tables',
    () => withoutPermissions(),
    /permission denied for schema public/,
  ],
];

describe('a store that cannot be opened', () => {
  test.each(unopenable)('is rejected: %s', async (_, prepare, reason) => {
    const { data, dispose } = await prepare();
    await expect(openStore({ data, now })).rejects.toThrow(reason);
    await dispose();
  });

  test.each(unopenable)('is reported in one line without a password: %s', async (_, prepare, reason) => {
    const { data, dispose } = await prepare();
    const error: unknown = await startServer({ data }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(StartError);
    const { message } = error as StartError;
    expect(message).toMatch(
      /^Cannot open the (?:PostgreSQL database|data file .+): .+\. (?:Check|Use|Grant) .+\.$/,
    );
    expect(message).toMatch(reason);
    expect(message).not.toContain('\n');
    for (const password of [secret, new URL(postgresUrl()).password]) expect(message).not.toContain(password);
    await dispose();
  });

  test('is reported as locked if another process has locked the file', async () => {
    const database = await sqliteFile.create();
    const other = new DatabaseSync(database.data);
    other.exec('begin exclusive');
    await expect(startServer({ data: database.data })).rejects.toThrow(/database is locked/);
    other.exec('rollback');
    other.close();
    await database.dispose();
  });

  test('keeps the tables of another program unchanged', async () => {
    const { data, dispose } = await withForeignTables();
    await expect(openStore({ data, now })).rejects.toThrow();
    const { rows } = await execute(data, "select tablename from pg_tables where schemaname = 'public'");
    expect(rows).toEqual([{ tablename: 'users' }]);
    await dispose();
  });
});

test('/readyz answers 503 when the role loses a permission while the server runs', async () => {
  const { data, dispose } = await withRole('select, insert, update, delete');
  const server = await startServer({ data });
  const isReady = async () => (await fetch(`${server.url}/readyz`)).status;
  expect(await isReady()).toBe(200);
  await execute(asOwner(data), `revoke update on users from ${new URL(data).username}`);
  expect(await isReady()).toBe(503);
  await server.close();
  await dispose();
});

/** Prepares a file at a new path. If `prepare` returns a path in the same folder, that path is opened instead. */
async function sqlite(prepare: (file: string) => Promise<unknown>): Promise<TestDatabase> {
  const database = await sqliteFile.create();
  const result = await prepare(database.data);
  const data =
    typeof result === 'string' && result.startsWith(dirname(database.data)) ? result : database.data;
  return { data, dispose: database.dispose };
}

async function addNewerMigration(file: string): Promise<void> {
  const store = await openStore({ data: file, now });
  await store.close();
  const database = new DatabaseSync(file);
  database.exec("insert into kysely_migration values ('9999_newer', '2030-01-01T00:00:00.000Z')");
  database.close();
}

async function withChangedUrl(
  change: (url: URL) => { password?: string; pathname?: string },
): Promise<TestDatabase> {
  const url = new URL(postgresUrl());
  return withoutDispose(Object.assign(url, change(url)).href);
}

async function withForeignTables(): Promise<TestDatabase> {
  const database = await postgres.create();
  await execute(database.data, 'create table users (name text)');
  return database;
}

async function withoutPermissions(created?: TestDatabase): Promise<TestDatabase> {
  const database = created ?? (await postgres.create());
  const username = `reader_${randomBytes(4).toString('hex')}`;
  await execute(database.data, `create role ${username} login password '${secret}'`);
  const url = Object.assign(new URL(database.data), { username, password: secret });
  const dispose = async () => {
    await database.dispose();
    await execute(postgresUrl(), `drop role ${username}`);
  };
  return { data: url.href, dispose };
}

async function withNewerTables(): Promise<TestDatabase> {
  const database = await filledPostgres();
  await execute(
    database.data,
    "insert into kysely_migration values ('9999_newer', '2030-01-01T00:00:00.000Z')",
  );
  return database;
}

async function withRole(permissions = 'select'): Promise<TestDatabase> {
  const database = await filledPostgres();
  const { data, dispose } = await withoutPermissions(database);
  const { username } = new URL(data);
  await execute(database.data, `grant ${permissions} on all tables in schema public to ${username}`);
  return { data, dispose };
}

async function withReadOnlyDatabase(): Promise<TestDatabase> {
  const database = await filledPostgres();
  const name = new URL(database.data).pathname.slice(1);
  await execute(database.data, `alter database ${name} set default_transaction_read_only = on`);
  return database;
}

/** The URL of the same database for the user of this test run, who owns it. */
function asOwner(data: string): string {
  const { username, password } = new URL(postgresUrl());
  return Object.assign(new URL(data), { username, password }).href;
}

async function filledPostgres(): Promise<TestDatabase> {
  const database = await postgres.create();
  const store = await openStore({ data: database.data, now });
  await store.close();
  return database;
}

async function execute(url: string, statement: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query(statement);
  } finally {
    await client.end();
  }
}

/** The URL of a port on which no server listens. */
function closedPort(): Promise<TestDatabase> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' ? address?.port : 0;
      server.close(() => resolve(withoutDispose(`postgres://user:${secret}@127.0.0.1:${port}/x`)));
    });
  });
}

function withoutDispose(data: string): TestDatabase {
  return { data, dispose: async () => undefined };
}
