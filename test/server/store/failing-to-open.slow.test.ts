import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { ExplainedError } from '../../../contract/explained-error.ts';
import { startServer } from '../../../server/start-server.ts';
import { openStore } from '../../../server/store/open-store.ts';
import { postgres, postgresUrl, sqliteFile, type TestDatabase } from '../../support/databases.ts';
import { now } from './use-store.ts';

const secret = 'pa55word';

/** Each spoils a database of its own, and gives the data to open instead. */
const spoiled: readonly [string, () => Promise<TestDatabase>, RegExp][] = [
  [
    'a file that is no database',
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
  ['a file of a newer version', () => sqlite(async (file) => ofNewerVersion(file)), /9999_newer/],
  [
    'a wrong password',
    () => changedUrl((url) => ({ ...url, password: secret })),
    /password authentication failed/,
  ],
  [
    'a database that does not exist',
    () => changedUrl(() => ({ pathname: '/nowhere' })),
    /"nowhere" does not exist/,
  ],
  ['a port on which nothing listens', async () => refusing(), /ECONNREFUSED/],
  ['a URL that is none', async () => plain(`postgres://user:${secret}@[half/x`), /Invalid URL/],
  ['a URL in capitals', async () => plain(`POSTGRES://user:${secret}@127.0.0.1:1/x`), /ECONNREFUSED/],
  ['tables of somebody else', () => somebodyElses(), /already exists/],
  ['a user who may not make tables', () => ofAnotherUser(), /permission denied for schema public/],
];

describe('a store that cannot be opened', () => {
  test.each(spoiled)('rejects: %s', async (_, spoil, reason) => {
    const { data, dispose } = await spoil();
    await expect(openStore({ data, now })).rejects.toThrow(reason);
    await dispose();
  });

  test.each(spoiled)('is explained in one line without a password: %s', async (_, spoil, reason) => {
    const { data, dispose } = await spoil();
    const error: unknown = await startServer({ data }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ExplainedError);
    const { message } = error as ExplainedError;
    expect(message).toMatch(
      /^Cannot open the (?:PostgreSQL database|data file .+): .+\. (?:Check|Name) .+\.$/,
    );
    expect(message).toMatch(reason);
    expect(message).not.toContain('\n');
    for (const password of [secret, new URL(postgresUrl()).password]) expect(message).not.toContain(password);
    await dispose();
  });

  test('says that a file is locked where another process keeps it for itself', async () => {
    const database = await sqliteFile.create();
    const owner = new DatabaseSync(database.data);
    owner.exec('begin exclusive');
    await expect(startServer({ data: database.data })).rejects.toThrow(/database is locked/);
    owner.exec('rollback');
    owner.close();
    await database.dispose();
  });

  test('leaves tables of somebody else as they were', async () => {
    const { data, dispose } = await somebodyElses();
    await expect(openStore({ data, now })).rejects.toThrow();
    const { rows } = await execute(data, "select tablename from pg_tables where schemaname = 'public'");
    expect(rows).toEqual([{ tablename: 'users' }]);
    await dispose();
  });
});

/** Spoils the path of a file; what `spoil` gives back stands in for it. */
async function sqlite(spoil: (file: string) => Promise<unknown>): Promise<TestDatabase> {
  const database = await sqliteFile.create();
  const instead = await spoil(database.data);
  const data =
    typeof instead === 'string' && instead.startsWith(dirname(database.data)) ? instead : database.data;
  return { data, dispose: database.dispose };
}

async function ofNewerVersion(file: string): Promise<void> {
  const store = await openStore({ data: file, now });
  await store.close();
  const database = new DatabaseSync(file);
  database.exec("insert into kysely_migration values ('9999_newer', '2030-01-01T00:00:00.000Z')");
  database.close();
}

async function changedUrl(
  change: (url: URL) => { password?: string; pathname?: string },
): Promise<TestDatabase> {
  const url = new URL(postgresUrl());
  return plain(Object.assign(url, change(url)).href);
}

async function somebodyElses(): Promise<TestDatabase> {
  const database = await postgres.create();
  await execute(database.data, 'create table users (name text)');
  return database;
}

async function ofAnotherUser(): Promise<TestDatabase> {
  const database = await postgres.create();
  const username = `reader_${randomBytes(4).toString('hex')}`;
  await execute(database.data, `create role ${username} login password '${secret}'`);
  const url = Object.assign(new URL(database.data), { username, password: secret });
  const dispose = async () => {
    await database.dispose();
    await execute(postgresUrl(), `drop role ${username}`);
  };
  return { data: url.href, dispose };
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

/** The URL of a port that was free a moment ago. */
function refusing(): Promise<TestDatabase> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' ? address?.port : 0;
      server.close(() => resolve(plain(`postgres://user:${secret}@127.0.0.1:${port}/x`)));
    });
  });
}

function plain(data: string): TestDatabase {
  return { data, dispose: async () => undefined };
}
