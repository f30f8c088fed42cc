import { type Kysely, sql } from 'kysely';
import type { Connection } from '../model/connection.ts';
import type { Limits } from '../model/limits.ts';
import type { Tables } from './tables.ts';

/** The limit that a change would exceed. */
export type ExceededLimit = { readonly exceeds: keyof Limits };

/** The bytes of a connection that count for `listBytes`. */
function bytesOf({ config, resources }: Pick<Connection, 'config' | 'resources'>): number {
  return (
    Buffer.byteLength(config === null ? '' : JSON.stringify(config)) +
    Buffer.byteLength(JSON.stringify(resources))
  );
}

/** The limit that one more workspace would exceed; null if there is room. Call it in the transaction that inserts. */
export async function roomForWorkspace(
  transaction: Kysely<Tables>,
  { workspaces }: Limits,
): Promise<ExceededLimit | null> {
  const { count } = await transaction
    .selectFrom('workspaces')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('retired_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count) < workspaces ? null : { exceeds: 'workspaces' };
}

/** The limit that one more user would exceed; null if there is room. Call it in the transaction that inserts. */
export async function roomForUser(
  transaction: Kysely<Tables>,
  workspaceId: string,
  { users }: Limits,
): Promise<ExceededLimit | null> {
  const { count } = await transaction
    .selectFrom('users')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirstOrThrow();
  return Number(count) < users ? null : { exceeds: 'users' };
}

/** The limit that this new connection would exceed; null if there is room. Call it in the transaction that inserts. */
export async function roomForConnection(
  transaction: Kysely<Tables>,
  workspaceId: string,
  connection: Connection,
  { connections, listBytes }: Limits,
): Promise<ExceededLimit | null> {
  const { count, bytes } = await transaction
    .selectFrom('connections')
    .select(({ fn }) => [
      fn.countAll().as('count'),
      sql<number | string | null>`sum(coalesce(octet_length(config), 0) + octet_length(resources))`.as(
        'bytes',
      ),
    ])
    .where('workspace_id', '=', workspaceId)
    .where('user_id', '=', connection.userId)
    .executeTakeFirstOrThrow();
  if (Number(count) >= connections) return { exceeds: 'connections' };
  return Number(bytes ?? 0) + bytesOf(connection) <= listBytes ? null : { exceeds: 'listBytes' };
}
