import type { Kysely } from 'kysely';
import type { Connection } from '../model/connection.ts';
import { applyTransition, type Transition, type TransitionOutcome } from '../model/transition.ts';
import { fromRow, toRow } from './connection-row.ts';
import { insertedUnderOwner } from './inserted-under-owner.ts';
import type { Tables } from './tables.ts';
import type { Page } from './workspaces.ts';

/** Where a connection stands. */
export interface ConnectionAddress {
  readonly workspaceId: string;
  readonly userId: string;
  readonly connectionId: string;
}

/** The connections of a user, as the sandbox API handles them one by one. */
export function createConnections(options: { readonly db: Kysely<Tables>; readonly lockRows: boolean }) {
  const { db, lockRows } = options;

  const at = (source: Kysely<Tables>, { workspaceId, userId, connectionId }: ConnectionAddress) =>
    source
      .selectFrom('connections')
      .selectAll()
      .where('workspace_id', '=', workspaceId)
      .where('user_id', '=', userId)
      .where('id', '=', connectionId);

  return {
    /** `exists` where the id is taken, or the user has this wearable already. */
    async create(connection: Connection): Promise<'created' | 'exists' | 'no-user'> {
      const insertion = db
        .insertInto('connections')
        .values(toRow(connection))
        .onConflict((conflict) => conflict.doNothing());
      return insertedUnderOwner(insertion, 'no-user');
    },

    async find(address: ConnectionAddress): Promise<Connection | null> {
      const row = await at(db, address).executeTakeFirst();
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
      const { numDeletedRows } = await db
        .deleteFrom('connections')
        .where('workspace_id', '=', workspaceId)
        .where('user_id', '=', userId)
        .where('id', '=', connectionId)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },

    /** Reads, decides and writes in one transaction, so that of two transitions at once one comes first. */
    transition(
      address: ConnectionAddress,
      transition: Transition,
      now: string,
    ): Promise<TransitionOutcome | null> {
      return db.transaction().execute(async (transaction) => {
        const query = at(transaction, address);
        const row = await (lockRows ? query.forUpdate() : query).executeTakeFirst();
        if (row === undefined) return null;
        const outcome = applyTransition(fromRow(row), transition, now);
        if (outcome.kind === 'changed') {
          const { workspace_id, user_id, id, ...changes } = toRow(outcome.connection);
          await transaction
            .updateTable('connections')
            .set(changes)
            .where('workspace_id', '=', workspace_id)
            .where('user_id', '=', user_id)
            .where('id', '=', id)
            .execute();
        }
        return outcome;
      });
    },
  };
}
