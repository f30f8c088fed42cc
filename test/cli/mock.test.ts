import { expect, test } from 'vitest';
import { vendors } from '../../spec/vendors.ts';
import { freePort } from '../free-port.ts';
import { refusesNewConnections } from './refuses-new-connections.ts';
import { startCli, startProcess } from './run-cli.ts';

test('mock answers all three APIs at one port, and ends with 0 when it is told to stop', async () => {
  const port = await freePort();
  const { child, until, ended } = startCli(['mock', '--port', String(port)]);
  const [, origin = ''] = await until(/Prism is listening on (http:\/\/127\.0\.0\.1:\d+)/);
  for (const { path, keyHeader } of vendors) {
    const [name = '', value = ''] = keyHeader('any-key').split(': ');
    const url = `${origin}${path.replace('{user_id}', '550e8400-e29b-41d4-a716-446655440000')}`;
    expect((await fetch(url, { headers: { [name]: value } })).status).toBe(200);
    expect((await fetch(url)).status).toBe(401);
  }
  child.kill('SIGTERM');
  expect((await ended).code).toBe(0);
  await expect(fetch(origin)).rejects.toThrow();
});

test('npm run mock ends when npm is told to stop', async () => {
  const port = await freePort();
  const { child, until, ended } = startProcess('npm', ['run', 'mock'], { env: { PORT: String(port) } });
  await until(/Prism is listening/);
  child.kill('SIGTERM');
  await ended;
  await refusesNewConnections(port, '127.0.0.1');
});
