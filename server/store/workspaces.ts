import type { Kysely } from 'kysely';
import { vendors } from '../../spec/vendors.ts';
import type { Limits } from '../model/limits.ts';
import type { DeveloperTokens, KeyKind, NewWorkspace, Workspace } from '../model/workspace.ts';
import { baseClock } from '../model/workspace-clock.ts';
import { scenarioPeople } from '../scenarios/scenario-people.ts';
import { connectionsOfOwnUser, connectionsOfScenarioUsers } from '../scenarios/workspace-seed.ts';
import { keyRow } from './api-keys.ts';
import { clockRow } from './clock-row.ts';
import { type ExceededLimit, roomForWorkspace } from './confirm-room.ts';
import { toRow } from './connection-row.ts';
import type { InsertRows } from './insert-rows.ts';
import type { Tables } from './tables.ts';
import type { Transact } from './transactions.ts';
import { toUserRow } from './user-row.ts';

/** One page of a list that is ordered by id: at most `limit` entries after `after`. */
export interface Page {
  readonly after: string;
  readonly limit: number;
}

/** The workspaces of the store, by their public ids. A new one gets the scenario users in the same transaction. */
export function createWorkspaces(options: {
  readonly db: Kysely<Tables>;
  readonly transact: Transact;
  /** Two creations at once must not exceed the limit together. */
  readonly transactInTurn: Transact;
  readonly limits: Limits;
  readonly insertRows: InsertRows;
  /** Called after a workspace was retired. */
  readonly onRetired: () => void;
}) {
  const { db, transact, transactInTurn, limits, insertRows, onRetired } = options;
  const existing = () => db.selectFrom('workspaces').selectAll().where('retired_at', 'is', null);
  return {
    create: (workspace: NewWorkspace): Promise<'created' | ExceededLimit> =>
      transactInTurn(async (transaction) => {
        const exceeded = await roomForWorkspace(transaction, limits);
        if (exceeded !== null) return exceeded;
        // The public id of a new workspace is random.
        await insertWorkspace(transaction, insertRows, workspace, workspace.id);
        return 'created';
      }),

    async find(publicId: string): Promise<Workspace | null> {
      const row = await existing().where('public_id', '=', publicId).executeTakeFirst();
      return row === undefined ? null : workspaceOf(row);
    },

    async list({ after, limit }: Page): Promise<Workspace[]> {
      const query = existing().where('public_id', '>', after).orderBy('public_id').limit(limit);
      return (await query.execute()).map(workspaceOf);
    },

    /** Removes the workspace with everything in it; false if it does not exist. */
    async remove(publicId: string): Promise<boolean> {
      const { numUpdatedRows } = await transact((transaction) =>
        retire(transaction).where('public_id', '=', publicId).executeTakeFirst(),
      );
      const isRemoved = numUpdatedRows > 0n;
      if (isRemoved) onRetired();
      return isRemoved;
    },
  };
}

/** The statement that removes all workspaces for every client. Deleting their rows takes longer and happens later. */
export function retire(transaction: Kysely<Tables>) {
  return transaction
    .updateTable('workspaces')
    .set({ retired_at: new Date().toISOString() })
    .where('retired_at', 'is', null);
}

/**
 * Inserts a workspace with its keys and users; call it inside a transaction. The connections of scenario users are
 * shared. No workspace may ever have had `storedId`, because answers are cached by it and by the version.
 */
export async function insertWorkspace(
  transaction: Kysely<Tables>,
  insertRows: InsertRows,
  workspace: NewWorkspace,
  storedId: string,
): Promise<void> {
  const { id: publicId, name, ownUserId, createdAt, editions } = workspace;
  const row = { id: storedId, public_id: publicId, name, own_user_id: ownUserId, created_at: createdAt };
  await insertRows(transaction, 'workspaces', [
    {
      ...row,
      editions: JSON.stringify(editions),
      version: 1,
      retired_at: null,
      ...clockRow(baseClock),
      next_due_at: null,
    },
  ]);
  await insertRows(transaction, 'api_keys', keyRowsOf(workspace, storedId));
  const scenarioRows = [...connectionsOfScenarioUsers.keys()].map((id) =>
    toUserRow(storedId, { ...scenarioPeople.get(id), id, createdAt }, true),
  );
  await insertRows(transaction, 'users', [
    ...scenarioRows,
    toUserRow(storedId, { id: ownUserId, createdAt }),
  ]);
  const own = connectionsOfOwnUser(ownUserId).map((connection) => toRow(storedId, connection));
  await insertRows(transaction, 'connections', own);
}

/** The keys and tokens of a workspace, the revoked ones included. */
function keyRowsOf(workspace: NewWorkspace, storedId: string): Tables['api_keys'][] {
  const { createdAt, keys, developerTokens, revokedKeys, revokedTokens } = workspace;
  const sets: readonly {
    readonly kind: KeyKind;
    readonly secrets: DeveloperTokens;
    readonly revoked_at: string | null;
  }[] = [
    { kind: 'key', secrets: keys, revoked_at: null },
    { kind: 'developer-token', secrets: developerTokens, revoked_at: null },
    { kind: 'key', secrets: revokedKeys ?? {}, revoked_at: createdAt },
    { kind: 'developer-token', secrets: revokedTokens ?? {}, revoked_at: createdAt },
  ];
  return sets.flatMap(({ kind, secrets, revoked_at }) =>
    vendors.flatMap(({ vendor }) => {
      const secret = secrets[vendor];
      if (secret === undefined) return [];
      return [{ workspace_id: storedId, vendor, kind, ...keyRow(secret), revoked_at }];
    }),
  );
}

function workspaceOf(row: Tables['workspaces']): Workspace {
  return {
    id: row.public_id,
    name: row.name,
    ownUserId: row.own_user_id,
    createdAt: row.created_at,
    editions: JSON.parse(row.editions),
  };
}
