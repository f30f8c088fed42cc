import { type Kysely, sql } from 'kysely';
import type { Dialect } from './dialect.ts';
import { StoreRefusal } from './store-refusal.ts';
import type { Tables } from './tables.ts';

/** Rejects if the database may only be read. Call it in a transaction, when the tables exist. */
export async function confirmWritable(transaction: Kysely<Tables>, dialect: Dialect): Promise<void> {
  switch (dialect) {
    case 'sqlite':
      return confirmWritableFile(transaction);
    case 'postgres':
      return confirmWritablePostgres(transaction);
  }
}

/** SQLite begins a transaction for writing also in a read-only file, and refuses only the first write. */
async function confirmWritableFile(transaction: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{ readonly user_version: number }>`pragma user_version`.execute(transaction);
  await sql`pragma user_version = ${sql.lit(rows[0]?.user_version ?? 0)}`.execute(transaction);
}

const tables = ['workspaces', 'api_keys', 'users', 'connections'] as const satisfies (keyof Tables)[];

/** Rejects if the PostgreSQL database, the transaction or the role may only read. */
export async function confirmWritablePostgres(db: Kysely<Tables>): Promise<void> {
  const names = sql.join(tables.map((name) => sql.lit(name)));
  const { rows } = await sql<{ readonly read_only: string; readonly missing: string | null }>`
    select current_setting('transaction_read_only') as read_only,
      (select string_agg(p || ' on ' || t, ', ' order by t, p)
        from unnest(array[${names}]) t, unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE']) p
        where not has_table_privilege(t, p)) as missing`.execute(db);
  const { read_only: readOnly, missing } = rows[0] ?? { read_only: 'on', missing: null };
  if (readOnly === 'on')
    throw new StoreRefusal('the database is read-only', 'Use a database that can be written');
  if (missing !== null)
    throw new StoreRefusal(`the role does not have ${missing}`, 'Grant it, or use another role');
}
