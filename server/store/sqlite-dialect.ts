import { type Driver, SqliteAdapter, SqliteDialect } from 'kysely';
import type { Durability } from './durability.ts';
import { SqliteConnectionDriver } from './sqlite-driver.ts';

/** Kysely on `node:sqlite`. */
export class NodeSqliteDialect extends SqliteDialect {
  readonly driver: SqliteConnectionDriver;

  constructor(options: { readonly file: string; readonly durability?: Durability }) {
    super({ database: () => Promise.reject(new Error('The driver opens the database itself.')) });
    this.driver = new SqliteConnectionDriver(options);
  }

  override createDriver(): Driver {
    return this.driver;
  }

  override createAdapter(): SqliteAdapter {
    return new NodeSqliteAdapter();
  }
}

class NodeSqliteAdapter extends SqliteAdapter {
  /** SQLite can change tables within a transaction, although Kysely does not rely on it. */
  override get supportsTransactionalDdl(): boolean {
    return true;
  }

  /** The driver separates transactions. Kysely's own lock wakes every waiting query at each release. */
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}
