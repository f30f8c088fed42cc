import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from 'kysely';
import { type DataFile, rememberDataFile } from './data-file.ts';
import type { Durability } from './durability.ts';
import { openSqliteFile } from './open-sqlite-file.ts';

const cachedStatements = 200;

/** @see https://www.sqlite.org/rescode.html#corrupt and https://www.sqlite.org/rescode.html#notadb */
const damageCodes: ReadonlySet<number> = new Set([11, 26]);

interface CachedStatement {
  readonly statement: StatementSync;
  readonly returnsRows: boolean;
}

/**
 * Shares one `node:sqlite` database. A query outside a transaction runs at once and is synchronous. While a transaction
 * is open, all other queries wait. A transaction takes the write lock at its start, so two processes on one file take
 * turns; one that has waited for two seconds is refused. Prepared statements are cached. Nothing is committed into a file
 * that no longer has its name.
 */
export class SqliteConnectionDriver implements Driver {
  readonly #file: string;
  readonly #durability: Durability | undefined;
  readonly #statements = new Map<string, CachedStatement>();
  #database: DatabaseSync | undefined;
  /** Undefined if the data is in memory, and before the first transaction. */
  #dataFile: DataFile | undefined;
  #damage: unknown;
  #changes = 0;
  #transaction: { readonly owner: DatabaseConnection; readonly over: PromiseWithResolvers<void> } | undefined;

  constructor(options: { readonly file: string; readonly durability?: Durability }) {
    this.#file = options.file;
    this.#durability = options.durability;
  }

  async init(): Promise<void> {
    this.#database = await openSqliteFile(this.#file, this.#durability);
  }

  /** How often this process has changed the database so far. */
  get changes(): number {
    return this.#changes;
  }

  /** False while a transaction is open, because no other query may see its changes yet. */
  get isIdle(): boolean {
    return this.#transaction === undefined;
  }

  /** Resolves when no transaction is open. */
  async idle(): Promise<void> {
    while (this.#transaction !== undefined) await this.#transaction.over.promise;
  }

  /** A number that changes when another process changes the file. */
  dataVersion(): unknown {
    const [row] = this.#execute<{ readonly data_version: number }>('pragma data_version', []).rows;
    return row?.data_version;
  }

  /** Throws if the file cannot keep what is written, or if a query has found it damaged since the start. */
  confirmHealth(): void {
    if (this.#damage !== undefined) throw this.#damage;
    this.#dataFile?.confirmNames();
    this.#dataFile?.confirmWritable();
  }

  /** Runs a read-only query at once, without Kysely. Call it only while the driver is idle. */
  read<Row>({ sql, parameters }: CompiledQuery<Row>): readonly Row[] {
    return this.#execute<Row>(sql, parameters).rows;
  }

  /** The same as soon as the driver is idle. */
  async query<Row>(query: CompiledQuery<Row>): Promise<readonly Row[]> {
    if (this.#transaction !== undefined) await this.idle();
    return this.read(query);
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    const connection: DatabaseConnection = {
      executeQuery: async <Row>(query: CompiledQuery): Promise<QueryResult<Row>> => {
        while (this.#transaction !== undefined && this.#transaction.owner !== connection) {
          await this.#transaction.over.promise;
        }
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
      const path = this.#dataFile === undefined ? this.#database?.location() : null;
      if (typeof path === 'string') this.#dataFile = rememberDataFile(path);
    } catch (error) {
      this.#endTransaction();
      throw error;
    }
  }

  async commitTransaction(): Promise<void> {
    this.#dataFile?.confirmNames();
    this.#execute('commit', []);
    this.#changes += 1;
    this.#endTransaction();
  }

  async rollbackTransaction(): Promise<void> {
    try {
      // SQLite has already rolled back if the disk is full or cannot be written.
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
    try {
      return this.#run(sql, parameters);
    } catch (error) {
      if (isDamage(error)) this.#damage ??= error;
      throw error;
    }
  }

  #run<Row>(sql: string, parameters: readonly unknown[]): QueryResult<Row> {
    const { statement, returnsRows } = this.#prepare(sql);
    const values = parameters.map(inputValue);
    if (returnsRows) return { rows: statement.all(...values) as Row[] };
    // Outside a transaction the statement commits itself.
    if (this.#transaction === undefined) this.#dataFile?.confirmNames();
    const { changes } = statement.run(...values);
    if (this.#transaction === undefined) this.#changes += 1;
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

function isDamage(error: unknown): boolean {
  const { errcode } = error as { readonly errcode?: unknown };
  return typeof errcode === 'number' && damageCodes.has(errcode & 0xff);
}

function inputValue(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint')
    return value;
  throw new TypeError(`SQLite cannot store a ${typeof value}. Pass text, a number or null.`);
}
