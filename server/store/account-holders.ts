// Which users of a workspace are connected to one account at a provider.
import type { Kysely } from 'kysely';
import type { Connection } from '../model/connection.ts';
import { connectionsOfScenarioUsers } from '../scenarios/workspace-seed.ts';
import { columnsOf, rowReader } from './connection-row.ts';
import { prepareQuery, type RunQuery } from './prepared-query.ts';
import type { ConnectionRow, Tables } from './tables.ts';

/** An account at a provider, and the workspace whose users are searched, by its id in the rows. */
export interface AccountRequest {
  readonly workspaceId: string;
  /** Neutral slug. */
  readonly provider: string;
  readonly externalId: string;
}

const holderFields = ['userId', 'id', 'state', 'cause'] as const satisfies readonly (keyof Connection)[];

/** A user's connection to an account, in any state. */
export type AccountHolder = Pick<Connection, (typeof holderFields)[number]>;

/** Finds all connections of the users of one workspace to an account, ordered by user and id. It never reads another workspace. */
export type FindAccountHolders = (request: AccountRequest) => Promise<readonly AccountHolder[]>;

/** The connections that workspaces share in code, by account. */
const sharedByAccount: ReadonlyMap<string, readonly Connection[]> = Map.groupBy(
  [...connectionsOfScenarioUsers.values()].flat().filter(({ externalId }) => externalId !== null),
  accountName,
);

/** Makes that function. Queries are compiled once. */
export function createFindAccountHolders(options: {
  readonly db: Kysely<Tables>;
  readonly run: RunQuery;
}): FindAccountHolders {
  const { db, run } = options;
  const findRows = prepareQuery<AccountRequest, ConnectionRow>((parameter) =>
    db
      .selectFrom('connections')
      .select(columnsOf(holderFields))
      .where('workspace_id', '=', parameter('workspaceId'))
      .where('provider', '=', parameter('provider'))
      .where('external_id', '=', parameter('externalId')),
  );
  const findSharing = prepareQuery<{ workspaceId: string; userId: string }, { id: string }>((parameter) =>
    db
      .selectFrom('users')
      .select('id')
      .where('workspace_id', '=', parameter('workspaceId'))
      .where('id', '=', parameter('userId'))
      .where('shares_scenario', '=', 1),
  );
  const read = rowReader(holderFields);

  return async (request) => {
    const { workspaceId, externalId } = request;
    // PostgreSQL refuses NUL in text, so no connection can have such an id.
    if (externalId.includes('\0')) return [];
    const holders: AccountHolder[] = [];
    // Before the rows: a workspace that gets its own rows in between is then seen with both, not with none.
    for (const { userId, id, state, cause } of sharedByAccount.get(accountName(request)) ?? []) {
      const [sharing] = await run(findSharing({ workspaceId, userId }));
      if (sharing !== undefined) holders.push({ userId, id, state, cause });
    }
    holders.push(...(await run(findRows(request))).map(read));
    return holders.toSorted((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1));
  };
}

function orderOf({ userId, id }: AccountHolder): string {
  return `${userId} ${id}`;
}

function accountName({ provider, externalId }: Pick<Connection, 'provider' | 'externalId'>): string {
  return `${provider} ${externalId}`;
}
