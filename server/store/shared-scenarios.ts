// The connections of scenario users. All workspaces share them in code; a workspace gets its own rows of a user's
// connections right before it changes them.
import type { Kysely, UpdateResult } from 'kysely';
import type { Connection } from '../model/connection.ts';
import { createIsListed } from '../model/provider-of.ts';
import { connectionsOfScenarioUsers } from '../scenarios/workspace-seed.ts';
import { toRow } from './connection-row.ts';
import type { InsertRows } from './insert-rows.ts';
import type { ListRequest, ListShape } from './list-request.ts';
import { prepareQuery } from './prepared-query.ts';
import type { Tables } from './tables.ts';

/** True if a user with this id can have shared connections; `users.shares_scenario` says whether one has. */
export function isScenarioUser(userId: string): boolean {
  return connectionsOfScenarioUsers.has(userId);
}

/** The shared connections of a user, ordered by id. */
export function sharedConnections(userId: string): readonly Connection[] {
  return sorted(userId, 'id');
}

const holders = new Map(
  [...connectionsOfScenarioUsers.values()].flat().map(({ id, userId }) => [id, userId]),
);

/** The scenario user that a connection id belongs to, if it does. */
export function sharedHolderOf(connectionId: string): string | undefined {
  return holders.get(connectionId);
}

/** The list that the database would return if it had the user's shared connections. */
export function listShared(
  { vendor, edition, newestBy, states, ofOneType }: ListShape,
  { userId, integrationType, skip, limit }: ListRequest,
): { readonly connections: Connection[]; readonly total: number } {
  const isListed = createIsListed(vendor, edition);
  const matching = sorted(userId, newestBy).filter(
    (connection) =>
      isListed(connection) &&
      (states === undefined || states.includes(connection.state)) &&
      (ofOneType !== true || connection.integrationType === integrationType),
  );
  return { connections: matching.slice(skip, skip + limit), total: matching.length };
}

const orders = {
  id: (one: Connection, other: Connection) => compare(one.id, other.id),
  created_at: (one: Connection, other: Connection) =>
    compare(other.createdAt, one.createdAt) || compare(one.id, other.id),
  updated_at: (one: Connection, other: Connection) =>
    compare(other.updatedAt, one.updatedAt) || compare(one.id, other.id),
};

/** Ids and times are ASCII, in which the order of code units is the order of bytes. */
function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

const sortedLists = new Map<string, readonly Connection[]>();

function sorted(userId: string, order: keyof typeof orders): readonly Connection[] {
  const name = `${userId} ${order}`;
  const list =
    sortedLists.get(name) ?? (connectionsOfScenarioUsers.get(userId) ?? []).toSorted(orders[order]);
  sortedLists.set(name, list);
  return list;
}

/** Gives a workspace its own rows of a user's connections, if the user has only the shared ones. */
export type OwnConnections = (
  transaction: Kysely<Tables>,
  user: { readonly workspaceId: string; readonly userId: string },
) => Promise<void>;

/** Makes that function; call it in a transaction that has locked the workspace. */
export function createOwnConnections(options: {
  readonly db: Kysely<Tables>;
  readonly insertRows: InsertRows;
}): OwnConnections {
  const { db, insertRows } = options;
  const endSharing = prepareQuery<{ workspaceId: string; userId: string }, UpdateResult>((parameter) =>
    db
      .updateTable('users')
      .set({ shares_scenario: 0 })
      .where('workspace_id', '=', parameter('workspaceId'))
      .where('id', '=', parameter('userId'))
      .where('shares_scenario', '=', 1),
  );
  return async (transaction, { workspaceId, userId }) => {
    if (!isScenarioUser(userId)) return;
    const { numAffectedRows = 0n } = await transaction.executeQuery(endSharing({ workspaceId, userId }));
    if (numAffectedRows === 0n) return;
    const rows = sharedConnections(userId).map((connection) => toRow(workspaceId, connection));
    await insertRows(transaction, 'connections', rows);
  };
}
