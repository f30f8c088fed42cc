import { afterAll, expect, test } from 'vitest';
import { freePort } from '../../../support/free-port.ts';
import { ask } from '../../../support/raw-http.ts';
import { north } from '../two-tenants.ts';
import { foreignTarget, verifyForeign } from '../verify-foreign.ts';
import { startExpressServer } from './express-server.ts';
import { startNginx } from './nginx-proxy.ts';

const upstream = await startExpressServer();
const proxy = await startNginx({ upstream: upstream.url, lineLimit: 4096 });
afterAll(async () => {
  await proxy.close();
  await upstream.close();
});

const [{ uuid } = { uuid: '' }] = north.people;
const path = `/v2/user/providers/${uuid}`;
const headers = { 'x-vital-api-key': north.keys.junction };

test('The proxy passes an answer on unchanged, and only its own name in Server', async () => {
  const [direct, proxied] = [
    await ask(upstream.url, { path, headers }),
    await ask(proxy.url, { path, headers }),
  ];
  expect(proxied).toMatchObject({ status: 200, text: direct.text });
  expect(proxied.headers).toMatchObject({ server: 'nginx/1.27.3', etag: direct.headers.etag });
});

test.each<[string, Parameters<typeof ask>[1], number, string]>([
  ['NUL in a path', { path: `${path}%00` }, 400, '400 Bad Request'],
  ['a broken escape', { path: '/v2/user/providers/%E0%A4%A' }, 400, '400 Bad Request'],
  ['a path above its root', { path: '/v2/..%2f..%2fetc' }, 400, '400 Bad Request'],
  ['a long path', { path: path + 'a'.repeat(4096) }, 414, '414 Request-URI Too Large'],
  [
    'a long header',
    { path, headers: { 'x-vital-api-key': 'k'.repeat(4096) } },
    400,
    '400 Request Header Or Cookie Too Large',
  ],
])('The proxy refuses %s with its own page', async (_, request, status, title) => {
  const answer = await ask(proxy.url, request);
  expect(answer).toMatchObject({ status, headers: { 'content-type': 'text/html', connection: 'close' } });
  expect(answer.text).toContain(`<head><title>${title}</title></head>`);
});

test('Without its upstream server the proxy returns 502, and no check of the data passes', async () => {
  const away = await startNginx({ upstream: `http://127.0.0.1:${await freePort()}` });
  expect(await ask(away.url, { path, headers })).toMatchObject({
    status: 502,
    text: expect.stringContaining('<center><h1>502 Bad Gateway</h1></center>'),
  });
  const outcomes = await verifyForeign(away.url, {
    apis: [foreignTarget('junction')],
    checks: ['authentication', 'input', 'isolation', 'meaning', 'shape'],
  });
  await away.close();
  expect(outcomes.filter(({ status }) => status === 'passed')).toEqual([]);
  expect(JSON.stringify(outcomes.filter(({ status }) => status === 'failed'))).toContain('502');
});
