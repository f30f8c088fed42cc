// Whether a workspace has changed: its version, confirmed after a request has arrived.
import type { Kysely } from 'kysely';
import { prepareQuery, type RunQuery } from './prepared-query.ts';
import type { SqliteConnectionDriver } from './sqlite-driver.ts';
import type { Tables } from './tables.ts';

/** The version of a workspace; null if there is no such workspace. */
export type Version = string | null;

/**
 * Returns the version of a workspace, no older than the call: at once if no other process can have changed it,
 * otherwise as a promise, which rejects with the database's error.
 */
export type ConfirmVersion = (workspaceId: string) => Version | Promise<Version>;

interface Found {
  readonly id: string;
  readonly version: number | string;
}

/** For SQLite in memory, which only this process can change: a counter is enough. */
export function memoryVersions(driver: SqliteConnectionDriver, db: Kysely<Tables>): ConfirmVersion {
  const versions = cachedVersions(driver, db);
  return (workspaceId) =>
    driver.isIdle ? versions.of(workspaceId) : driver.idle().then(() => versions.of(workspaceId));
}

/**
 * For a SQLite file, which other processes can change too. A pragma shows whether they did. It is read once per turn of
 * the event loop, after every request of that turn has arrived.
 */
export function fileVersions(driver: SqliteConnectionDriver, db: Kysely<Tables>): ConfirmVersion {
  const versions = cachedVersions(driver, db);
  let dataVersion: unknown;
  let turn: Promise<void> | undefined;

  async function look(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    turn = undefined;
    await driver.idle();
    const now = driver.dataVersion();
    if (now !== dataVersion) versions.forget();
    dataVersion = now;
  }

  return async (workspaceId) => {
    turn ??= look();
    await turn;
    if (!driver.isIdle) await driver.idle();
    return versions.of(workspaceId);
  };
}

/** The versions read since the last change by this process. Both may be used only while no transaction is open. */
function cachedVersions(driver: SqliteConnectionDriver, db: Kysely<Tables>) {
  const versionOf = prepareQuery<{ id: string }, Found>((parameter) =>
    db
      .selectFrom('workspaces')
      .select(['id', 'version'])
      .where('id', '=', parameter('id'))
      .where('retired_at', 'is', null),
  );
  const known = new Map<string, Version>();
  let changes = driver.changes;
  return {
    forget: () => known.clear(),
    of(workspaceId: string): Version {
      if (driver.changes !== changes) known.clear();
      changes = driver.changes;
      const version = known.get(workspaceId);
      if (version !== undefined) return version;
      const [row] = driver.read(versionOf({ id: workspaceId }));
      const found = row === undefined ? null : String(row.version);
      if (found !== null) known.set(workspaceId, found);
      return found;
    },
  };
}

/**
 * For PostgreSQL, which other processes can change too: one query reads the versions for all waiting requests. A
 * request that arrives while it runs waits for the next one.
 */
export function sharedVersions(options: {
  readonly db: Kysely<Tables>;
  readonly run: RunQuery;
}): ConfirmVersion {
  const { db, run } = options;
  let waiting = new Map<string, PromiseWithResolvers<Version>>();
  let isAsking = false;

  async function askFor(batch: ReadonlyMap<string, PromiseWithResolvers<Version>>): Promise<void> {
    try {
      const ids = [...batch.keys()];
      const query = db
        .selectFrom('workspaces')
        .select(['id', 'version'])
        .where('id', 'in', ids)
        .where('retired_at', 'is', null);
      const found = await run(query.compile());
      const versions = new Map(found.map(({ id, version }) => [id, String(version)]));
      for (const [id, { resolve }] of batch) resolve(versions.get(id) ?? null);
    } catch (error) {
      // Those that arrived meanwhile have already waited for a database that does not answer.
      const late = waiting;
      waiting = new Map();
      for (const { reject } of [...batch.values(), ...late.values()]) reject(error);
    }
  }

  async function askWhileAnyWait(): Promise<void> {
    isAsking = true;
    while (waiting.size > 0) {
      const batch = waiting;
      waiting = new Map();
      await askFor(batch);
    }
    isAsking = false;
  }

  return (workspaceId) => {
    const known = waiting.get(workspaceId) ?? Promise.withResolvers<Version>();
    waiting.set(workspaceId, known);
    if (!isAsking) void askWhileAnyWait();
    return known.promise;
  };
}
