import { isPostgres } from './store/is-postgres.ts';

/** The server cannot start, for a reason that whoever starts it can mend. The message is one line. */
export class StartError extends Error {
  /** Explains why the data cannot be used, without the password that a URL may hold. */
  static ofData(data: string, error: unknown): StartError {
    const reason = reasonOf(error);
    const [, scheme] = /^([a-z][a-z0-9+.-]+):\/\//i.exec(data) ?? [];
    if (scheme !== undefined && !isPostgres(data)) {
      return new StartError(
        `Cannot open the data: ${scheme}:// is no database that this server knows. Name a SQLite file or a postgres:// URL.`,
      );
    }
    if (isPostgres(data)) {
      return new StartError(
        `Cannot open the PostgreSQL database: ${reason}. Check that it runs and that the URL of --data is right.`,
      );
    }
    return new StartError(
      `Cannot open the data file ${data}: ${reason}. Name a SQLite file that can be read and written, or none for memory.`,
    );
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return reasonOf(error.errors[0]);
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n', 1)[0]?.replace(/\.$/, '') ?? '';
}
