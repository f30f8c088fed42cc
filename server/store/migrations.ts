import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { StoreRefusal } from './store-refusal.ts';
import type { Tables } from './tables.ts';

export type Dialect = 'sqlite' | 'postgres';

/**
 * Brings the tables to the newest version, inside the given transaction.
 * Throws the error that the migrator reports; the transaction then undoes everything.
 */
export async function migrate(transaction: Kysely<Tables>, dialect: Dialect): Promise<void> {
  const known = migrations(dialect);
  const provider = { getMigrations: async () => known };
  const { error } = await new Migrator({ db: transaction, provider }).migrateToLatest();
  if (error === undefined) return;
  const newer = await newerMigration(transaction, Object.keys(known));
  if (newer === undefined) throw error;
  throw new StoreRefusal(
    `it is from a newer version of connections-contract, which made the change ${newer}`,
    'Use that version or a newer one, or other data',
  );
}

/** The name of a migration that the database has and this version does not have. */
async function newerMigration(
  transaction: Kysely<Tables>,
  known: readonly string[],
): Promise<string | undefined> {
  try {
    const { rows } = await sql<{ readonly name: string }>`select name from kysely_migration`.execute(
      transaction,
    );
    return rows.map(({ name }) => name).find((name) => !known.includes(name));
  } catch {
    // The migration has failed for another reason, which is the one to report.
    return undefined;
  }
}

function migrations(dialect: Dialect): Record<string, Migration> {
  return {
    '0001_first': { up: (db) => createTables(db, dialect) },
    '0002_versions': { up: addVersions },
  };
}

async function addVersions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('workspaces')
    .addColumn('version', 'bigint', (column) => column.notNull().defaultTo(1))
    .execute();
}

async function createTables(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  // Text order must be byte order on both databases, in every locale.
  const text = dialect === 'postgres' ? sql`text collate "C"` : sql`text`;

  await db.schema
    .createTable('workspaces')
    .addColumn('id', text, (column) => column.primaryKey().notNull())
    .addColumn('name', text, (column) => column.notNull())
    .addColumn('own_user_id', text, (column) => column.notNull())
    .addColumn('created_at', text, (column) => column.notNull())
    .execute();

  await db.schema
    .createTable('api_keys')
    .addColumn('workspace_id', text, (column) =>
      column.notNull().references('workspaces.id').onDelete('cascade'),
    )
    .addColumn('vendor', text, (column) => column.notNull())
    .addColumn('lookup', text, (column) => column.notNull())
    .addColumn('hash', text, (column) => column.notNull())
    .addColumn('revoked_at', text)
    .addPrimaryKeyConstraint('api_keys_pk', ['workspace_id', 'vendor', 'hash'])
    .execute();
  await db.schema.createIndex('api_keys_by_lookup').on('api_keys').columns(['vendor', 'lookup']).execute();

  await db.schema
    .createTable('users')
    .addColumn('workspace_id', text, (column) =>
      column.notNull().references('workspaces.id').onDelete('cascade'),
    )
    .addColumn('id', text, (column) => column.notNull())
    .addColumn('created_at', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('users_pk', ['workspace_id', 'id'])
    .execute();

  await db.schema
    .createTable('connections')
    .addColumn('workspace_id', text, (column) => column.notNull())
    .addColumn('user_id', text, (column) => column.notNull())
    .addColumn('id', text, (column) => column.notNull())
    .addColumn('provider', text, (column) => column.notNull())
    .addColumn('provider_name', text)
    .addColumn('logo', text)
    .addColumn('external_id', text)
    .addColumn('external_username', text)
    .addColumn('granted_scopes', text)
    .addColumn('state', text, (column) => column.notNull())
    .addColumn('cause_type', text)
    .addColumn('cause_message', text)
    .addColumn('cause_at', text)
    .addColumn('resources', text, (column) => column.notNull())
    .addColumn('label', text)
    .addColumn('integration_type', text)
    .addColumn('config', text)
    .addColumn('credential_id', text, (column) => column.notNull())
    .addColumn('created_by', text, (column) => column.notNull())
    .addColumn('last_synced_at', text)
    .addColumn('created_at', text, (column) => column.notNull())
    .addColumn('updated_at', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('connections_pk', ['workspace_id', 'id'])
    .addForeignKeyConstraint(
      'connections_user',
      ['workspace_id', 'user_id'],
      'users',
      ['workspace_id', 'id'],
      (key) => key.onDelete('cascade'),
    )
    .execute();
  await db.schema
    .createIndex('connections_by_creation')
    .on('connections')
    .columns(['workspace_id', 'user_id', 'created_at desc', 'id'])
    .execute();
  await db.schema
    .createIndex('connections_by_change')
    .on('connections')
    .columns(['workspace_id', 'user_id', 'updated_at desc', 'id'])
    .execute();
  // A user has each wearable once, and any number of integrations.
  await db.schema
    .createIndex('connections_one_a_wearable')
    .unique()
    .on('connections')
    .columns(['workspace_id', 'user_id', 'provider'])
    .where(sql.ref('integration_type'), 'is', null)
    .execute();
}
