import type { Kysely } from 'kysely';
import { type Dialect, textType } from './dialect.ts';

/** Creates the tables of links that have begun, and of users that can be restored. */
export async function createLinkTables(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const text = textType(dialect);

  await db.schema
    .createTable('links')
    .addColumn('workspace_id', text, (column) =>
      column.notNull().references('workspaces.id').onDelete('cascade'),
    )
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('lookup', text, (column) => column.notNull())
    .addColumn('hash', text, (column) => column.notNull())
    .addColumn('parent_hash', text)
    .addColumn('vendor', text, (column) => column.notNull())
    .addColumn('user_id', text, (column) => column.notNull())
    .addColumn('provider', text)
    .addColumn('redirect_url', text)
    .addColumn('settings', text, (column) => column.notNull())
    .addColumn('pending', text)
    .addColumn('created_at', text, (column) => column.notNull())
    .addColumn('expires_at', text, (column) => column.notNull())
    .addColumn('consumed_at', text)
    .addPrimaryKeyConstraint('links_pk', ['workspace_id', 'hash'])
    .execute();
  await db.schema.createIndex('links_by_lookup').on('links').columns(['kind', 'lookup']).execute();

  await db.schema
    .createTable('deleted_users')
    .addColumn('workspace_id', text, (column) =>
      column.notNull().references('workspaces.id').onDelete('cascade'),
    )
    .addColumn('id', text, (column) => column.notNull())
    .addColumn('client_user_id', text)
    .addColumn('email', text)
    .addColumn('profile', text, (column) => column.notNull())
    .addColumn('is_demo', 'integer', (column) => column.notNull())
    .addColumn('created_at', text, (column) => column.notNull())
    .addColumn('deleted_at', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('deleted_users_pk', ['workspace_id', 'id'])
    .execute();
}
