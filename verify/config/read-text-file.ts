import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { ExplainedError } from '../../contract/explained-error.ts';

const maxBytes = 1024 * 1024;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Reads a file of at most 1 MiB that the user named with `flag`. Throws an `ExplainedError` if it cannot be read. */
export function readTextFile(path: string, flag: string): string {
  const cannotRead = (reason: string) =>
    new ExplainedError(`Cannot read ${path}: ${reason} Name another file with ${flag}.`);
  let descriptor: number;
  try {
    // Without O_NONBLOCK, opening a pipe blocks until another process writes to it.
    descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    throw cannotRead(reasonOf(error));
  }
  try {
    const stats = fstatSync(descriptor);
    if (!stats.isFile()) throw cannotRead('it is not a file.');
    if (stats.size > maxBytes) throw cannotRead('it is larger than 1 MiB.');
    return utf8.decode(readFileSync(descriptor));
  } catch (error) {
    throw error instanceof ExplainedError ? error : cannotRead(reasonOf(error));
  } finally {
    closeSync(descriptor);
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof TypeError) return 'it is not UTF-8.';
  const code = error instanceof Error && 'code' in error ? error.code : error;
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'it does not exist.';
    case 'EACCES':
    case 'EPERM':
      return 'permission is denied.';
    default:
      return `${code}.`;
  }
}
