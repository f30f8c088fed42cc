import { setTimeout as pause } from 'node:timers/promises';
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import type pg from 'pg';

/** When a read is given up, in milliseconds. PostgreSQL itself ends a statement by then. */
export const readTimeoutMilliseconds = 10_000;

const pauseMilliseconds = 10;

/** The codes of PostgreSQL, the network and the driver for an established connection that was closed. */
const closedCodes = new Set(['57P01', '57P02', '57P05', '08003', '08006', 'ECONNRESET', 'EPIPE']);

/**
 * A pool in which a read survives the loss of its connection: outside a transaction it is tried again on new ones,
 * until its time is over. A write is not, because it may have been carried out. If the database refuses new
 * connections, the error is reported at once.
 */
export class SteadyPool implements PostgresPool {
  readonly #pool: pg.Pool;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  get options(): object {
    return this.#pool.options;
  }

  async connect(): Promise<PostgresPoolClient> {
    const giveUpAt = Date.now() + readTimeoutMilliseconds;
    return new SteadyClient(this.#pool, await connect(this.#pool, giveUpAt));
  }

  end(): Promise<void> {
    return this.#pool.end();
  }
}

class SteadyClient implements PostgresPoolClient {
  readonly #pool: pg.Pool;
  #client: pg.PoolClient;
  #isReleased = false;
  #isInTransaction = false;

  constructor(pool: pg.Pool, client: pg.PoolClient) {
    this.#pool = pool;
    this.#client = client;
  }

  query<Row>(statement: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<Row>>;
  query<Row>(cursor: PostgresCursor<Row>): PostgresCursor<Row>;
  query(
    statement: string | PostgresCursor<unknown>,
    parameters: readonly unknown[] = [],
  ): Promise<PostgresQueryResult<unknown>> | PostgresCursor<unknown> {
    if (typeof statement !== 'string') throw new Error('Answers are not streamed here. Use execute().');
    if (/^(?:begin|start transaction)\b/i.test(statement)) this.#isInTransaction = true;
    return this.#isInTransaction || !/^select\b/i.test(statement)
      ? this.#run(statement, parameters)
      : this.#read(statement, parameters);
  }

  release(destroy?: boolean): void {
    if (!this.#isReleased) this.#client.release(destroy === true);
    this.#isReleased = true;
  }

  async #run(statement: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<unknown>> {
    const { command, rowCount, rows } = await this.#client.query(statement, [...parameters]);
    return { command: command as PostgresQueryResult<unknown>['command'], rowCount: rowCount ?? 0, rows };
  }

  async #read(statement: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<unknown>> {
    const giveUpAt = Date.now() + readTimeoutMilliseconds;
    for (;;) {
      try {
        return await this.#run(statement, parameters);
      } catch (error) {
        if (!isClosed(error) || Date.now() >= giveUpAt) throw error;
      }
      this.#client.release(true);
      this.#isReleased = true;
      this.#client = await connect(this.#pool, giveUpAt);
      this.#isReleased = false;
    }
  }
}

/** A connection. If it is closed while it is being established, it is tried again. */
async function connect(pool: pg.Pool, giveUpAt: number): Promise<pg.PoolClient> {
  for (;;) {
    try {
      return await pool.connect();
    } catch (error) {
      if (!isClosed(error) || Date.now() >= giveUpAt) throw error;
      await pause(pauseMilliseconds);
    }
  }
}

function isClosed(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && typeof error.code === 'string') return closedCodes.has(error.code);
  // The driver gives these errors no code.
  return /^connection terminated|client has encountered a connection error|client was closed/i.test(
    error.message,
  );
}
