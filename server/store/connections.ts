import type { Kysely, UpdateResult } from 'kysely';
import type { Connection } from '../model/connection.ts';
import {
  applyTransition,
  fieldsOfTransitions,
  type Transition,
  type TransitionOutcome,
} from '../model/transition.ts';
import type { ChangeWorkspace } from './change-workspace.ts';
import { columnsOf, fromRow, toRow } from './connection-row.ts';
import { prepareQuery } from './prepared-query.ts';
import type { ConnectionRow, Tables } from './tables.ts';
import type { Page } from './workspaces.ts';

/** The path to a connection. */
export interface ConnectionAddress {
  readonly workspaceId: string;
  readonly userId: string;
  readonly connectionId: string;
}

/** The connections of a user, as the sandbox API handles them one by one. */
export function createConnections(options: {
  readonly db: Kysely<Tables>;
  readonly changeWorkspace: ChangeWorkspace;
}) {
  const { db, changeWorkspace } = options;

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

  return {
    /** `exists` if the id is taken, or the user already has this wearable. */
    async create(connection: Connection): Promise<'created' | 'exists' | 'no-user'> {
      const { workspaceId, userId } = connection;
      const outcome = await changeWorkspace(workspaceId, async (transaction) => {
        const owner = await transaction
          .selectFrom('users')
          .select('id')
          .where('workspace_id', '=', workspaceId)
          .where('id', '=', userId)
          .executeTakeFirst();
        if (owner === undefined) return { outcome: 'no-user' as const, isChanged: false };
        const { numInsertedOrUpdatedRows = 0n } = await transaction
          .insertInto('connections')
          .values(toRow(connection))
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst();
        const isChanged = numInsertedOrUpdatedRows > 0n;
        return { outcome: isChanged ? ('created' as const) : ('exists' as const), isChanged };
      });
      return outcome ?? 'no-user';
    },

    async find(address: ConnectionAddress): Promise<Connection | null> {
      const [row] = (await db.executeQuery(findRow(address))).rows;
      return row === undefined ? null : fromRow(row);
    },

    async list(workspaceId: string, userId: string, { after, limit }: Page): Promise<Connection[]> {
      const rows = await db
        .selectFrom('connections')
        .selectAll()
        .where('workspace_id', '=', workspaceId)
        .where('user_id', '=', userId)
        .where('id', '>', after)
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(fromRow);
    },

    async remove({ workspaceId, userId, connectionId }: ConnectionAddress): Promise<boolean> {
      const outcome = await changeWorkspace(workspaceId, async (transaction) => {
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
      return changeWorkspace(address.workspaceId, async (transaction) => {
        const [row] = (await transaction.executeQuery(findRow(address))).rows;
        if (row === undefined) return { outcome: null, isChanged: false };
        const outcome = applyTransition(fromRow(row), transition, now);
        const isChanged = outcome.kind === 'changed';
        if (isChanged) await transaction.executeQuery(writeTransition(toRow(outcome.connection)));
        return { outcome, isChanged };
      });
    },
  };
}
