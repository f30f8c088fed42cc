// The lists of connections, read from the database.
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Connection } from '../model/connection.ts';
import { allFields, type ConnectionField, columnsOf, rowReader } from './connection-row.ts';
import type { ListRequest, ListShape } from './list-request.ts';
import { isListedBy } from './listed-providers.ts';
import { prepareQuery, type RunQuery } from './prepared-query.ts';
import { isScenarioUser, listShared } from './shared-scenarios.ts';
import type { ConnectionRow, Tables } from './tables.ts';

/** One page of a user's connections, and how many there are in all; null if the workspace has no such user. */
export type ConnectionList<Field extends ConnectionField = ConnectionField> = {
  readonly connections: Pick<Connection, Field>[];
  readonly total: number;
} | null;

/**
 * Makes the function that reads a vendor's list. Queries are compiled once per shape. The total is counted only if the
 * page does not show it. `limit` must be at least 1.
 */
export function createConnectionLists({ db, run }: { readonly db: Kysely<Tables>; readonly run: RunQuery }) {
  const shapes = new Map<string, ReturnType<typeof prepareShape>>();
  return async function listConnections<Field extends ConnectionField>(
    shape: ListShape<Field>,
    request: ListRequest,
  ): Promise<ConnectionList<Field>> {
    // PostgreSQL refuses NUL in text, so no user can have such an id.
    if (request.userId.includes('\0')) return null;
    const name = `${shape.vendor} ${shape.edition} ${shape.newestBy} ${shape.states} ${shape.ofOneType} ${shape.fields}`;
    const { page, user, read } = shapes.get(name) ?? prepareShape(db, shape);
    if (!shapes.has(name)) shapes.set(name, { page, user, read });

    if (isScenarioUser(request.userId)) {
      const [owner] = await run(user(request));
      if (owner === undefined) return null;
      if (owner.shares_scenario === 1) return listShared(shape, request);
    }
    const connections: Pick<Connection, Field>[] = (await run(page(request))).map(read);
    const shown = request.skip + connections.length;
    if (connections.length > 0 && connections.length < request.limit) return { connections, total: shown };
    const [owner] = await run(user(request));
    if (connections.length > 0) return { connections, total: Math.max(Number(owner?.total ?? 0), shown) };
    if (owner === undefined) return null;
    const total = Number(owner.total);
    // The connections were created after the page was read.
    if (total > request.skip) return listConnections(shape, request);
    return { connections, total };
  };
}

function prepareShape(db: Kysely<Tables>, shape: ListShape) {
  const fields = shape.fields ?? allFields;
  const matching = (parameter: Parameter) => {
    let query = db
      .selectFrom('connections')
      .where('workspace_id', '=', parameter('workspaceId'))
      .where('user_id', '=', parameter('userId'))
      .where(isListedBy(shape.vendor, shape.edition));
    if (shape.states !== undefined) query = query.where('state', 'in', shape.states);
    if (shape.ofOneType === true) query = query.where('integration_type', '=', parameter('integrationType'));
    return query;
  };
  return {
    read: rowReader(fields),
    page: prepareQuery<ListRequest, ConnectionRow>((parameter) =>
      matching(parameter)
        .select(columnsOf(fields))
        .orderBy(shape.newestBy, 'desc')
        .orderBy('id')
        // SQLite compiles a statement again at each run if its limit is a bare parameter.
        .limit(sql<number>`cast(${parameter('limit')} as bigint)`)
        .offset(sql<number>`cast(${parameter('skip')} as bigint)`),
    ),
    user: prepareQuery<ListRequest, { shares_scenario: number; total: number | string | null }>((parameter) =>
      db
        .selectFrom('users')
        .select([
          'shares_scenario',
          matching(parameter)
            .select((count) => count.fn.countAll().as('total'))
            .as('total'),
        ])
        .where('workspace_id', '=', parameter('workspaceId'))
        .where('id', '=', parameter('userId')),
    ),
  };
}

type Parameter = <Name extends keyof ListRequest>(name: Name) => RawBuilder<ListRequest[Name]>;
