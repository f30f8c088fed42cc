import { once } from 'node:events';
import type { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import type pg from 'pg';
import { isConnectionClosed, isQueryTimeout } from './lost-connection.ts';
import {
  closingMilliseconds,
  graceMilliseconds,
  readMilliseconds,
  statementMilliseconds,
} from './time-limits.ts';

const pauseMilliseconds = 10;

/**
 * A pool in which a read and the start of a transaction survive the loss of their connection: they are tried again on
 * new ones, until their time is over. A write is not, because it may have been carried out. If the database refuses new
 * connections, the error is reported at once. A database that does not answer delays neither a query nor `end` longer
 * than `time-limits.ts` says.
 */
export class SteadyPool implements PostgresPool {
  readonly #pool: pg.Pool;
  readonly #sockets: ReadonlySet<Socket>;

  constructor({ pool, sockets }: { readonly pool: pg.Pool; readonly sockets: ReadonlySet<Socket> }) {
    this.#pool = pool;
    this.#sockets = sockets;
  }

  get options(): object {
    return this.#pool.options;
  }

  async connect(): Promise<PostgresPoolClient> {
    const giveUpAt = Date.now() + readMilliseconds;
    return new SteadyClient(this.#pool, await connect(this.#pool, giveUpAt), giveUpAt);
  }

  /** Resolves when all connections are closed. */
  async end(): Promise<void> {
    const closed = Array.from(this.#sockets, (socket) => once(socket, 'close').catch(() => undefined));
    const cutOff = setTimeout(() => {
      for (const socket of this.#sockets) socket.destroy();
    }, closingMilliseconds);
    await this.#pool.end();
    await Promise.all(closed);
    clearTimeout(cutOff);
  }
}

class SteadyClient implements PostgresPoolClient {
  readonly #pool: pg.Pool;
  readonly #giveUpAt: number;
  #client: pg.PoolClient | undefined;
  #isInTransaction = false;
  /** Why the connection cannot be used any more. */
  #loss: unknown;
  readonly #onLoss = (error: unknown) => {
    this.#loss ??= error;
  };

  constructor(pool: pg.Pool, client: pg.PoolClient, giveUpAt: number) {
    this.#pool = pool;
    this.#giveUpAt = giveUpAt;
    this.#client = client.on('error', this.#onLoss);
  }

  query<Row>(statement: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<Row>>;
  query<Row>(cursor: PostgresCursor<Row>): PostgresCursor<Row>;
  query(
    statement: string | PostgresCursor<unknown>,
    parameters: readonly unknown[] = [],
  ): Promise<PostgresQueryResult<unknown>> | PostgresCursor<unknown> {
    if (typeof statement !== 'string') throw new Error('Answers are not streamed here. Use execute().');
    const isStart = /^(?:begin|start transaction)\b/i.test(statement);
    const isRepeatable = !this.#isInTransaction && (isStart || /^select\b/i.test(statement));
    this.#isInTransaction ||= isStart;
    if (isRepeatable) return this.#runRepeatedly(statement, parameters);
    return /^rollback$/i.test(statement) ? this.#rollBack() : this.#run(statement, parameters);
  }

  release(destroy?: boolean): void {
    this.#client?.off('error', this.#onLoss).release(destroy === true || this.#loss !== undefined);
    this.#client = undefined;
  }

  async #run(
    text: string,
    parameters: readonly unknown[],
    milliseconds = statementMilliseconds + graceMilliseconds,
  ): Promise<PostgresQueryResult<unknown>> {
    if (this.#client === undefined || this.#loss !== undefined) throw this.#loss;
    try {
      const query = { text, values: [...parameters], query_timeout: milliseconds };
      const { command, rowCount, rows } = await this.#client.query(query);
      return { command: command as PostgresQueryResult<unknown>['command'], rowCount: rowCount ?? 0, rows };
    } catch (error) {
      if (isConnectionClosed(error) || isQueryTimeout(error)) this.#onLoss(error);
      throw error;
    }
  }

  /** Without its connection a transaction is rolled back by itself. An error here would hide the first one. */
  async #rollBack(): Promise<PostgresQueryResult<unknown>> {
    try {
      return await this.#run('rollback', []);
    } catch (error) {
      this.#onLoss(error);
      return { command: 'ROLLBACK', rowCount: 0, rows: [] };
    }
  }

  async #runRepeatedly(
    statement: string,
    parameters: readonly unknown[],
  ): Promise<PostgresQueryResult<unknown>> {
    for (;;) {
      try {
        return await this.#run(statement, parameters, Math.max(1, this.#giveUpAt - Date.now()));
      } catch (error) {
        if (!isConnectionClosed(error) || Date.now() >= this.#giveUpAt) throw error;
      }
      this.release(true);
      const client = await connect(this.#pool, this.#giveUpAt);
      this.#client = client.on('error', this.#onLoss);
      this.#loss = undefined;
    }
  }
}

/** A connection. If it is closed while it is being established, it is tried again. */
async function connect(pool: pg.Pool, giveUpAt: number): Promise<pg.PoolClient> {
  for (;;) {
    try {
      return await pool.connect();
    } catch (error) {
      if (!isConnectionClosed(error) || Date.now() >= giveUpAt) throw error;
      await pause(pauseMilliseconds);
    }
  }
}
