import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';

/** A database of a test's own; `data` is what `openStore` and `startServer` take. */
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

/** The URL of the PostgreSQL of this run. Throws in a run without one. */
export function postgresUrl(): string {
  const url = inject('postgresUrl');
  if (url === null)
    throw new Error('This run has no PostgreSQL. Name the file *.slow.test.ts, or do: npm test');
  return url;
}

/** The kinds that outlive the process that wrote them. */
export const lastingDatabases: readonly DatabaseKind[] =
  inject('postgresUrl') === null ? [sqliteFile] : [sqliteFile, postgres];

/** Every kind of database that the store runs on, for `describe.each`; `npm run test:fast` leaves PostgreSQL out. */
export const databases: readonly DatabaseKind[] = [memory, ...lastingDatabases];

/** One kind of each driver, for tests of what is above the store. */
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
