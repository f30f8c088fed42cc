// Connections that are found without their user: by id, or by the provider of a user.
import type { Kysely } from 'kysely';
import type { Connection } from '../model/connection.ts';
import type { Instant } from '../model/instant.ts';
import type { Limits } from '../model/limits.ts';
import type { NewLink } from '../model/new-link.ts';
import { applyTransition, justAfter, type Transition, type TransitionOutcome } from '../model/transition.ts';
import type { ChangeWorkspace } from './change-workspace.ts';
import { type ExceededLimit, roomForConnection } from './confirm-room.ts';
import type { Connect, Connected, LinkMoment } from './connect.ts';
import { fromRow, toRow } from './connection-row.ts';
import { type OwnConnections, sharedConnections, sharedHolderOf } from './shared-scenarios.ts';
import type { FindStoredId } from './stored-id.ts';
import type { Tables } from './tables.ts';
import { usersIn } from './users.ts';

/** The fields of a connection that its owner can change. What is left out stays. */
export type ConnectionChange = Partial<Pick<Connection, 'label' | 'config' | 'credentialId'>> & {
  /** True if a connection that has ended becomes active. */
  readonly reconnects?: boolean;
};

type Update =
  | { readonly kind: 'updated'; readonly connection: Connection }
  | { readonly kind: 'no-connection' }
  | ({ readonly kind: 'exceeds' } & ExceededLimit);

/** The connections of a workspace as the vendors' APIs change them. The workspace is named by its public id. */
export function createConnectionsById(options: {
  readonly db: Kysely<Tables>;
  readonly changeWorkspace: ChangeWorkspace;
  readonly findStoredId: FindStoredId;
  readonly ownConnections: OwnConnections;
  readonly connect: Connect;
  readonly limits: Limits;
}) {
  const { db, changeWorkspace, findStoredId, ownConnections, connect, limits } = options;

  /** Gives the workspace its own row of a connection that is shared. */
  async function own(transaction: Kysely<Tables>, workspaceId: string, connectionId: string): Promise<void> {
    const holder = sharedHolderOf(connectionId);
    if (holder !== undefined) await ownConnections(transaction, { workspaceId, userId: holder });
  }

  return {
    /** Connects a provider for a user. */
    async connect(publicId: string, link: NewLink, moment: LinkMoment): Promise<Connected> {
      const outcome = await changeWorkspace(publicId, (transaction, workspaceId) =>
        connect(transaction, workspaceId, link, moment),
      );
      return outcome ?? { kind: 'no-user' };
    },

    async findById(publicId: string, connectionId: string): Promise<Connection | null> {
      const workspaceId = await findStoredId(publicId);
      if (workspaceId === null || connectionId.includes('\0')) return null;
      const row = await rowOf(db, workspaceId, connectionId);
      if (row !== undefined) return fromRow(row);
      const holder = sharedHolderOf(connectionId);
      if (holder === undefined) return null;
      const user = await usersIn(db, workspaceId).where('id', '=', holder).executeTakeFirst();
      if (user?.shares_scenario !== 1) return null;
      return sharedConnections(holder).find(({ id }) => id === connectionId) ?? null;
    },

    async removeById(publicId: string, connectionId: string): Promise<boolean> {
      if (connectionId.includes('\0')) return false;
      const outcome = await changeWorkspace(publicId, async (transaction, workspaceId) => {
        await own(transaction, workspaceId, connectionId);
        const { numDeletedRows } = await transaction
          .deleteFrom('connections')
          .where('workspace_id', '=', workspaceId)
          .where('id', '=', connectionId)
          .executeTakeFirst();
        return { outcome: numDeletedRows > 0n, isChanged: numDeletedRows > 0n };
      });
      return outcome === true;
    },

    /** An equal change changes nothing, also not `updatedAt`. */
    async updateById(
      publicId: string,
      connectionId: string,
      { reconnects = false, ...change }: ConnectionChange,
      now: Instant,
    ): Promise<Update> {
      if (connectionId.includes('\0')) return { kind: 'no-connection' };
      const outcome = await changeWorkspace<Update>(publicId, async (transaction, workspaceId) => {
        await own(transaction, workspaceId, connectionId);
        const row = await rowOf(transaction, workspaceId, connectionId);
        if (row === undefined) return { outcome: { kind: 'no-connection' }, isChanged: false };
        const before = fromRow(row);
        const repaired = reconnects ? applyTransition(before, { type: 'reconnect' }, now) : null;
        const { state, cause } = repaired?.kind === 'changed' ? repaired.connection : before;
        const changed = { ...before, ...change, state, cause };
        if (JSON.stringify(changed) === JSON.stringify(before))
          return { outcome: { kind: 'updated', connection: before }, isChanged: false };
        const updatedAt = now > before.updatedAt ? now : justAfter(before.updatedAt);
        const connection = { ...changed, updatedAt };
        const exceeded = await roomForConnection(transaction, workspaceId, connection, limits, before);
        if (exceeded !== null) return { outcome: { kind: 'exceeds', ...exceeded }, isChanged: false };
        await transaction
          .updateTable('connections')
          .set(toRow(workspaceId, connection))
          .where('workspace_id', '=', workspaceId)
          .where('id', '=', connectionId)
          .execute();
        return { outcome: { kind: 'updated', connection }, isChanged: true };
      });
      return outcome ?? { kind: 'no-connection' };
    },

    /** Changes the state of a user's wearable; null if the user never connected it. */
    transitionOf(
      publicId: string,
      { userId, provider }: { readonly userId: string; readonly provider: string },
      transition: Transition,
      now: Instant,
    ): Promise<TransitionOutcome | null> {
      return changeWorkspace(publicId, async (transaction, workspaceId) => {
        await ownConnections(transaction, { workspaceId, userId });
        const row = await transaction
          .selectFrom('connections')
          .selectAll()
          .where('workspace_id', '=', workspaceId)
          .where('user_id', '=', userId)
          .where('provider', '=', provider)
          .where('integration_type', 'is', null)
          .executeTakeFirst();
        if (row === undefined) return { outcome: null, isChanged: false };
        const outcome = applyTransition(fromRow(row), transition, now);
        const isChanged = outcome.kind === 'changed';
        if (isChanged)
          await transaction
            .updateTable('connections')
            .set(toRow(workspaceId, outcome.connection))
            .where('workspace_id', '=', workspaceId)
            .where('id', '=', outcome.connection.id)
            .execute();
        return { outcome, isChanged };
      });
    },
  };
}

function rowOf(db: Kysely<Tables>, workspaceId: string, connectionId: string) {
  return db
    .selectFrom('connections')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', connectionId)
    .executeTakeFirst();
}
