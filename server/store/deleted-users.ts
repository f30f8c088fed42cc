import type { Kysely } from 'kysely';
import type { Instant } from '../model/instant.ts';
import type { Limits } from '../model/limits.ts';
import { graceMilliseconds, type User } from '../model/user.ts';
import type { ChangeWorkspace } from './change-workspace.ts';
import { type ExceededLimit, roomForUser } from './confirm-room.ts';
import type { FindStoredId } from './stored-id.ts';
import type { DeletedUserRow, Tables } from './tables.ts';
import { fromUserRow, toUserRow } from './user-row.ts';
import { takenBy, usersIn } from './users.ts';

type Restoration = 'restored' | 'no-user' | 'taken' | ExceededLimit;

/** How a deleted user is named. */
export type DeletedUserName = { readonly userId: string } | { readonly clientUserId: string };

/**
 * The users that are deleted with a grace period: nothing shows them, and they can be restored without their
 * connections. A workspace is named by its public id.
 */
export function createDeletedUsers(options: {
  readonly db: Kysely<Tables>;
  readonly changeWorkspace: ChangeWorkspace;
  readonly findStoredId: FindStoredId;
  readonly limits: Limits;
}) {
  const { db, changeWorkspace, findStoredId, limits } = options;

  return {
    /** Deletes the user, and its connections for good; false if the user does not exist. */
    async deleteLater(publicId: string, userId: string, now: Instant): Promise<boolean> {
      const outcome = await changeWorkspace(publicId, async (transaction, workspaceId) => {
        const row = await usersIn(transaction, workspaceId).where('id', '=', userId).executeTakeFirst();
        if (row === undefined) return { outcome: false, isChanged: false };
        const { client_user_id, email, profile, created_at, is_demo } = row;
        const kept = { client_user_id, email, profile, created_at, is_demo };
        const name = { workspace_id: workspaceId, id: userId };
        await transaction
          .deleteFrom('deleted_users')
          .where('workspace_id', '=', workspaceId)
          .where((where) => where.or([where('id', '=', userId), where('deleted_at', '<', endOfGrace(now))]))
          .execute();
        await transaction
          .insertInto('deleted_users')
          .values({ ...name, ...kept, deleted_at: now })
          .execute();
        await transaction
          .deleteFrom('users')
          .where('workspace_id', '=', workspaceId)
          .where('id', '=', userId)
          .execute();
        return { outcome: true, isChanged: true };
      });
      return outcome === true;
    },

    /** The user that was deleted last under this name, while it can be restored. */
    async findDeleted(publicId: string, name: DeletedUserName, now: Instant): Promise<User | null> {
      const workspaceId = await findStoredId(publicId);
      const row = workspaceId === null ? undefined : await deletedRow(db, workspaceId, name, now);
      return row === undefined ? null : fromUserRow(row);
    },

    /** `taken` if another user has its id, its client id or its e-mail by now. */
    async restore(publicId: string, userId: string, now: Instant): Promise<Restoration> {
      const outcome = await changeWorkspace<Restoration>(publicId, async (transaction, workspaceId) => {
        const row = await deletedRow(transaction, workspaceId, { userId }, now);
        if (row === undefined) return { outcome: 'no-user', isChanged: false };
        const user = { ...fromUserRow(row), isDemo: false };
        if ((await takenBy(transaction, workspaceId, user)) !== null)
          return { outcome: 'taken', isChanged: false };
        const exceeded = await roomForUser(transaction, workspaceId, limits);
        if (exceeded !== null) return { outcome: exceeded, isChanged: false };
        await transaction
          .deleteFrom('deleted_users')
          .where('workspace_id', '=', workspaceId)
          .where('id', '=', userId)
          .execute();
        await transaction.insertInto('users').values(toUserRow(workspaceId, user)).execute();
        return { outcome: 'restored', isChanged: true };
      });
      return outcome ?? 'no-user';
    },
  };
}

async function deletedRow(
  db: Kysely<Tables>,
  workspaceId: string,
  name: DeletedUserName,
  now: Instant,
): Promise<DeletedUserRow | undefined> {
  const [column, value] =
    'userId' in name ? (['id', name.userId] as const) : (['client_user_id', name.clientUserId] as const);
  if (value.includes('\0')) return undefined;
  return db
    .selectFrom('deleted_users')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where(column, '=', value)
    .where('deleted_at', '>=', endOfGrace(now))
    .orderBy('deleted_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Users that were deleted before this moment cannot be restored. */
function endOfGrace(now: Instant): Instant {
  return new Date(Date.parse(now) - graceMilliseconds).toISOString();
}
