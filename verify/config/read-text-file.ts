import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { ExplainedError } from '../../contract/explained-error.ts';

const mostBytes = 1024 * 1024;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Reads a small file of the user's, given by `flag`. Throws an `ExplainedError` if it cannot be read. */
export function readTextFile(path: string, flag: string): string {
  const refused = (reason: string) =>
    new ExplainedError(`Cannot read ${path}: ${reason} Name another with ${flag}.`);
  let descriptor: number;
  try {
    // A pipe would otherwise be waited for.
    descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    throw refused(reasonOf(error));
  }
  try {
    const stats = fstatSync(descriptor);
    if (!stats.isFile()) throw refused('it is not a file.');
    if (stats.size > mostBytes) throw refused('it is larger than 1 MiB.');
    return utf8.decode(readFileSync(descriptor));
  } catch (error) {
    throw error instanceof ExplainedError ? error : refused(reasonOf(error));
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
      return 'there is no such file.';
    case 'EACCES':
    case 'EPERM':
      return 'it may not be read.';
    default:
      return `${code}.`;
  }
}
