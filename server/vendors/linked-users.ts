import type { Connection } from '../model/connection.ts';
import type { AccountHolder } from '../store/account-holders.ts';
import type { Store } from '../store/open-store.ts';

/** No answer names more users, because the contract of the edition has this bound. */
const maxLinkedUsers = 10_000;

/**
 * Returns the other users of a workspace with an active connection to the same account, by the id of the connection.
 * Connections that are not active or have no account are left out.
 */
export async function linkedUsers<
  Listed extends Pick<Connection, 'provider' | 'externalId'> & AccountHolder,
>(options: {
  readonly store: Pick<Store, 'findAccountHolders'>;
  readonly workspaceId: string;
  readonly connections: readonly Listed[];
  /** Whether the vendor shows a connection as active. */
  readonly isActive: (connection: Pick<Connection, 'state' | 'cause'>) => boolean;
}): Promise<ReadonlyMap<string, readonly string[]>> {
  const { store, workspaceId, connections, isActive } = options;
  const linked = new Map<string, readonly string[]>();
  for (const connection of connections) {
    const { id, userId, provider, externalId } = connection;
    if (externalId === null || !isActive(connection)) continue;
    const holders = await store.findAccountHolders({ workspaceId, provider, externalId });
    const others = holders.filter((holder) => holder.userId !== userId && isActive(holder));
    linked.set(id, [...new Set(others.map((holder) => holder.userId))].slice(0, maxLinkedUsers));
  }
  return linked;
}
