import { afterAll, expect, test } from 'vitest';
import { ask } from '../../../support/raw-http.ts';
import { north } from '../two-tenants.ts';
import { startExpressServer } from './express-server.ts';

const { url, close } = await startExpressServer();
afterAll(close);

const headers = { Authorization: `Bearer ${north.keys.mielto}` };
const path = '/api/v1/connections/users/ada%40example.org';

test('The Express server sends a charset and an entity tag, also for a path in upper case with a slash', async () => {
  const upper = '/API/V1/CONNECTIONS/USERS/ada%40example.org/';
  const answer = await ask(url, { path: `${upper}?limit=3&limit=%2B07`, headers });
  expect(answer).toMatchObject({ status: 200, json: { size: 7 } });
  expect(answer.headers).toMatchObject({
    'content-type': 'application/json; charset=utf-8',
    etag: expect.stringMatching(/^W\//),
    'x-powered-by': 'Express',
  });
});

test.each([
  ['skip', '1e2'],
  ['skip', ''],
  ['limit', '%D9%A1'],
  ['status', 'constructor'],
])('The Express server refuses a %s of "%s"', async (name, value) => {
  expect(await ask(url, { path: `${path}?${name}=${value}`, headers })).toMatchObject({
    status: 422,
    json: { detail: [{ type: 'field', msg: 'Invalid value', loc: ['query', name] }] },
  });
});

test.each([
  ['a path that cannot be decoded', '/v2/user/providers/%FF', 400, 'application/json; charset=utf-8'],
  ['an unknown path', '/v2/nothing', 404, 'text/html; charset=utf-8'],
])('The Express server answers %s in its own form', async (_, sent, status, type) => {
  expect(await ask(url, { path: sent })).toMatchObject({ status, headers: { 'content-type': type } });
});
