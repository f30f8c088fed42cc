import type { Kysely } from 'kysely';
import type { Instant } from '../model/instant.ts';
import type { Limits } from '../model/limits.ts';
import type { ChangeWorkspace } from './change-workspace.ts';
import { type ExceededLimit, roomForUser } from './confirm-room.ts';
import type { FindStoredId } from './stored-id.ts';
import type { Tables } from './tables.ts';
import type { Page } from './workspaces.ts';

export interface User {
  readonly id: string;
  readonly createdAt: Instant;
}

type Creation = 'created' | 'exists' | 'no-workspace' | ExceededLimit;

/** The users of a workspace, which is named by its public id. */
export function createUsers(options: {
  readonly db: Kysely<Tables>;
  readonly changeWorkspace: ChangeWorkspace;
  readonly findStoredId: FindStoredId;
  readonly limits: Limits;
}) {
  const { db, changeWorkspace, findStoredId, limits } = options;
  return {
    /** `exists` if the workspace already has a user with this id. */
    async create(publicId: string, { id, createdAt }: User): Promise<Creation> {
      const outcome = await changeWorkspace<Creation>(publicId, async (transaction, workspaceId) => {
        const exceeded = await roomForUser(transaction, workspaceId, limits);
        if (exceeded !== null) return { outcome: exceeded, isChanged: false };
        const { numInsertedOrUpdatedRows = 0n } = await transaction
          .insertInto('users')
          .values({ workspace_id: workspaceId, id, created_at: createdAt, shares_scenario: 0 })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst();
        const isChanged = numInsertedOrUpdatedRows > 0n;
        return { outcome: isChanged ? 'created' : 'exists', isChanged };
      });
      return outcome ?? 'no-workspace';
    },

    async find(publicId: string, userId: string): Promise<User | null> {
      const workspaceId = await findStoredId(publicId);
      if (workspaceId === null) return null;
      const row = await db
        .selectFrom('users')
        .selectAll()
        .where('workspace_id', '=', workspaceId)
        .where('id', '=', userId)
        .executeTakeFirst();
      return row === undefined ? null : userOf(row);
    },

    /** Null if there is no such workspace. */
    async list(publicId: string, { after, limit }: Page): Promise<User[] | null> {
      const workspaceId = await findStoredId(publicId);
      if (workspaceId === null) return null;
      const rows = await db
        .selectFrom('users')
        .selectAll()
        .where('workspace_id', '=', workspaceId)
        .where('id', '>', after)
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(userOf);
    },

    /** Removes the user with all connections; false if the user does not exist. */
    async remove(publicId: string, userId: string): Promise<boolean> {
      const outcome = await changeWorkspace(publicId, async (transaction, workspaceId) => {
        const { numDeletedRows } = await transaction
          .deleteFrom('users')
          .where('workspace_id', '=', workspaceId)
          .where('id', '=', userId)
          .executeTakeFirst();
        return { outcome: numDeletedRows > 0n, isChanged: numDeletedRows > 0n };
      });
      return outcome === true;
    },
  };
}

function userOf(row: Tables['users']): User {
  return { id: row.id, createdAt: row.created_at };
}
