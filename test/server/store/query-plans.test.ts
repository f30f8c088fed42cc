import { CompiledQuery, type Dialect, Kysely, type Logger, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultLimits } from '../../../server/model/limits.ts';
import { createFindAccountHolders } from '../../../server/store/account-holders.ts';
import { createKeyFinder } from '../../../server/store/api-keys.ts';
import { createChangeWorkspace } from '../../../server/store/change-workspace.ts';
import { createConnectionLists } from '../../../server/store/connection-lists.ts';
import { createConnections } from '../../../server/store/connections.ts';
import type { ListShape } from '../../../server/store/list-request.ts';
import { openStore } from '../../../server/store/open-store.ts';
import type { RunQuery } from '../../../server/store/prepared-query.ts';
import { NodeSqliteDialect } from '../../../server/store/sqlite-dialect.ts';
import type { Tables } from '../../../server/store/tables.ts';
import { createTransactions } from '../../../server/store/transactions.ts';
import { createUsers } from '../../../server/store/users.ts';
import { lastingDatabases, postgres, type TestDatabase } from '../../support/databases.ts';
import {
  aConnection,
  mieltoShape,
  newWorkspace,
  now,
  openWearablesShape,
  requestFor,
  sandbox,
} from './use-store.ts';

/** A user with rows of its own. */
const userId = '5d0f43a1-0000-4000-8000-000000000001';
const request = requestFor(userId, { skip: 100 });
const page = { after: '', limit: 100 };
/** The account of a scenario user, so both queries are run. */
const account = { provider: 'garmin', externalId: '9876543210' };
const address = { workspaceId: sandbox, userId, connectionId: userId };

const lists: readonly [string, ListShape, index: string][] = [
  ['Open Wearables', openWearablesShape, 'connections_by_change'],
  [
    'Junction',
    { vendor: 'junction', newestBy: 'created_at', states: ['active', 'error'] },
    'connections_by_creation',
  ],
  ['Mielto', mieltoShape, 'connections_by_creation'],
  [
    'Mielto, by state and type,',
    { ...mieltoShape, states: ['active'], ofOneType: true },
    'connections_by_creation',
  ],
];

const changing = ({ db }: { readonly db: Kysely<Tables> }) => ({
  db,
  ownConnections: async () => undefined,
  limits: defaultLimits,
  findStoredId: async (publicId: string) => publicId,
  changeWorkspace: createChangeWorkspace({
    db,
    transact: createTransactions({ db, dialect: 'sqlite' }).transact,
    lockRows: false,
    now,
  }),
});

const keyFinder = (access: { readonly db: Kysely<Tables>; readonly run: RunQuery }) =>
  createKeyFinder({ ...access, confirmVersion: () => null, now, settle: async () => undefined });

const lookups: readonly [string, (access: { db: Kysely<Tables>; run: RunQuery }) => Promise<unknown>][] = [
  ['finds a key', (access) => keyFinder(access).findWorkspaceByKey('mielto', 'mielto_sandbox_token')],
  ['finds a user', (access) => createUsers(changing(access)).find(sandbox, userId)],
  ['pages users', (access) => createUsers(changing(access)).list(sandbox, page)],
  ['finds a connection', (access) => createConnections(changing(access)).find(address)],
  [
    'finds the holders of an account',
    (access) => createFindAccountHolders(access)({ workspaceId: sandbox, ...account }),
  ],
  ['pages connections', (access) => createConnections(changing(access)).list(sandbox, userId, page)],
];

interface PlanReader {
  readonly explain: string;
  readonly wholeTable: RegExp;
  readonly sorting: RegExp;
  dialect(data: string): Dialect;
}

const onSqlite: PlanReader = {
  explain: 'explain query plan',
  wholeTable: /\bSCAN\b/,
  sorting: /TEMP B-TREE/,
  dialect: (data) => new NodeSqliteDialect({ file: data }),
};

const onPostgres: PlanReader = {
  explain: 'explain',
  wholeTable: /Seq Scan/,
  sorting: /Sort/,
  // PostgreSQL prefers scans and sorts for so few rows. With these plans disabled, it plans as for many rows.
  dialect: (data) => {
    const options = '-c enable_seqscan=off -c enable_bitmapscan=off -c enable_sort=off';
    return new PostgresDialect({ pool: new pg.Pool({ connectionString: data, options }) });
  },
};

const kinds = lastingDatabases.map((kind) => ({ ...kind, ...(kind === postgres ? onPostgres : onSqlite) }));

describe.each(kinds)('query plans, $name', ({ create, dialect, explain, wholeTable, sorting }) => {
  let database: TestDatabase;
  let db: Kysely<Tables>;
  let queries: CompiledQuery[] = [];

  beforeAll(async () => {
    database = await create();
    const store = await openStore({ data: database.data, now });
    for (let count = 0; count < 4; count += 1) await newWorkspace(store);
    await store.users.create(sandbox, { id: userId, createdAt: now() });
    for (let count = 0; count < 300; count += 1)
      await store.connections.create(sandbox, aConnection({ userId }));
    await store.close();
    const log: Logger = ({ query }) => {
      queries.push(query);
    };
    db = new Kysely<Tables>({ dialect: dialect(database.data), log });
    await sql`analyze`.execute(db);
  });
  afterAll(async () => {
    await db.destroy();
    await database.dispose();
  });

  const run = async <Row>(query: CompiledQuery) => (await db.executeQuery<Row>(query)).rows;

  /** Runs queries, and returns the plan of each. */
  const plansOf = async (make: (access: { db: Kysely<Tables>; run: RunQuery }) => Promise<unknown>) => {
    queries = [];
    await make({ db, run });
    const plans: string[] = [];
    for (const query of queries.slice()) {
      const rows = await run<object>(CompiledQuery.raw(`${explain} ${query.sql}`, [...query.parameters]));
      plans.push(rows.map((row) => Object.values(row).join(' ')).join('\n'));
    }
    return plans;
  };

  test.each(lists)(
    'the list of %s reads an index that has the order of the list',
    async (_, shape, index) => {
      const [page = '', ...others] = await plansOf((access) =>
        createConnectionLists(access)(shape, { ...request, integrationType: 'connectors' }),
      );
      expect(page).toContain(index);
      expect(page).not.toMatch(sorting);
      expect(others).not.toEqual([]);
      for (const plan of [page, ...others]) expect(plan).not.toMatch(wholeTable);
    },
  );

  test.each(lookups)('the query that %s uses an index, without a full scan or a sort', async (_, make) => {
    const plans = await plansOf(make);
    expect(plans).not.toEqual([]);
    for (const plan of plans) {
      expect(plan).toMatch(/index/i);
      expect(plan).not.toMatch(wholeTable);
      expect(plan).not.toMatch(sorting);
    }
  });
});
