import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../../server/start-server.ts';
import { vendorNames } from '../../../spec/vendors.ts';
import { ask, exchange } from '../../support/raw-http.ts';
import { listPath, noConnections, unknown, validKey } from '../../support/vendor-calls.ts';

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const user = '00000000-0000-4000-8000-000000000002';
const threePaths = [
  'GET /api/v1/users/{user_id}/connections',
  'GET /v2/user/providers/{user_id}',
  'GET /api/v1/connections/users/{user_id}',
];

describe.each(vendorNames)('%s', (vendor) => {
  const path = listPath(vendor, user);
  const key = validKey(vendor);

  test.each([
    ['a list', path, key],
    ['an unknown user', listPath(vendor, unknown), key],
    ['a missing key', path, {}],
    ['a preferred answer', path, { ...key, Prefer: 'code=503' }],
  ])('answers HEAD like GET, without the body: %s', async (_, target, headers) => {
    const [get, head] = await Promise.all(
      ['GET', 'HEAD'].map((method) => ask(server.url, { method, path: target, headers })),
    );
    const { date: _getDate, 'x-request-id': _getId, ...ofGet } = get?.headers ?? {};
    const { date: _headDate, 'x-request-id': _headId, ...ofHead } = head?.headers ?? {};
    expect({ status: head?.status, text: head?.text }).toEqual({ status: get?.status, text: '' });
    expect(ofHead).toEqual(ofGet);
    expect(ofGet['content-length']).toBe(String(Buffer.byteLength(get?.text ?? '')));
  });

  test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'TRACE', 'PROPFIND'])(
    'answers %s with 405',
    async (method) => {
      for (const headers of [{}, key]) {
        const answer = await ask(server.url, { method, path, headers });
        expect(answer.status).toBe(405);
        expect(answer.headers).toMatchObject({
          allow: 'GET, HEAD, OPTIONS',
          'content-type': 'application/json',
        });
        expect(answer.json).toEqual({ detail: 'Method not allowed' });
      }
    },
  );

  test('allows requests from pages of any origin, with any header', async () => {
    const headers = {
      Origin: 'https://app.example',
      'Access-Control-Request-Method': 'GET',
      'Access-Control-Request-Headers': `${Object.keys(key)},x-workspace-id`,
    };
    const answer = await ask(server.url, { method: 'OPTIONS', path, headers });
    expect(answer.status).toBe(204);
    expect(answer.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET,HEAD',
      'access-control-allow-headers': `${Object.keys(key)},x-workspace-id`,
      'access-control-max-age': '600',
    });
    expect(answer.headers['access-control-allow-credentials']).toBeUndefined();
  });

  test('answers OPTIONS with the methods of the path, and without a length, since there is no body', async () => {
    for (const headers of [{}, { Origin: 'https://app.example', 'Access-Control-Request-Method': 'GET' }]) {
      const answer = await ask(server.url, { method: 'OPTIONS', path, headers });
      expect([answer.status, answer.headers.allow]).toEqual([204, 'GET, HEAD, OPTIONS']);
      expect(Object.keys(answer.headers)).not.toContain('content-length');
    }
  });

  test.each([
    [200, { ...key }, 'GET', path],
    [401, {}, 'GET', path],
    [404, { ...key }, 'GET', listPath(vendor, unknown)],
    [405, {}, 'POST', path],
    [429, { ...key, Prefer: 'code=429' }, 'GET', path],
    [503, { ...key, Prefer: 'code=503' }, 'GET', path],
  ])('allows pages of any origin to read a %i', async (status, headers, method, target) => {
    const origin = { Origin: 'https://app.example' };
    const answer = await ask(server.url, { method, path: target, headers: { ...headers, ...origin } });
    expect(answer.status).toBe(status);
    expect(answer.headers['access-control-allow-origin']).toBe('*');
    expect(answer.headers['access-control-expose-headers']).toContain('Retry-After');
  });

  test('ignores conditional headers, ranges and Accept headers', async () => {
    const plain = await ask(server.url, { path, headers: key });
    for (const extra of [
      { 'If-None-Match': '*' },
      { 'If-Modified-Since': new Date().toUTCString() },
      { Range: 'bytes=0-1' },
      { Accept: 'text/html' },
      { 'Accept-Encoding': 'gzip, br' },
    ]) {
      const answer = await ask(server.url, { path, headers: { ...key, ...extra } });
      expect({ status: answer.status, text: answer.text }).toEqual({ status: 200, text: plain.text });
    }
  });

  test.each(['#', '#/x', '#?limit=x', '?#/../..'])('ignores the fragment %s', async (fragment) => {
    expect((await ask(server.url, { path: path + fragment, headers: key })).status).toBe(200);
  });

  test('answers an absolute request target', async () => {
    const lines = Object.entries(key).map(([name, value]) => `${name}: ${value}\r\n`);
    const head = `GET http://vendor.example${path} HTTP/1.1\r\nHost: vendor.example\r\nConnection: close\r\n`;
    expect(await exchange(server.url, `${head}${lines.join('')}\r\n`)).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
  });

  test.each([
    ['a trailing slash', `${path}/`],
    ['upper case', path.toUpperCase()],
    ['another case of one letter', path.replace('user', 'User')],
    ['two slashes', path.replace('/user', '//user')],
    ['an encoded slash', path.replace('/user', '%2Fuser')],
    ['no user', listPath(vendor, '')],
    ['additional segments', `${path}/x/y`],
  ])('answers 404 for a path with %s', async (_, target) => {
    const answer = await ask(server.url, { path: target, headers: key });
    expect(answer.status).toBe(404);
    for (const known of threePaths) expect(answer.text).toContain(known);
  });
});

test.each(['/nothing', '/api', '/API/v1', '/docs-not', '*', '/.git/config', '/%00', '/%zz', '/?', '//'])(
  'an unknown path, %s, is a JSON 404 that names the three paths',
  async (path) => {
    const method = path === '*' ? 'OPTIONS' : 'GET';
    const answer = await ask(server.url, { method, path: path === '/?' ? '/nothing?' : path });
    expect(answer.status).toBe(404);
    expect(answer.headers['content-type']).toBe('application/json');
    expect(answer.json).toEqual({
      detail: `Not found. The paths of this server are ${threePaths.join(', ')}.`,
    });
  },
);

test.each(['http://[', 'http://[/nothing', 'http://a:b:c/nothing', 'HTTP://%/nothing'])(
  'an absolute target whose origin is none, %s, is answered by its path',
  async (target) => {
    const answer = await exchange(
      server.url,
      `GET ${target} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`,
    );
    expect(answer).toMatch(
      target.endsWith('nothing') ? /^HTTP\/1\.1 404 [^{]*\{"detail":"Not found\. / : /^HTTP\/1\.1 200 /,
    );
  },
);

test('an absolute target without a path is the root', async () => {
  for (const target of ['http://any.example', 'http://any.example?x', 'https://any.example/']) {
    const answer = await exchange(
      server.url,
      `GET ${target} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
  }
});

test.each([
  ['words', 'HELLO\r\n\r\n', 400],
  ['a header without a colon', 'GET / HTTP/1.1\r\nHost: a\r\nfoo bar\r\n\r\n', 400],
  ['a space before a colon', 'GET / HTTP/1.1\r\nHost: a\r\nX-API-Key : a\r\n\r\n', 400],
  ['a target that is not ASCII', 'GET /é HTTP/1.1\r\nHost: a\r\n\r\n', 400],
  ['two lengths', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n', 400],
  [
    'a length and a chunked encoding',
    'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n',
    400,
  ],
  ['TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', 400],
  ['large headers', `GET / HTTP/1.1\r\nHost: a\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
  ['a large target', `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: a\r\n\r\n`, 431],
])('a malformed or oversized request is answered in JSON: %s', async (_, bytes, status) => {
  const answer = await exchange(server.url, bytes);
  expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} [\\w ]+\r\nContent-Type: application/json\r\n`));
  expect(answer).toMatch(/\r\n\r\n\{"detail":"[\w ]+"\}$/);
});

test('every vendor answers an empty list for a user without connections', async () => {
  const answers = await Promise.all(
    vendorNames.map((vendor) =>
      ask(server.url, { path: listPath(vendor, noConnections), headers: validKey(vendor) }),
    ),
  );
  expect(answers.map(({ json }) => json)).toEqual([
    [],
    { providers: [] },
    { connections: [], total: 0, page: 1, size: 100 },
  ]);
});
