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
    const url = new URL(inject('postgresUrl'));
    url.pathname = `/${name}`;
    return { data: url.href, dispose: () => administer(`drop database ${name} with (force)`) };
  },
};

/** Every kind of database that the store runs on, for `describe.each`. */
export const databases: readonly DatabaseKind[] = [memory, sqliteFile, postgres];

/** The kinds that outlive the process that wrote them. */
export const lastingDatabases: readonly DatabaseKind[] = [sqliteFile, postgres];

async function administer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgresUrl') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
