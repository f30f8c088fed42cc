import { DataFileError } from './data-file.ts';
import { isConnectionClosed, isQueryTimeout } from './lost-connection.ts';

/** Node's error codes for a network that does not answer. */
const networkCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EHOSTUNREACH',
  'EAI_AGAIN',
]);

/** SQLite's primary result codes for a file that is unavailable: busy, locked, out of memory, read-only, I/O, full, cannot open. */
const sqliteCodes = new Set([5, 6, 7, 8, 10, 13, 14]);

/**
 * True if the error says that the database is unavailable now, and may be available later.
 *
 * @see https://www.sqlite.org/rescode.html
 * @see https://www.postgresql.org/docs/current/errcodes-appendix.html (classes 08, 40, 53, 57)
 */
export function isStoreUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof DataFileError) return true;
  if (error instanceof AggregateError) return error.errors.every(isStoreUnavailable);
  const { code, errcode } = error as { code?: unknown; errcode?: unknown };
  if (code === 'ERR_SQLITE_ERROR') return typeof errcode === 'number' && sqliteCodes.has(errcode & 0xff);
  if (isConnectionClosed(error) || isQueryTimeout(error)) return true;
  if (typeof code === 'string') return networkCodes.has(code) || /^(?:08|40|53|57)[0-9A-Z]{3}$/.test(code);
  // The PostgreSQL driver gives these errors no code.
  return /connection terminated|timeout exceeded when trying to connect|Connection ended/i.test(
    error.message,
  );
}
