import { type Kysely, sql } from 'kysely';
import { type Dialect, textType } from './dialect.ts';

/** Creates the tables as they were in the first version. */
export async function createTables(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const text = textType(dialect);

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
