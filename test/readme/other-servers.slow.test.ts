import { join } from 'node:path';
import { expect, test } from 'vitest';
import { postgres } from '../support/databases.ts';
import { runInShell } from '../support/run-command.ts';
import { useFolder } from '../support/use-folder.ts';
import { commandsRun } from './guide-commands.ts';

const temporary = useFolder();

test.each(commandsRun('other server'))('$line starts and answers', async ({ line }) => {
  const database = await postgres.create();
  const own = line
    .replace(/postgres:\/\/\S+/, database.data)
    .replace('connections.sqlite', join(temporary, 'connections.sqlite'));
  const server = runInShell(own, { env: { PORT: '0' } });
  try {
    const [, url = ''] = await server.until(/listening on (\S+)/);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    const [, token] = /SANDBOX_TOKEN=(\S+)/.exec(line) ?? [];
    const authorization = `Bearer ${token}`;
    expect((await fetch(`${url}/sandbox/scenarios`)).status).toBe(token === undefined ? 200 : 401);
    expect((await fetch(`${url}/sandbox/scenarios`, { headers: { authorization } })).status).toBe(200);
  } finally {
    await server.stop();
    await database.dispose();
  }
});
