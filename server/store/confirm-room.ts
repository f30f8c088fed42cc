import { type Kysely, sql } from 'kysely';
import type { Connection } from '../model/connection.ts';
import type { Instant } from '../model/instant.ts';
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

/**
 * The limit that this connection would exceed; null if there is room. It is new, or takes the place of `before`. Call it
 * in the transaction that writes it.
 */
export async function roomForConnection(
  transaction: Kysely<Tables>,
  workspaceId: string,
  connection: Connection,
  { connections, listBytes }: Limits,
  before?: Connection,
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
  if (before === undefined && Number(count) >= connections) return { exceeds: 'connections' };
  const others = Number(bytes ?? 0) - (before === undefined ? 0 : bytesOf(before));
  return others + bytesOf(connection) <= listBytes ? null : { exceeds: 'listBytes' };
}

/**
 * The limit that one more link would exceed; null if there is room. If the limit is reached, links that are of no more
 * use at `now` are removed first. Call it in the transaction that inserts.
 */
export async function roomForLink(
  transaction: Kysely<Tables>,
  workspaceId: string,
  now: Instant,
  { links }: Limits,
): Promise<ExceededLimit | null> {
  const count = async () => {
    const { total } = await transaction
      .selectFrom('links')
      .select(({ fn }) => fn.countAll().as('total'))
      .where('workspace_id', '=', workspaceId)
      .executeTakeFirstOrThrow();
    return Number(total);
  };
  if ((await count()) < links) return null;
  await transaction
    .deleteFrom('links')
    .where('workspace_id', '=', workspaceId)
    .where((where) => where.or([where('expires_at', '<=', now), where('consumed_at', 'is not', null)]))
    .execute();
  return (await count()) < links ? null : { exceeds: 'links' };
}
