import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';

/** A new database for one test. `data` is the option of `openStore` and `startServer`. */
export interface TestDatabase {
  readonly data: string;
  dispose(): Promise<void>;
}

export interface DatabaseKind {
  readonly name: string;
  create(): Promise<TestDatabase>;
}

export const memory: DatabaseKind = {
  name: 'SQLite in memory',
  create: async () => ({ data: ':memory:', dispose: async () => undefined }),
};

export const sqliteFile: DatabaseKind = {
  name: 'SQLite file',
  async create() {
    const folder = await mkdtemp(join(tmpdir(), 'connections-sqlite-'));
    const dispose = () => rm(folder, { recursive: true, force: true });
    return { data: join(folder, 'connections.sqlite'), dispose };
  },
};

export const postgres: DatabaseKind = {
  name: 'PostgreSQL',
  async create() {
    const name = `test_${randomBytes(8).toString('hex')}`;
    await administer(`create database ${name}`);
    const url = new URL(postgresUrl());
    url.pathname = `/${name}`;
    return { data: url.href, dispose: () => administer(`drop database ${name} with (force)`) };
  },
};

/** The URL of the PostgreSQL server of this test run. Throws if the run has none. */
export function postgresUrl(): string {
  const url = inject('postgresUrl');
  if (url === null)
    throw new Error('This run has no PostgreSQL. Name the file *.slow.test.ts, or run: npm test');
  return url;
}

/** The databases that still exist after their process has exited. */
export const lastingDatabases: readonly DatabaseKind[] =
  inject('postgresUrl') === null ? [sqliteFile] : [sqliteFile, postgres];

/** All databases that the store supports, for `describe.each`. `npm run test:fast` omits PostgreSQL. */
export const databases: readonly DatabaseKind[] = [memory, ...lastingDatabases];

/** One database per driver, for tests of the code above the store. */
export const drivers: readonly DatabaseKind[] = databases.filter((kind) => kind !== sqliteFile);

async function administer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: postgresUrl() });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
