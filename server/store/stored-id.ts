import type { Kysely } from 'kysely';
import { prepareQuery, type RunQuery } from './prepared-query.ts';
import type { Tables } from './tables.ts';

/** The id in the rows of the store of the workspace that clients know by this id; null if it does not exist. */
export type FindStoredId = (publicId: string) => Promise<string | null>;

/** Makes that function. */
export function createFindStoredId(options: {
  readonly db: Kysely<Tables>;
  readonly run: RunQuery;
}): FindStoredId {
  const { db, run } = options;
  const find = prepareQuery<{ publicId: string }, { id: string }>((parameter) =>
    db
      .selectFrom('workspaces')
      .select('id')
      .where('public_id', '=', parameter('publicId'))
      .where('retired_at', 'is', null),
  );
  return async (publicId) => (await run(find({ publicId })))[0]?.id ?? null;
}
