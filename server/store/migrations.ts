import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import {
  addAccountIndex,
  addClocks,
  addDueTimes,
  addEditions,
  addProfiles,
  addRetirement,
  addSharedScenarios,
  addVersions,
} from './add-columns.ts';
import { createLinkTables } from './create-link-tables.ts';
import { createTables } from './create-tables.ts';
import type { Dialect } from './dialect.ts';
import { StoreRefusal } from './store-refusal.ts';
import type { Tables } from './tables.ts';

const firstMigration = '0001_first';

/**
 * Brings the tables to the newest version, inside the given transaction. Resolves to true if there were none before.
 * Throws the error that the migrator reports; the transaction then undoes everything.
 */
export async function migrate(transaction: Kysely<Tables>, dialect: Dialect): Promise<boolean> {
  const known = migrations(dialect);
  const provider = { getMigrations: async () => known };
  const { error, results = [] } = await new Migrator({ db: transaction, provider }).migrateToLatest();
  if (error === undefined) return results.some(({ migrationName }) => migrationName === firstMigration);
  const newer = await newerMigration(transaction, Object.keys(known));
  if (newer === undefined) throw error;
  throw new StoreRefusal(
    `it is from a newer version of connections-contract, which made the change ${newer}`,
    'Use that version or a newer one, or other data',
  );
}

/** The name of a migration that the database has and this version does not have. */
async function newerMigration(
  transaction: Kysely<Tables>,
  known: readonly string[],
): Promise<string | undefined> {
  try {
    const { rows } = await sql<{ readonly name: string }>`select name from kysely_migration`.execute(
      transaction,
    );
    return rows.map(({ name }) => name).find((name) => !known.includes(name));
  } catch {
    // The migration has failed for another reason, which is the one to report.
    return undefined;
  }
}

function migrations(dialect: Dialect): Record<string, Migration> {
  return {
    [firstMigration]: { up: (db) => createTables(db, dialect) },
    '0002_versions': { up: addVersions },
    '0003_retirement': { up: (db) => addRetirement(db, dialect) },
    '0004_shared_scenarios': { up: addSharedScenarios },
    '0005_editions': { up: addEditions },
    '0006_profiles': { up: (db) => addProfiles(db, dialect) },
    '0007_links': { up: (db) => createLinkTables(db, dialect) },
    '0008_accounts': { up: addAccountIndex },
    '0009_clocks': { up: (db) => addClocks(db, dialect) },
    '0010_due_times': { up: (db) => addDueTimes(db, dialect) },
  };
}
