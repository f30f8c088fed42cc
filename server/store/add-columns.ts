// The changes of the tables since the first version.
import { type Kysely, sql } from 'kysely';
import { type Dialect, textType } from './dialect.ts';

/** Each workspace has a version. */
export async function addVersions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('workspaces')
    .addColumn('version', 'bigint', (column) => column.notNull().defaultTo(1))
    .execute();
}

/** A workspace is removed at once, and its rows later; so its id in the rows is not the id that clients know. */
export async function addRetirement(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const text = textType(dialect);
  await db.schema
    .alterTable('workspaces')
    .addColumn('public_id', text, (column) => column.notNull().defaultTo(''))
    .execute();
  await db.schema.alterTable('workspaces').addColumn('retired_at', text).execute();
  await sql`update workspaces set public_id = id`.execute(db);
  await db.schema
    .createIndex('workspaces_by_public_id')
    .unique()
    .on('workspaces')
    .column('public_id')
    .where(sql.ref('retired_at'), 'is', null)
    .execute();
  await db.schema
    .createIndex('workspaces_retired')
    .on('workspaces')
    .column('retired_at')
    .where(sql.ref('retired_at'), 'is not', null)
    .execute();
}

/** The connections of scenario users are shared by all workspaces until one changes them. */
export async function addSharedScenarios(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('users')
    .addColumn('shares_scenario', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
}

/** Users have the fields of the vendors' users, and developers have tokens. */
export async function addProfiles(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const text = textType(dialect);
  const users = () => db.schema.alterTable('users');
  await users()
    .addColumn('has_uuid', 'integer', (column) => column.notNull().defaultTo(1))
    .execute();
  await users().addColumn('client_user_id', text).execute();
  await users().addColumn('email', text).execute();
  await users()
    .addColumn('profile', text, (column) => column.notNull().defaultTo('{}'))
    .execute();
  await users()
    .addColumn('is_demo', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  for (const column of ['client_user_id', 'email'])
    await db.schema
      .createIndex(`users_by_${column}`)
      .unique()
      .on('users')
      .columns(['workspace_id', column])
      .where(sql.ref(column), 'is not', null)
      .execute();
  await db.schema
    .alterTable('api_keys')
    .addColumn('kind', text, (column) => column.notNull().defaultTo('key'))
    .execute();
}

/** A workspace chooses the editions of its APIs. */
export async function addEditions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('workspaces')
    .addColumn('editions', 'text', (column) => column.notNull().defaultTo('{}'))
    .execute();
}

/** The users who are connected to one account at a provider can be found. */
export async function addAccountIndex(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('connections_by_account')
    .on('connections')
    .columns(['workspace_id', 'provider', 'external_id'])
    .where(sql.ref('external_id'), 'is not', null)
    .execute();
}

/** Each workspace has a clock. That of an existing one shows the base clock. */
export async function addClocks(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const workspaces = () => db.schema.alterTable('workspaces');
  await workspaces()
    .addColumn('clock_offset', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute();
  await workspaces().addColumn('clock_frozen_at', textType(dialect)).execute();
}

/** Tokens expire, and demo connections end. Those that exist began with the first connection of their user. */
export async function addDueTimes(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const text = textType(dialect);
  for (const [table, column] of [
    ['workspaces', 'next_due_at'],
    ['connections', 'expires_at'],
    ['users', 'demo_since'],
  ] as const)
    await db.schema.alterTable(table).addColumn(column, text).execute();
  for (const [table, column] of [
    ['connections', 'expires_at'],
    ['users', 'demo_since'],
  ] as const)
    await db.schema
      .createIndex(`${table}_by_${column}`)
      .on(table)
      .columns(['workspace_id', column])
      .where(sql.ref(column), 'is not', null)
      .execute();
  await sql`
    update users set demo_since = coalesce(
      (select min(connections.created_at) from connections
        where connections.workspace_id = users.workspace_id and connections.user_id = users.id),
      created_at
    ) where is_demo = 1`.execute(db);
  // It is computed when the workspace is used next.
  await sql`
    update workspaces set next_due_at = created_at
    where exists (select 1 from users where users.workspace_id = workspaces.id and users.is_demo = 1)`.execute(
    db,
  );
}
