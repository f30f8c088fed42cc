import type { Kysely } from 'kysely';
import type { Limits } from '../model/limits.ts';
import type { NewUser, User, UserProfile } from '../model/user.ts';
import type { ChangeWorkspace } from './change-workspace.ts';
import { type ExceededLimit, roomForUser } from './confirm-room.ts';
import type { FindStoredId } from './stored-id.ts';
import type { Tables } from './tables.ts';
import { fromUserRow, toUserRow } from './user-row.ts';
import type { Page } from './workspaces.ts';

/** The fields of a user that no two users of a workspace share. */
export type UniqueField = 'id' | 'clientUserId' | 'email';

/** A value that must be unique belongs to another user. */
export interface Taken {
  readonly kind: 'taken';
  readonly field: UniqueField;
  readonly user: User;
}

type Creation =
  | { readonly kind: 'created'; readonly user: User }
  | Taken
  | { readonly kind: 'no-workspace' }
  | ({ readonly kind: 'exceeds' } & ExceededLimit);

type Update = { readonly kind: 'updated'; readonly user: User } | Taken | { readonly kind: 'no-user' };

/** What changes about a user. What is left out stays. */
export type UserChange = Partial<Pick<User, 'clientUserId' | 'email'>> & {
  readonly profile?: Partial<UserProfile>;
};

/** The users of a workspace, which is named by its public id. */
export function createUsers(options: {
  readonly db: Kysely<Tables>;
  readonly changeWorkspace: ChangeWorkspace;
  readonly findStoredId: FindStoredId;
  readonly limits: Limits;
}) {
  const { db, changeWorkspace, findStoredId, limits } = options;

  async function findBy(publicId: string, column: 'id' | 'client_user_id', value: string) {
    const workspaceId = await findStoredId(publicId);
    // PostgreSQL refuses NUL in text.
    if (workspaceId === null || value.includes('\0')) return null;
    const row = await usersIn(db, workspaceId).where(column, '=', value).executeTakeFirst();
    return row === undefined ? null : fromUserRow(row);
  }

  return {
    /** `taken` names the first field whose value another user of the workspace has. An e-mail is compared exactly. */
    async create(publicId: string, user: NewUser): Promise<Creation> {
      const outcome = await changeWorkspace<Creation>(publicId, async (transaction, workspaceId) => {
        const taken = await takenBy(transaction, workspaceId, user);
        if (taken !== null) return { outcome: taken, isChanged: false };
        const exceeded = await roomForUser(transaction, workspaceId, limits);
        if (exceeded !== null) return { outcome: { kind: 'exceeds', ...exceeded }, isChanged: false };
        const row = toUserRow(workspaceId, user);
        await transaction.insertInto('users').values(row).execute();
        return { outcome: { kind: 'created', user: fromUserRow(row) }, isChanged: true };
      });
      return outcome ?? { kind: 'no-workspace' };
    },

    find: (publicId: string, userId: string): Promise<User | null> => findBy(publicId, 'id', userId),

    findByClientUserId: (publicId: string, clientUserId: string): Promise<User | null> =>
      findBy(publicId, 'client_user_id', clientUserId),

    /** One page ordered by id; null if there is no such workspace. */
    async list(publicId: string, { after, limit }: Page): Promise<User[] | null> {
      const workspaceId = await findStoredId(publicId);
      if (workspaceId === null) return null;
      const page = usersIn(db, workspaceId).where('id', '>', after).orderBy('id').limit(limit);
      return (await page.execute()).map(fromUserRow);
    },

    /** All users whose id is a UUID, newest first, then by id. The limit of users bounds their number. */
    async all(publicId: string): Promise<User[]> {
      const workspaceId = await findStoredId(publicId);
      if (workspaceId === null) return [];
      const all = usersIn(db, workspaceId)
        .where('has_uuid', '=', 1)
        .orderBy('created_at', 'desc')
        .orderBy('id');
      return (await all.execute()).map(fromUserRow);
    },

    async update(publicId: string, userId: string, change: UserChange): Promise<Update> {
      const outcome = await changeWorkspace<Update>(publicId, async (transaction, workspaceId) => {
        const row = await usersIn(transaction, workspaceId).where('id', '=', userId).executeTakeFirst();
        if (row === undefined) return { outcome: { kind: 'no-user' }, isChanged: false };
        const before = fromUserRow(row);
        const user = { ...before, ...change, profile: { ...before.profile, ...change.profile } };
        const { clientUserId, email } = change;
        const taken = await takenBy(transaction, workspaceId, { clientUserId, email }, userId);
        if (taken !== null) return { outcome: taken, isChanged: false };
        const { client_user_id, email: address, profile } = toUserRow(workspaceId, user);
        await transaction
          .updateTable('users')
          .set({ client_user_id, email: address, profile })
          .where('workspace_id', '=', workspaceId)
          .where('id', '=', userId)
          .execute();
        return { outcome: { kind: 'updated', user }, isChanged: true };
      });
      return outcome ?? { kind: 'no-user' };
    },

    /** Removes the user with all connections at once; false if the user does not exist. */
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

/** The query for the users of a workspace. */
export function usersIn(db: Kysely<Tables>, workspaceId: string) {
  return db.selectFrom('users').selectAll().where('workspace_id', '=', workspaceId);
}

/** The first unique value that another user than `except` has; null if all are free. */
export async function takenBy(
  transaction: Kysely<Tables>,
  workspaceId: string,
  wanted: { readonly [Field in UniqueField]?: string | null | undefined },
  except?: string,
): Promise<Taken | null> {
  const columns = { id: 'id', clientUserId: 'client_user_id', email: 'email' } as const;
  for (const field of ['id', 'clientUserId', 'email'] as const) {
    const value = wanted[field] ?? null;
    if (value === null) continue;
    let query = usersIn(transaction, workspaceId).where(columns[field], '=', value);
    if (except !== undefined) query = query.where('id', '!=', except);
    const row = await query.executeTakeFirst();
    if (row !== undefined) return { kind: 'taken', field, user: fromUserRow(row) };
  }
  return null;
}
