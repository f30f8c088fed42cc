import type { Kysely, UpdateResult } from 'kysely';
import type { Connection } from '../model/connection.ts';
import type { Limits } from '../model/limits.ts';
import {
  applyTransition,
  fieldsOfTransitions,
  type Transition,
  type TransitionOutcome,
} from '../model/transition.ts';
import type { ChangeWorkspace } from './change-workspace.ts';
import { type ExceededLimit, roomForConnection } from './confirm-room.ts';
import { columnsOf, fromRow, toRow } from './connection-row.ts';
import { prepareQuery } from './prepared-query.ts';
import { noteDue } from './settle-due.ts';
import { type OwnConnections, sharedConnections, sharedHolderOf } from './shared-scenarios.ts';
import type { ConnectionRow, Tables } from './tables.ts';
import type { Page } from './workspaces.ts';

/** The path to a connection. */
export interface ConnectionAddress {
  /** The public id of the workspace. */
  readonly workspaceId: string;
  readonly userId: string;
  readonly connectionId: string;
}

type Creation = 'created' | 'exists' | 'no-user' | ExceededLimit;
type Owner = Pick<Tables['users'], 'workspace_id' | 'shares_scenario'>;

/** The connections of a user, as the sandbox API handles them one by one. */
export function createConnections(options: {
  readonly db: Kysely<Tables>;
  readonly changeWorkspace: ChangeWorkspace;
  readonly ownConnections: OwnConnections;
  readonly limits: Limits;
}) {
  const { db, changeWorkspace, ownConnections, limits } = options;

  const findRow = prepareQuery<ConnectionAddress, ConnectionRow>((parameter) =>
    db
      .selectFrom('connections')
      .selectAll()
      .where('workspace_id', '=', parameter('workspaceId'))
      .where('user_id', '=', parameter('userId'))
      .where('id', '=', parameter('connectionId')),
  );
  // No more columns than these: SQLite rewrites each index that contains one of them.
  const transited = columnsOf(fieldsOfTransitions);
  const writeTransition = prepareQuery<ConnectionRow, UpdateResult>((parameter) =>
    db
      .updateTable('connections')
      .set(Object.fromEntries(transited.map((column) => [column, parameter(column)])))
      .where('workspace_id', '=', parameter('workspace_id'))
      .where('user_id', '=', parameter('user_id'))
      .where('id', '=', parameter('id')),
  );
  const endExpiry = prepareQuery<ConnectionRow, UpdateResult>((parameter) =>
    db
      .updateTable('connections')
      .set({ expires_at: null })
      .where('workspace_id', '=', parameter('workspace_id'))
      .where('id', '=', parameter('id')),
  );

  const findOwner = prepareQuery<Omit<ConnectionAddress, 'connectionId'>, Owner>((parameter) =>
    db
      .selectFrom('workspaces')
      .innerJoin('users', 'users.workspace_id', 'workspaces.id')
      .select(['users.workspace_id', 'users.shares_scenario'])
      .where('public_id', '=', parameter('workspaceId'))
      .where('retired_at', 'is', null)
      .where('users.id', '=', parameter('userId')),
  );

  return {
    /** `exists` if the id is taken, or the user already has this wearable. */
    async create(publicId: string, connection: Connection): Promise<Creation> {
      const { userId } = connection;
      const outcome = await changeWorkspace<Creation>(publicId, async (transaction, workspaceId) => {
        const [owner] = (await transaction.executeQuery(findOwner({ workspaceId: publicId, userId }))).rows;
        if (owner === undefined) return { outcome: 'no-user', isChanged: false };
        for (const holder of [userId, sharedHolderOf(connection.id) ?? userId])
          await ownConnections(transaction, { workspaceId, userId: holder });
        const exceeded = await roomForConnection(transaction, workspaceId, connection, limits);
        if (exceeded !== null) return { outcome: exceeded, isChanged: false };
        const { numInsertedOrUpdatedRows = 0n } = await transaction
          .insertInto('connections')
          .values(toRow(workspaceId, connection))
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst();
        const isChanged = numInsertedOrUpdatedRows > 0n;
        if (isChanged && connection.expiresAt !== null)
          await noteDue(transaction, workspaceId, connection.expiresAt);
        return { outcome: isChanged ? 'created' : 'exists', isChanged };
      });
      return outcome ?? 'no-user';
    },

    async find(address: ConnectionAddress): Promise<Connection | null> {
      const [owner] = (await db.executeQuery(findOwner(address))).rows;
      if (owner === undefined) return null;
      const { userId, connectionId } = address;
      if (owner.shares_scenario === 1)
        return sharedConnections(userId).find(({ id }) => id === connectionId) ?? null;
      const row = findRow({ ...address, workspaceId: owner.workspace_id });
      const [found] = (await db.executeQuery(row)).rows;
      return found === undefined ? null : fromRow(found);
    },

    /** Null if there is no such user. */
    async list(workspaceId: string, userId: string, { after, limit }: Page): Promise<Connection[] | null> {
      const [owner] = (await db.executeQuery(findOwner({ workspaceId, userId }))).rows;
      if (owner === undefined) return null;
      if (owner.shares_scenario === 1)
        return sharedConnections(userId)
          .filter(({ id }) => id > after)
          .slice(0, limit);
      const rows = await db
        .selectFrom('connections')
        .selectAll()
        .where('workspace_id', '=', owner.workspace_id)
        .where('user_id', '=', userId)
        .where('id', '>', after)
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(fromRow);
    },

    async remove({ workspaceId: publicId, userId, connectionId }: ConnectionAddress): Promise<boolean> {
      const outcome = await changeWorkspace(publicId, async (transaction, workspaceId) => {
        await ownConnections(transaction, { workspaceId, userId });
        const { numDeletedRows } = await transaction
          .deleteFrom('connections')
          .where('workspace_id', '=', workspaceId)
          .where('user_id', '=', userId)
          .where('id', '=', connectionId)
          .executeTakeFirst();
        return { outcome: numDeletedRows > 0n, isChanged: numDeletedRows > 0n };
      });
      return outcome === true;
    },

    /** Reads, decides and writes in one transaction, so two transitions at once run one after the other. */
    transition(
      address: ConnectionAddress,
      transition: Transition,
      now: string,
    ): Promise<TransitionOutcome | null> {
      return changeWorkspace(address.workspaceId, async (transaction, workspaceId) => {
        await ownConnections(transaction, { ...address, workspaceId });
        const [row] = (await transaction.executeQuery(findRow({ ...address, workspaceId }))).rows;
        if (row === undefined) return { outcome: null, isChanged: false };
        const outcome = applyTransition(fromRow(row), transition, now);
        const isChanged = outcome.kind === 'changed';
        if (isChanged) {
          const changed = toRow(workspaceId, outcome.connection);
          await transaction.executeQuery(writeTransition(changed));
          if (row.expires_at !== changed.expires_at) await transaction.executeQuery(endExpiry(changed));
        }
        return { outcome, isChanged };
      });
    },
  };
}
