import { readFileSync } from 'node:fs';

/** Files that the process opens in addition to its connections: programs, databases, and connections that it refuses. */
const otherFiles = 100;

/**
 * Returns how many connections a server accepts at a time: `wanted`, or fewer if the process may open only few files. Only
 * Linux shows this limit; on other systems the result is `wanted`.
 */
export function maximumConnections(wanted: number): number {
  return Math.max(1, Math.min(wanted, maximumOpenFiles() - otherFiles));
}

function maximumOpenFiles(): number {
  try {
    const [, files] = /^Max open files\s+(\d+)/m.exec(readFileSync('/proc/self/limits', 'latin1')) ?? [];
    return files === undefined ? Number.POSITIVE_INFINITY : Number(files);
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
