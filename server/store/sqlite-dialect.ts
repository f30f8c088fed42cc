import type { SQLInputValue, StatementSync } from 'node:sqlite';
import { CompiledQuery, type DatabaseConnection, SqliteAdapter, SqliteDialect, SqliteDriver } from 'kysely';
import { openSqliteFile } from './open-sqlite-file.ts';

const cachedStatements = 200;

/**
 * Kysely on `node:sqlite`: prepared statements are kept, a transaction takes the write lock at its start (so that two
 * processes on one file take turns), and a second process waits for two seconds before it is refused.
 */
export class NodeSqliteDialect extends SqliteDialect {
  readonly #config: ConstructorParameters<typeof SqliteDialect>[0];

  constructor(options: { readonly file: string }) {
    const config = { database: () => openDatabase(options.file) };
    super(config);
    this.#config = config;
  }

  override createDriver(): SqliteDriver {
    return new ImmediateDriver(this.#config);
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter();
  }
}

class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

/** SQLite does change tables within a transaction; Kysely only does not count on it. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

async function openDatabase(file: string) {
  const database = await openSqliteFile(file);
  const statements = new Map<string, ReturnType<typeof adapt>>();
  return {
    prepare(sql: string) {
      const known = statements.get(sql);
      if (known !== undefined) return known;
      const statement = adapt(database.prepare(sql));
      const [oldest] = statements.keys();
      if (statements.size >= cachedStatements && oldest !== undefined) statements.delete(oldest);
      statements.set(sql, statement);
      return statement;
    },
    close: () => database.close(),
  };
}

function adapt(statement: StatementSync) {
  return {
    reader: statement.columns().length > 0,
    all: (parameters: readonly unknown[]) => statement.all(...parameters.map(inputValue)),
    run: (parameters: readonly unknown[]) => statement.run(...parameters.map(inputValue)),
    iterate: (parameters: readonly unknown[]) => statement.iterate(...parameters.map(inputValue)),
  };
}

function inputValue(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint')
    return value;
  throw new TypeError(`SQLite cannot store a ${typeof value}. Pass text, a number or null.`);
}
