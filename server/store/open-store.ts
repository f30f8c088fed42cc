import { randomUUID } from 'node:crypto';
import { Kysely, type Logger } from 'kysely';
import { defaultLimits, type Limits } from '../model/limits.ts';
import { defaultWorkspaces } from '../scenarios/default-workspaces.ts';
import { createFindAccountHolders } from './account-holders.ts';
import { createKeyFinder } from './api-keys.ts';
import { createChangeWorkspace } from './change-workspace.ts';
import { createClocks } from './clocks.ts';
import { confirmWritable, confirmWritablePostgres } from './confirm-writable.ts';
import { createConnect } from './connect.ts';
import { createConnectionLists } from './connection-lists.ts';
import { createConnections } from './connections.ts';
import { createConnectionsById } from './connections-by-id.ts';
import { createConnectionsOfUsers } from './connections-of-users.ts';
import { createDeleteRetired } from './delete-retired.ts';
import { createDeletedUsers } from './deleted-users.ts';
import type { Dialect } from './dialect.ts';
import type { Durability } from './durability.ts';
import { createInsertRows, type InsertRows } from './insert-rows.ts';
import { isPostgres } from './is-postgres.ts';
import { createLinks } from './links.ts';
import { migrate } from './migrations.ts';
import { createPostgresDialect } from './postgres-dialect.ts';
import type { RunQuery } from './prepared-query.ts';
import { createOwnConnections } from './shared-scenarios.ts';
import { NodeSqliteDialect } from './sqlite-dialect.ts';
import { createFindStoredId } from './stored-id.ts';
import type { Tables } from './tables.ts';
import { createTransactions, type Transact } from './transactions.ts';
import { createUsers } from './users.ts';
import { type ConfirmVersion, fileVersions, memoryVersions, sharedVersions } from './workspace-versions.ts';
import { createWorkspaces, insertWorkspace, retire } from './workspaces.ts';

export type Store = Awaited<ReturnType<typeof openStore>>;

/**
 * Opens the store that `data` names: `:memory:`, the path of a SQLite file, or a `postgres://` URL; brings its tables
 * to the newest version, and fills it with the default workspaces if it holds none.
 * Safe while other processes open the same one. Rejects with the database's error.
 */
export async function openStore(options: {
  readonly data: string;
  /** For a SQLite file; `normal` by default. */
  readonly durability?: Durability;
  /** The base clock. */
  readonly now: () => string;
  /** Those that are not given are the default limits. */
  readonly limits?: Partial<Limits> | undefined;
  /** Called with the error of each connection that breaks while it is idle. */
  readonly onIdleError?: (error: Error) => void;
  /** Called if the rows of removed workspaces could not be deleted. */
  readonly onDeletionError?: (error: unknown) => void;
  /** For how long the rows of a removed workspace are kept, for requests that were admitted before. */
  readonly keepRemovedMilliseconds?: number;
}) {
  const { data, durability = 'normal', now, onIdleError = () => undefined } = options;
  const limits: Limits = { ...defaultLimits, ...options.limits };
  const { onDeletionError = () => undefined, keepRemovedMilliseconds = 30_000 } = options;
  const dialect: Dialect = isPostgres(data) ? 'postgres' : 'sqlite';
  // After a failure in a transaction, PostgreSQL answers each further query with an error that hides the first.
  let firstError: unknown;
  const log: Logger = (event) => {
    if (event.level === 'error') firstError ??= event.error;
  };
  const { db, run, confirmVersion, confirmHealth } =
    dialect === 'postgres' ? await connectPostgres(data, onIdleError, log) : connectSqlite(data, durability);
  const insertRows = createInsertRows(db);
  const { transact, transactInTurn, transactAlone } = createTransactions({ db, dialect });
  try {
    await prepare({ transactAlone, insertRows, dialect, now });
  } catch (error) {
    await db.destroy();
    throw firstError ?? error;
  }
  const deleteRetired = createDeleteRetired({
    db,
    transact,
    delayMilliseconds: keepRemovedMilliseconds,
    lockRows: dialect === 'postgres',
    onError: onDeletionError,
  });
  // Also those that an earlier process has not finished.
  deleteRetired.schedule();
  const ownConnections = createOwnConnections({ db, insertRows });
  const changeWorkspace = createChangeWorkspace({ db, transact, lockRows: dialect === 'postgres', now });
  const clocks = createClocks({ changeWorkspace, now });
  const keyFinder = createKeyFinder({ db, run, confirmVersion, now, settle: clocks.settle });
  const findStoredId = createFindStoredId({ db, run });
  const connect = createConnect({ ownConnections, limits });
  return {
    limits,
    /** The current version of a workspace. */
    confirmVersion,
    ...keyFinder,
    listConnections: createConnectionLists({ db, run }),
    findAccountHolders: createFindAccountHolders({ db, run }),
    workspaces: createWorkspaces({
      db,
      transact,
      transactInTurn,
      limits,
      insertRows,
      onRetired: deleteRetired.schedule,
    }),
    users: {
      ...createUsers({ db, changeWorkspace, findStoredId, limits }),
      ...createDeletedUsers({ db, changeWorkspace, findStoredId, limits }),
    },
    connections: {
      ...createConnections({ db, changeWorkspace, ownConnections, limits }),
      ...createConnectionsById({ db, changeWorkspace, findStoredId, ownConnections, connect, limits }),
      ...createConnectionsOfUsers({ db, findStoredId }),
    },
    links: createLinks({ db, run, changeWorkspace, connect, limits, findSnapshot: keyFinder.findSnapshot }),
    clocks,

    /** Removes everything in the store and fills it as when it was first opened. */
    async reset() {
      await transactAlone(async (transaction) => {
        await retire(transaction).execute();
        await seed({ transaction, insertRows, now: now(), isNew: false });
      });
      deleteRetired.schedule();
    },

    /** Resolves if the database answers and can be written. */
    ping: confirmHealth,
    async close() {
      await deleteRetired.stop();
      await db.destroy();
    },
  };
}

interface Connected {
  readonly db: Kysely<Tables>;
  readonly run: RunQuery;
  readonly confirmVersion: ConfirmVersion;
  /** Rejects if the database does not answer, or cannot keep what is written. */
  readonly confirmHealth: () => Promise<void>;
}

function connectSqlite(file: string, durability: Durability): Connected {
  const dialect = new NodeSqliteDialect({ file, durability });
  const { driver } = dialect;
  const db = new Kysely<Tables>({ dialect });
  const confirmVersion = file === ':memory:' ? memoryVersions(driver, db) : fileVersions(driver, db);
  const confirmHealth = async () => {
    driver.confirmHealth();
    await db.selectFrom('workspaces').select('id').limit(1).execute();
  };
  return { db, run: (query) => driver.query(query), confirmVersion, confirmHealth };
}

async function connectPostgres(
  url: string,
  onIdleError: (error: Error) => void,
  log: Logger,
): Promise<Connected> {
  const db = new Kysely<Tables>({ dialect: await createPostgresDialect({ url, onIdleError }), log });
  const run: RunQuery = async (query) => (await db.executeQuery(query)).rows;
  const confirmHealth = () => confirmWritablePostgres(db);
  return { db, run, confirmVersion: sharedVersions({ db, run }), confirmHealth };
}

/** Alone, so that processes that open an empty database at the same time fill it once. */
async function prepare(options: {
  readonly transactAlone: Transact;
  readonly insertRows: InsertRows;
  readonly dialect: Dialect;
  readonly now: () => string;
}): Promise<void> {
  const { transactAlone, insertRows, dialect, now } = options;
  await transactAlone(async (transaction) => {
    const isNew = await migrate(transaction, dialect);
    await confirmWritable(transaction, dialect);
    const first = await transaction
      .selectFrom('workspaces')
      .select('id')
      .where('retired_at', 'is', null)
      .limit(1)
      .executeTakeFirst();
    if (first === undefined) await seed({ transaction, insertRows, now: now(), isNew });
  });
}

/** `isNew` if the database has had no workspaces before. */
async function seed(options: {
  readonly transaction: Kysely<Tables>;
  readonly insertRows: InsertRows;
  readonly now: string;
  readonly isNew: boolean;
}): Promise<void> {
  const { transaction, insertRows, now, isNew } = options;
  for (const workspace of defaultWorkspaces) {
    const storedId = isNew ? workspace.id : `${workspace.id}.${randomUUID()}`;
    await insertWorkspace(transaction, insertRows, { ...workspace, createdAt: now }, storedId);
  }
}
