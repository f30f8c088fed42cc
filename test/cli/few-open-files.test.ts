import { once } from 'node:events';
import { connect } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ask } from '../support/raw-http.ts';
import { root, startProcess } from '../support/run-cli.ts';

// Other systems do not show a process how many files it may open.
test.skipIf(process.platform !== 'linux')(
  'A server that may open only 300 files refuses connections before it runs out of files',
  async () => {
    const command = 'ulimit -n 300 && exec "$0" "$1" serve --port 0';
    const { child, ended, until } = startProcess('sh', [
      '-c',
      command,
      process.execPath,
      join(root, 'cli/main.js'),
    ]);
    onTestFinished(() => void child.kill('SIGKILL'));
    const [, url = ''] = await until(/listening on (\S+)/);
    const { hostname, port } = new URL(url);
    const silent = Array.from({ length: 210 }, () => connect(Number(port), hostname));
    await Promise.all(silent.map((socket) => once(socket, 'connect')));
    const refused = await ask(url, { path: '/healthz' });
    expect([refused.status, refused.headers['retry-after']]).toEqual([503, '5']);
    for (const socket of silent) socket.destroy();
    await expect.poll(async () => (await ask(url, { path: '/healthz' })).status).toBe(200);
    child.kill('SIGTERM');
    expect(await ended).toMatchObject({ code: 0, stderr: '' });
  },
);
