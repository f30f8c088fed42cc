import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from 'kysely';
import { openSqliteFile } from './open-sqlite-file.ts';

const cachedStatements = 200;
const rememberedAnswers = 1000;
const longestAnswer = 100;

interface CachedStatement {
  readonly statement: StatementSync;
  readonly returnsRows: boolean;
}

/**
 * Gives one `node:sqlite` database to many users. A query outside a transaction runs at once, being over before
 * anything else can run; while a transaction is open, all others wait. A transaction takes the write lock at its
 * start, so that two processes on one file take turns; one that waits for two seconds is refused.
 * Prepared statements are kept.
 */
export class SqliteConnectionDriver implements Driver {
  readonly #file: string;
  readonly #statements = new Map<string, CachedStatement>();
  /** What memory has answered since it last changed; nobody else can change it. */
  readonly #answers = new Map<string, readonly unknown[]>();
  #database: DatabaseSync | undefined;
  #transaction: { readonly owner: DatabaseConnection; readonly over: PromiseWithResolvers<void> } | undefined;

  constructor(options: { readonly file: string }) {
    this.#file = options.file;
  }

  async init(): Promise<void> {
    this.#database = await openSqliteFile(this.#file);
  }

  /**
   * Runs a query that only reads, outside any transaction and without the way through Kysely. The database must be
   * open; the rows are not to be changed.
   */
  async query<Row>({ sql, parameters }: CompiledQuery): Promise<readonly Row[]> {
    while (this.#transaction !== undefined) await this.#transaction.over.promise;
    if (this.#file !== ':memory:') return this.#execute<Row>(sql, parameters).rows;
    const question = `${sql}\n${JSON.stringify(parameters)}`;
    const known = this.#answers.get(question);
    if (known !== undefined) return known as readonly Row[];
    const { rows } = this.#execute<Row>(sql, parameters);
    if (this.#answers.size >= rememberedAnswers) this.#answers.clear();
    if (rows.length <= longestAnswer) this.#answers.set(question, rows);
    return rows;
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    const connection: DatabaseConnection = {
      executeQuery: async <Row>(query: CompiledQuery): Promise<QueryResult<Row>> => {
        while (this.#transaction !== undefined && this.#transaction.owner !== connection) {
          await this.#transaction.over.promise;
        }
        this.#answers.clear();
        return this.#execute<Row>(query.sql, query.parameters);
      },
      streamQuery: () => {
        throw new Error('SQLite answers are not streamed here. Use execute().');
      },
    };
    return connection;
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    while (this.#transaction !== undefined) await this.#transaction.over.promise;
    this.#transaction = { owner: connection, over: Promise.withResolvers<void>() };
    try {
      this.#execute('begin immediate', []);
    } catch (error) {
      this.#endTransaction();
      throw error;
    }
  }

  async commitTransaction(): Promise<void> {
    this.#execute('commit', []);
    this.#endTransaction();
  }

  async rollbackTransaction(): Promise<void> {
    try {
      // SQLite has rolled back already where it had no room, or could not write.
      if (this.#database?.isTransaction === true) this.#execute('rollback', []);
    } finally {
      this.#endTransaction();
    }
  }

  async releaseConnection(): Promise<void> {}

  async destroy(): Promise<void> {
    this.#database?.close();
  }

  #endTransaction(): void {
    const ended = this.#transaction;
    this.#transaction = undefined;
    ended?.over.resolve();
  }

  #execute<Row>(sql: string, parameters: readonly unknown[]): QueryResult<Row> {
    const { statement, returnsRows } = this.#prepare(sql);
    const values = parameters.map(inputValue);
    if (returnsRows) return { rows: statement.all(...values) as Row[] };
    const { changes } = statement.run(...values);
    return { rows: [], numAffectedRows: BigInt(changes) };
  }

  #prepare(sql: string): CachedStatement {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    if (this.#database === undefined) throw new Error('The SQLite database is not open.');
    const statement = this.#database.prepare(sql);
    const cached = { statement, returnsRows: statement.columns().length > 0 };
    const [oldest] = this.#statements.keys();
    if (this.#statements.size >= cachedStatements && oldest !== undefined) this.#statements.delete(oldest);
    this.#statements.set(sql, cached);
    return cached;
  }
}

function inputValue(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint')
    return value;
  throw new TypeError(`SQLite cannot store a ${typeof value}. Pass text, a number or null.`);
}
