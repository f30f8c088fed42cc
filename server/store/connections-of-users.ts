import type { Kysely } from 'kysely';
import type { Vendor } from '../../spec/vendors.ts';
import type { Connection } from '../model/connection.ts';
import { fromRow } from './connection-row.ts';
import { isListedBy } from './listed-providers.ts';
import { listShared } from './shared-scenarios.ts';
import type { FindStoredId } from './stored-id.ts';
import type { Tables } from './tables.ts';

/** The connections of many users of a workspace at once. The workspace is named by its public id. */
export function createConnectionsOfUsers(options: {
  readonly db: Kysely<Tables>;
  readonly findStoredId: FindStoredId;
}) {
  const { db, findStoredId } = options;
  return {
    /**
     * The connections of these users to the vendor's providers, in an edition if one is given, newest first. A user
     * without any is left out.
     */
    async ofUsers(
      publicId: string,
      userIds: readonly string[],
      vendor: Vendor,
      edition?: string,
    ): Promise<Map<string, Connection[]>> {
      const workspaceId = await findStoredId(publicId);
      if (workspaceId === null || userIds.length === 0) return new Map();
      const users = await db
        .selectFrom('users')
        .select('id')
        .where('workspace_id', '=', workspaceId)
        .where('shares_scenario', '=', 1)
        .execute();
      const wanted = new Set(userIds);
      const all = users.flatMap(({ id }) =>
        wanted.has(id) ? listShared(...everything(id, vendor, edition)).connections : [],
      );
      for (let start = 0; start < userIds.length; start += idsAtOnce) {
        const rows = await db
          .selectFrom('connections')
          .selectAll()
          .where('workspace_id', '=', workspaceId)
          .where('user_id', 'in', userIds.slice(start, start + idsAtOnce))
          .where(isListedBy(vendor, edition))
          .orderBy('created_at', 'desc')
          .orderBy('id')
          .execute();
        all.push(...rows.map(fromRow));
      }
      return Map.groupBy(all, ({ userId }) => userId);
    },
  };
}

/** Both databases bound the parameters of one statement. */
const idsAtOnce = 500;

function everything(
  userId: string,
  vendor: Vendor,
  edition: string | undefined,
): Parameters<typeof listShared> {
  const limit = Number.MAX_SAFE_INTEGER;
  return [
    { vendor, ...(edition === undefined ? {} : { edition }), newestBy: 'created_at' },
    { workspaceId: '', userId, integrationType: null, skip: 0, limit },
  ];
}
