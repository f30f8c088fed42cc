import { Socket } from 'node:net';
import { PostgresDialect } from 'kysely';
import { SteadyPool } from './steady-pool.ts';
import { connectMilliseconds, graceMilliseconds, statementMilliseconds } from './time-limits.ts';

/** Makes the dialect of a PostgreSQL database. No query and no closing waits longer than `time-limits.ts` says. */
export async function createPostgresDialect(options: {
  readonly url: string;
  /** Called with the error of each connection that breaks while it is idle. */
  readonly onIdleError: (error: Error) => void;
}): Promise<PostgresDialect> {
  // Nothing else needs the driver.
  const { default: pg } = await import('pg');
  const sockets = new Set<Socket>();
  const pool = new pg.Pool({
    connectionString: options.url,
    max: 10,
    connectionTimeoutMillis: connectMilliseconds,
    statement_timeout: statementMilliseconds,
    // Otherwise a transaction of a lost network connection would keep its locks for hours.
    idle_in_transaction_session_timeout: statementMilliseconds + graceMilliseconds,
    application_name: 'connections-contract',
    stream() {
      const socket = new Socket();
      sockets.add(socket);
      return socket.once('close', () => sockets.delete(socket));
    },
  });
  pool.on('error', options.onIdleError);
  // While a client is in use the pool does not listen to it, and an unhandled error event ends the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return new PostgresDialect({ pool: new SteadyPool({ pool, sockets }) });
}
