// The lists of connections, read from the database.
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Vendor } from '../../spec/vendors.ts';
import type { Connection, ConnectionState, IntegrationType } from '../model/connection.ts';
import { providersOf } from '../model/provider-catalogue.ts';
import { allFields, type ConnectionField, columnsOf, rowReader } from './connection-row.ts';
import { prepareQuery, type RunQuery } from './prepared-query.ts';
import type { ConnectionRow, Tables } from './tables.ts';

/** Which connections a vendor's list contains. The values that change with each request are in `ListRequest`. */
export interface ListShape<Field extends ConnectionField = ConnectionField> {
  readonly vendor: Vendor;
  /** Newest first by this time, then by id. */
  readonly newestBy: 'created_at' | 'updated_at';
  /** Only these states; all by default. */
  readonly states?: readonly ConnectionState[];
  /** True if the request names an integration type. */
  readonly ofOneType?: boolean;
  /** The fields to read; all by default. */
  readonly fields?: readonly Field[];
}

export interface ListRequest {
  readonly workspaceId: string;
  readonly userId: string;
  /** Used only if the shape is `ofOneType`. */
  readonly integrationType: IntegrationType | null;
  readonly skip: number;
  readonly limit: number;
}

/** One page of a user's connections, and how many there are in all; null if the workspace has no such user. */
export type ConnectionList<Field extends ConnectionField = ConnectionField> = {
  readonly connections: Pick<Connection, Field>[];
  readonly total: number;
} | null;

/**
 * Makes the function that reads a vendor's list. Queries are compiled once per shape. The total is counted only if the
 * page does not show it.
 */
export function createConnectionLists({ db, run }: { readonly db: Kysely<Tables>; readonly run: RunQuery }) {
  const shapes = new Map<string, ReturnType<typeof prepareShape>>();
  const findUser = prepareQuery<ListRequest, { id: string }>((parameter) =>
    db
      .selectFrom('users')
      .select('id')
      .where('workspace_id', '=', parameter('workspaceId'))
      .where('id', '=', parameter('userId')),
  );

  return async function listConnections<Field extends ConnectionField>(
    shape: ListShape<Field>,
    request: ListRequest,
  ): Promise<ConnectionList<Field>> {
    // PostgreSQL refuses NUL in text, so no user can have such an id.
    if (request.userId.includes('\0')) return null;
    const name = `${shape.vendor} ${shape.newestBy} ${shape.states} ${shape.ofOneType} ${shape.fields}`;
    const { page, count, read } = shapes.get(name) ?? prepareShape(db, shape);
    if (!shapes.has(name)) shapes.set(name, { page, count, read });

    const connections: Pick<Connection, Field>[] = (await run(page(request))).map(read);
    if (connections.length === 0 && (await run(findUser(request))).length === 0) return null;
    const shown = request.skip + connections.length;
    const isLastPage = connections.length < request.limit && (connections.length > 0 || request.skip === 0);
    if (isLastPage) return { connections, total: shown };
    const [counted] = await run(count(request));
    const total = Number(counted?.total ?? 0);
    return { connections, total: connections.length === 0 ? total : Math.max(total, shown) };
  };
}

function prepareShape(db: Kysely<Tables>, shape: ListShape) {
  const fields = shape.fields ?? allFields;
  const matching = (parameter: Parameter) => {
    let query = db
      .selectFrom('connections')
      .where('workspace_id', '=', parameter('workspaceId'))
      .where('user_id', '=', parameter('userId'))
      .where('provider', 'in', providersOf(shape.vendor));
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
    count: prepareQuery<ListRequest, { total: number | string }>((parameter) =>
      matching(parameter).select((count) => count.fn.countAll().as('total')),
    ),
  };
}

type Parameter = <Name extends keyof ListRequest>(name: Name) => RawBuilder<ListRequest[Name]>;
