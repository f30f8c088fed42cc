import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import type { Durability } from './durability.ts';

/** The name of a database that is not stored. */
const memory = ':memory:';
const busyTimeoutMilliseconds = 2000;
const pauseMilliseconds = 5;
/** @see https://www.sqlite.org/rescode.html#busy */
const busy = 5;

/**
 * Opens a SQLite file, or memory, with a write-ahead log. It waits up to two seconds for a locked file.
 * If two processes create the log of an empty file at the same moment, SQLite refuses one without waiting; that one
 * tries again. A nameless temporary file is refused.
 */
export async function openSqliteFile(file: string, durability: Durability = 'normal'): Promise<DatabaseSync> {
  const giveUpAt = Date.now() + busyTimeoutMilliseconds;
  const database = new DatabaseSync(file, { timeout: busyTimeoutMilliseconds });
  if (file !== memory && database.location() === null) {
    database.close();
    throw new Error('the path is empty, so the data would be lost at the end');
  }
  for (;;) {
    try {
      database.exec(
        `pragma journal_mode = wal; pragma synchronous = ${durability}; pragma foreign_keys = on`,
      );
      return database;
    } catch (error) {
      if (!isBusy(error) || Date.now() >= giveUpAt) {
        database.close();
        throw error;
      }
      await pause(pauseMilliseconds);
    }
  }
}

function isBusy(error: unknown): boolean {
  const { errcode } = error as { readonly errcode?: unknown };
  return typeof errcode === 'number' && (errcode & 0xff) === busy;
}
