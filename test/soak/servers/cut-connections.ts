import pg from 'pg';

/** Cuts the connections of a PostgreSQL database. */
export interface Cutter {
  /** Ends all other connections to the database. */
  cut(): Promise<void>;
  close(): Promise<void>;
}

/** Connects to the database directly, without a relay. */
export async function connectCutter(data: string): Promise<Cutter> {
  const client = new pg.Client({ connectionString: data });
  // Ctrl-C ends PostgreSQL too. A query that fails rejects on its own.
  client.on('error', () => undefined);
  await client.connect();
  return {
    async cut() {
      await client.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      );
    },
    close: () => client.end(),
  };
}
