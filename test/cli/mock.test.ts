import { expect, test } from 'vitest';
import { keyHeader } from '../../spec/vendors.ts';
import { schemaAt } from '../support/contract-documents.ts';
import { freePort } from '../support/free-port.ts';
import { ask, post } from '../support/raw-http.ts';
import { startCli, startProcess } from '../support/run-cli.ts';
import { vendorLists } from '../support/vendor-calls.ts';
import { refusesNewConnections } from './refuses-new-connections.ts';

test('mock answers all three APIs on one port, and exits with 0 after a signal to stop', async () => {
  const port = await freePort();
  const { child, until, ended } = startCli(['mock', '--port', String(port)]);
  const [, origin = ''] = await until(/Prism is listening on (http:\/\/127\.0\.0\.1:\d+)/);
  for (const entry of vendorLists) {
    const { path } = entry;
    const [name, value] = keyHeader(entry, 'any-key');
    const url = `${origin}${path.replace('{user_id}', '550e8400-e29b-41d4-a716-446655440000')}`;
    expect((await fetch(url, { headers: { [name]: value } })).status).toBe(200);
    expect((await fetch(url)).status).toBe(401);
  }
  child.kill('SIGTERM');
  expect((await ended).code).toBe(0);
  await expect(fetch(origin)).rejects.toThrow();
});

test('mock --edition serves the contract of the edition, with its header, its fields and its errors', async () => {
  const port = await freePort();
  const { child, until, ended } = startCli([
    'mock',
    '--port',
    String(port),
    '--edition',
    'open-wearables=0-6',
  ]);
  const [, origin = ''] = await until(/Prism is listening on (http:\/\/127\.0\.0\.1:\d+)/);
  const path = '/api/v1/users/550e8400-e29b-41d4-a716-446655440000/connections';
  const headers = { 'X-Open-Wearables-API-Key': 'any-key' };
  expect(await ask(origin, { path, headers })).toMatchObject({
    status: 200,
    json: [{ provider: 'strava', live_sync_mode: 'pull' }, { provider: 'garmin' }, { status: 'revoked' }],
  });
  expect((await ask(origin, { path, headers: { 'X-API-Key': 'any-key' } })).status).toBe(401);
  const unknown = { ...headers, Prefer: 'code=200, example=unknown' };
  expect((await ask(origin, { path, headers: unknown })).json).toEqual([]);
  expect(await ask(origin, { path, method: 'POST', headers })).toMatchObject({
    status: 405,
    json: { detail: 'Method Not Allowed' },
  });
  const dynamic = { ...headers, Prefer: 'dynamic=true' };
  const { status, json } = await ask(origin, { path, headers: dynamic });
  expect(status).toBe(200);
  const violationsOf = await schemaAt('open-wearables.0-6.yaml', [
    'components',
    'schemas',
    'OpenWearablesConnectionList',
  ]);
  expect(violationsOf(json)).toEqual([]);
  const junction = '/v2/user/providers/00000000-0000-4000-8000-000000000001';
  expect((await ask(origin, { path: junction, headers: { 'x-vital-api-key': 'any-key' } })).status).toBe(200);
  child.kill('SIGTERM');
  expect((await ended).code).toBe(0);
});

test('npm run mock exits when npm gets a signal to stop', async () => {
  const port = await freePort();
  const { child, until, ended } = startProcess('npm', ['run', 'mock'], { env: { PORT: String(port) } });
  await until(/Prism is listening/);
  child.kill('SIGTERM');
  await ended;
  await refusesNewConnections(port, '127.0.0.1');
});

test.each(['production', 'development'])('NODE_ENV=%s does not change the mock', async (NODE_ENV) => {
  const port = await freePort();
  const { child, until, ended } = startCli(['mock', '--port', String(port)], { env: { NODE_ENV } });
  const [, origin = ''] = await until(/Prism is listening on (http:\/\/127\.0\.0\.1:\d+)/);
  const path = '/v2/user/providers/00000000-0000-4000-8000-000000000001';
  const refused = await post(origin, path, '{');
  expect(refused).toMatchObject({ status: 400, json: { error: { message: 'Invalid JSON' } } });
  expect(refused.text).not.toContain('stack');
  child.kill('SIGTERM');
  expect((await ended).code).toBe(0);
});

test('a request that Prism cannot read is refused, and the mock continues', async () => {
  const port = await freePort();
  const { child, until, ended } = startCli(['mock', '--port', String(port)]);
  const [, origin = ''] = await until(/Prism is listening on (http:\/\/127\.0\.0\.1:\d+)/);
  const headers = { 'X-API-Key': 'any-key' };
  const refused = await ask(origin, { path: '/api/v1/users/%FF%FE/connections', headers });
  expect(refused).toMatchObject({ status: 404, json: { detail: 'Not found' } });
  const path = '/api/v1/users/550e8400-e29b-41d4-a716-446655440000/connections';
  for (const method of ['POST', 'OPTIONS', 'HEAD']) {
    const answer = await ask(origin, { method, path, headers });
    expect([answer.status, answer.headers.allow]).toEqual([405, 'GET']);
    if (method !== 'HEAD') expect(answer.json).toEqual({ detail: 'Method not allowed' });
  }
  for (const malformed of [{ Accept: ';;;' }, { Accept: 'a/b;c=d, x' }, { 'Content-Type': 'x' }]) {
    expect((await ask(origin, { path, headers: { ...headers, ...malformed } })).status).toBe(200);
  }
  const Prefer = 'code=200, example=nothing';
  expect(await ask(origin, { path, headers: { ...headers, Prefer } })).toMatchObject({
    status: 400,
    json: { detail: expect.stringContaining('names no documented example; choose one of page-example,') },
  });
  expect((await ask(origin, { path, headers })).status).toBe(200);
  child.kill('SIGTERM');
  await ended;
});
