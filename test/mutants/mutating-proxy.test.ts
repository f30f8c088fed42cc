import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findMutant, mutants } from '../../mutants/catalogue/mutants.ts';
import {
  type MutatingProxy,
  type MutatingProxyOptions,
  startMutatingProxy,
} from '../../mutants/proxy/mutating-proxy.ts';
import { type RunningServer, startServer } from '../../server/start-server.ts';
import { vendorNames } from '../../spec/vendors.ts';
import { freePort } from '../support/free-port.ts';
import { ask, exchange, post } from '../support/raw-http.ts';
import { keyHeaders, keys, listPath, noConnections, unknown, validKey } from '../support/vendor-calls.ts';
import { startMirror } from './start-mirror.ts';

const pageUser = '550e8400-e29b-41d4-a716-446655440000';
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function inFrontOf(
  baseUrl: string,
  options: Partial<MutatingProxyOptions> = {},
): Promise<MutatingProxy> {
  const proxy = await startMutatingProxy({ baseUrl, mutant: null, ...options });
  closing.push(() => proxy.close());
  return proxy;
}

async function openMirror(): Promise<string> {
  const mirror = await startMirror();
  closing.push(() => mirror.close());
  return mirror.url;
}

describe('in front of a mirror', () => {
  let mirror: string;
  beforeEach(async () => {
    mirror = await openMirror();
  });

  test.each([
    '/a/..%2f..%2fetc/%00/%ff?x=%zz&&y=[]|"#z',
    '/a/../b//c/./d',
    "/api/v1/users/'%20or%201/connections?limit=+5",
    listPath('mielto', '%E0%A4'),
    'http://elsewhere.example/absolute',
  ])('passes on the path %s unchanged', async (path) => {
    const proxy = await inFrontOf(mirror, { mutant: findMutant('get-consumes') ?? null });
    expect((await ask(proxy.url, { path })).json).toMatchObject({ line: `GET ${path}` });
  });

  test('puts the path of the base URL before each path', async () => {
    const proxy = await inFrontOf(`${mirror}/behind/a/gateway/`);
    const { json } = await ask(proxy.url, { path: listPath('junction', pageUser) });
    expect(json).toMatchObject({ line: `GET /behind/a/gateway${listPath('junction', pageUser)}` });
  });

  test('sends the host of the upstream server, and keeps the order and case of the other headers', async () => {
    const proxy = await inFrontOf(mirror);
    const headers = {
      'x-LOWER-Upper': 'a',
      Cookie: ['b=1', 'c=2'],
      Empty: '',
      Connection: 'keep-alive, x-hop',
      'X-Hop': '1',
    };
    const { json, headers: answered } = await ask(proxy.url, { path: '/', headers });
    const expected = [
      'Host',
      new URL(mirror).host,
      'x-LOWER-Upper',
      'a',
      'Cookie',
      'b=1; c=2',
      'Empty',
      '',
      'Connection',
      'keep-alive',
    ];
    expect(json).toMatchObject({ headers: expected });
    expect(answered['x-twice']).toBe('one, two');
  });

  test.each([
    ['with a length', 'Content-Length: 5\r\n\r\nhello'],
    ['in chunks', 'Transfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n'],
  ])('passes on a body %s', async (_, rest) => {
    const proxy = await inFrontOf(mirror);
    const answer = await exchange(proxy.url, `POST /x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${rest}`);
    expect(answer).toContain('"line":"POST /x"');
    expect(answer).toContain('"body":"hello"');
  });

  test('passes on a POST without a body', async () => {
    const proxy = await inFrontOf(mirror);
    expect((await ask(proxy.url, { method: 'POST', path: '/x' })).json).toMatchObject({
      line: 'POST /x',
      body: '',
    });
  });
});

describe('in front of the server', () => {
  let server: RunningServer;
  beforeEach(async () => {
    server = await startServer();
    closing.push(() => server.close());
  });

  test('passes on the sandbox API, the docs and bytes that are not HTTP', async () => {
    const proxy = await inFrontOf(server.url, { mutant: findMutant('server-error') ?? null });
    const made = await post(proxy.url, '/sandbox/workspaces', {});
    expect(made.status).toBe(201);
    for (const path of ['/', '/openapi/mielto.yaml', '/nowhere']) {
      const [through, direct] = await Promise.all([ask(proxy.url, { path }), ask(server.url, { path })]);
      expect({ status: through.status, text: through.text }).toEqual({
        status: direct.status,
        text: direct.text,
      });
    }
    const garbage = 'GET /\u0001 HTTP/1.1\r\nHost: x\r\n\r\n';
    expect(await exchange(proxy.url, garbage)).toBe(await exchange(server.url, garbage));
  });

  test.each(vendorNames)(
    'passes on the answers of %s byte for byte while it breaks another API',
    async (vendor) => {
      const other = mutants.find(({ vendors }) => !vendors.includes(vendor)) ?? null;
      expect(other).not.toBeNull();
      const proxies = [await inFrontOf(server.url), await inFrontOf(server.url, { mutant: other })];
      const [own, none] = [Object.entries(validKey(vendor)).flat().join(': '), 'X-None: 1'];
      for (const [userId, header] of [
        [pageUser, own],
        [noConnections, own],
        [unknown, own],
        ['%00?limit=0', own],
        [pageUser, none],
      ] as const) {
        const bytes = `GET ${listPath(vendor, userId)} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${header}\r\n\r\n`;
        const direct = withoutTimes(await exchange(server.url, bytes));
        expect(direct).toMatch(/^HTTP\/1\.1 \d+ /);
        for (const proxy of proxies) expect(withoutTimes(await exchange(proxy.url, bytes))).toBe(direct);
      }
    },
  );

  test('breaks only the lists of the vendors of the mutant', async () => {
    const proxy = await inFrontOf(server.url, { mutant: findMutant('list-wrapped') ?? null });
    const broken = await ask(proxy.url, {
      path: listPath('open-wearables', noConnections),
      headers: validKey('open-wearables'),
    });
    const whole = await ask(proxy.url, {
      path: listPath('junction', noConnections),
      headers: validKey('junction'),
    });
    expect([broken.json, whole.json]).toEqual([{ connections: [] }, { providers: [] }]);
  });

  test('discards the state of a mutant when a mutant is set, even the same one', async () => {
    const mutant = findMutant('authentication-off') ?? null;
    const proxy = await inFrontOf(server.url, { mutant });
    const path = listPath('junction', pageUser);
    const statuses = async () => [
      (await ask(proxy.url, { path })).status,
      (await ask(proxy.url, { path, headers: validKey('junction') })).status,
      (await ask(proxy.url, { path })).status,
    ];
    expect(await statuses()).toEqual([401, 200, 200]);
    proxy.setMutant(mutant);
    expect(await statuses()).toEqual([401, 200, 200]);
    proxy.setMutant(null);
    expect(await statuses()).toEqual([401, 200, 401]);
  });

  test('uses only keys that the upstream server has accepted before', async () => {
    const proxy = await inFrontOf(server.url, { mutant: findMutant('foreign-user-readable') ?? null });
    const foreign = {
      path: listPath('mielto', '00000000-0000-4000-8000-000000000020'),
      headers: validKey('mielto'),
    };
    expect((await ask(proxy.url, foreign)).status).toBe(404);
    await ask(proxy.url, { ...foreign, headers: keyHeaders.mielto(keys.mielto.second) });
    expect((await ask(proxy.url, foreign)).status).toBe(200);
    expect((await ask(proxy.url, { ...foreign, path: listPath('mielto', unknown) })).status).toBe(404);
  });

  test('closes while an answer has not ended', async () => {
    const proxy = await startMutatingProxy({
      baseUrl: server.url,
      mutant: findMutant('body-unended') ?? null,
    });
    const answer = await fetch(`${proxy.url}${listPath('junction', pageUser)}`, {
      headers: validKey('junction'),
    });
    await proxy.close();
    await expect(answer.text()).rejects.toThrow('terminated');
  });
});

/** Removes the headers that differ between answers. */
function withoutTimes(answer: string): string {
  return answer.replaceAll(/^(?:date|x-request-id): .*\r\n/gim, '');
}

test.each([
  ['a list', listPath('mielto', pageUser)],
  ['another path', '/healthz'],
])(
  'answers a request for %s with one line if the upstream server cannot be reached, and reports the failure',
  async (_, path) => {
    const baseUrl = `http://127.0.0.1:${await freePort()}`;
    const failures: unknown[] = [];
    const onFailure = (error: unknown) => failures.push(error);
    const proxy = await inFrontOf(baseUrl, { mutant: findMutant('no-content') ?? null, onFailure });
    const { status, headers, text } = await ask(proxy.url, { path });
    expect({ status, type: headers['content-type'] }).toEqual({
      status: 502,
      type: 'text/plain; charset=utf-8',
    });
    expect(text).toBe(
      `The mutating proxy cannot reach ${baseUrl}: ECONNREFUSED. Start that server, or use another base URL.\n`,
    );
    expect(failures).toHaveLength(1);
  },
);

test('rejects if the port is in use', async () => {
  const mirror = await openMirror();
  await expect(
    startMutatingProxy({ baseUrl: mirror, mutant: null, port: Number(new URL(mirror).port) }),
  ).rejects.toThrow('EADDRINUSE');
});
