import type { CompiledQuery, Kysely } from 'kysely';
import { vendors } from '../../spec/vendors.ts';
import type { NewWorkspace, Workspace } from '../model/workspace.ts';
import { workspaceSeed } from '../scenarios/workspace-seed.ts';
import { keyRow } from './api-keys.ts';
import { toRow } from './connection-row.ts';
import type { ConnectionRow, Tables } from './tables.ts';
import type { Transact } from './transactions.ts';

/** One page of a list that is ordered by id: at most `limit` entries after `after`. */
export interface Page {
  readonly after: string;
  readonly limit: number;
}

/** The workspaces of the store. A new workspace gets the scenario users in the same transaction. */
export function createWorkspaces(options: { readonly db: Kysely<Tables>; readonly transact: Transact }) {
  const { db, transact } = options;
  return {
    create: (workspace: NewWorkspace) => transact((transaction) => insertWorkspace(transaction, workspace)),

    async find(id: string): Promise<Workspace | null> {
      const row = await db.selectFrom('workspaces').selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : workspaceOf(row);
    },

    async list({ after, limit }: Page): Promise<Workspace[]> {
      const query = db
        .selectFrom('workspaces')
        .selectAll()
        .where('id', '>', after)
        .orderBy('id')
        .limit(limit);
      return (await query.execute()).map(workspaceOf);
    },

    /** Removes the workspace with everything in it; false if it does not exist. */
    async remove(id: string): Promise<boolean> {
      const { numDeletedRows } = await transact((transaction) =>
        transaction.deleteFrom('workspaces').where('id', '=', id).executeTakeFirst(),
      );
      return numDeletedRows > 0n;
    },
  };
}

/**
 * Inserts a workspace with its keys, users and connections; call it inside a transaction. `version` is higher than any
 * that a workspace of this id had before.
 */
export async function insertWorkspace(
  transaction: Kysely<Tables>,
  workspace: NewWorkspace,
  version = 1,
): Promise<void> {
  const { id, name, ownUserId, createdAt, keys, revokedKeys } = workspace;
  await transaction
    .insertInto('workspaces')
    .values({ id, name, own_user_id: ownUserId, created_at: createdAt, version })
    .execute();
  const keyRows = vendors.flatMap(({ vendor }) => [
    { workspace_id: id, vendor, ...keyRow(keys[vendor]), revoked_at: null },
    ...(revokedKeys === undefined
      ? []
      : [{ workspace_id: id, vendor, ...keyRow(revokedKeys[vendor]), revoked_at: createdAt }]),
  ]);
  await transaction.insertInto('api_keys').values(keyRows).execute();
  const { userIds, connections } = workspaceSeed(id, ownUserId);
  await transaction
    .insertInto('users')
    .values(userIds.map((userId) => ({ workspace_id: id, id: userId, created_at: createdAt })))
    .execute();
  await insertConnections(transaction, connections.map(toRow));
}

/** Both databases bound the parameters of one statement; a connection has 22. */
const rowsAtOnce = 100;

/** Building a statement takes longer than running it, so batches of the same length share one. */
async function insertConnections(transaction: Kysely<Tables>, rows: readonly ConnectionRow[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}) as (keyof ConnectionRow)[];
  const statements = new Map<number, CompiledQuery>();
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    const batch = rows.slice(start, start + rowsAtOnce);
    const statement =
      statements.get(batch.length) ?? transaction.insertInto('connections').values(batch).compile();
    statements.set(batch.length, statement);
    const parameters = batch.flatMap((row) => columns.map((column) => row[column]));
    await transaction.executeQuery({ ...statement, parameters });
  }
}

function workspaceOf(row: Tables['workspaces']): Workspace {
  return { id: row.id, name: row.name, ownUserId: row.own_user_id, createdAt: row.created_at };
}
