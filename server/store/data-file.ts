import { accessSync, constants, statSync } from 'node:fs';

/** A data file that can no longer keep what is written. */
export class DataFileError extends Error {
  override name = 'DataFileError';
}

/** The file of an open SQLite database, with its write-ahead log. */
export interface DataFile {
  /** Throws a `DataFileError` if a path names no file or another file than at the start. It takes microseconds. */
  confirmNames(): void;
  /** Throws the system's error if the file cannot be written. */
  confirmWritable(): void;
}

/** Remembers which files the paths name now. Call it in a transaction, because SQLite has opened both files then. */
export function rememberDataFile(path: string): DataFile {
  const opened = [path, `${path}-wal`].map((name) => ({ name, identity: identityOf(name) }));
  return {
    confirmNames() {
      for (const { name, identity } of opened) {
        const now = identityOf(name);
        if (now === identity) continue;
        const change = now === undefined ? 'was deleted or moved' : 'was replaced by another file';
        throw new DataFileError(
          `The data cannot be stored: ${name} ${change} while it was in use. Put it back, or restart the server.`,
        );
      }
    },
    confirmWritable: () => accessSync(path, constants.W_OK),
  };
}

function identityOf(name: string): string | undefined {
  const found = statSync(name, { throwIfNoEntry: false });
  return found === undefined ? undefined : `${found.dev} ${found.ino}`;
}
