import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createApp } from '../../../server/create-app.ts';
import { openStore, type Store } from '../../../server/store/open-store.ts';
import { vendorNames, vendors } from '../../../spec/vendors.ts';
import { ask, post } from '../../support/raw-http.ts';
import { captureLog, serve } from '../../support/serve.ts';
import { keyHeaders, keys, listPath, noConnections } from '../../support/vendor-calls.ts';

const sandboxToken = 'a-token-of-the-sandbox';
let store: Store;
let served: Awaited<ReturnType<typeof serve>>;
const captured = captureLog();
beforeAll(async () => {
  store = await openStore({ data: ':memory:', now: () => new Date().toISOString() });
  const app = createApp({
    store,
    log: captured.log,
    now: () => new Date().toISOString(),
    newId: () => crypto.randomUUID(),
    allowedHosts: [],
    sandboxToken,
    docsFolder: new URL('../../../generated/docs/', import.meta.url),
  });
  served = await serve(app);
});
afterAll(async () => {
  await served.close();
  await store.close();
});
beforeEach(() => captured.clear());

test.each([
  ['GET', listPath('mielto', noConnections), 401],
  ['HEAD', listPath('junction', 'x'), 401],
  ['POST', listPath('open-wearables', 'x'), 405],
  ['OPTIONS', listPath('open-wearables', 'x'), 204],
  ['GET', '/sandbox/scenarios', 401],
  ['GET', '/healthz', 200],
  ['GET', '/openapi/mielto.yaml', 200],
  ['GET', '/nothing', 404],
])('%s %s is logged as one line with the id of its answer', async (method, path, status) => {
  const { headers } = await ask(served.url, { method, path: `${path}?query=not-logged` });
  expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  expect(captured.lines()).toEqual([
    {
      level: 30,
      time: expect.any(String),
      id: headers['x-request-id'],
      method,
      path,
      status,
      milliseconds: expect.any(Number),
      msg: 'answered',
    },
  ]);
});

test('each request has its own id, even if the client sends one', async () => {
  const headers = { 'X-Request-Id': 'mine' };
  const ids = [];
  for (let count = 0; count < 3; count += 1) {
    ids.push((await ask(served.url, { path: '/healthz', headers })).headers['x-request-id']);
  }
  expect(new Set([...ids, 'mine']).size).toBe(4);
  expect(captured.lines().map(({ id }) => id)).toEqual(ids);
});

test('a request cannot add a second line to the log', async () => {
  await ask(served.url, { path: `${listPath('mielto', 'a%0a%7B%22level%22:60%7D%00')}` });
  expect(captured.lines()).toHaveLength(1);
  expect(captured.text().trim()).not.toContain('\n');
});

test('a long path is truncated', async () => {
  await ask(served.url, { path: `/${'x'.repeat(9000)}` });
  expect(captured.text().length).toBeLessThan(500);
});

describe('a key in a path is not logged, although no header contains it', () => {
  const made = vendors.map(({ key }) => `${key.prefix}Ab-9_${'z'.repeat(27)}`);
  const samples = vendors.flatMap(({ key }) => Object.values(key.samples));
  test.each([...made, ...samples])('%s', async (key) => {
    const encoded = [...key].map((letter) => `%${letter.charCodeAt(0).toString(16)}`).join('');
    const rest = key.slice(1);
    for (const text of [key, encoded, `%2F${key}`, `%20${encoded}`, `%25${encoded.slice(1, 3)}${rest}`]) {
      await ask(served.url, { path: `/v2/user/providers/${text}` });
      await ask(served.url, { path: listPath('mielto', text) });
    }
    const logged = captured.text();
    expect(logged.match(/\[key\]/g)).toHaveLength(10);
    expect(decodeURIComponent(decodeURIComponent(logged))).not.toContain(rest);
  });

  test('an error that quotes it', () => {
    for (const key of made)
      captured.log.error({ err: new Error(`failed:\n${key}`) }, `a request with "${key}"`);
    for (const key of made) expect(captured.text()).not.toContain(key);
    expect(captured.lines()).toHaveLength(made.length);
  });

  test('text that only resembles a key is logged', async () => {
    const path = '/show_details/sk_us_/window_12/ow_abc';
    await ask(served.url, { path });
    expect(captured.lines()).toMatchObject([{ path }]);
  });
});

describe('answers and the log contain no secrets', () => {
  const secrets = [sandboxToken, ...vendorNames.flatMap((vendor) => Object.values(keys[vendor]))];
  const clean = (text: string) => {
    for (const secret of secrets) expect(text).not.toContain(secret);
    expect(text).not.toMatch(/\bat .*\.ts:\d+|node_modules|\/server\//);
  };

  test.each(vendors)('$vendor', async ({ vendor }) => {
    for (const key of Object.values(keys[vendor])) {
      const headers = keyHeaders[vendor](key);
      for (const path of [
        listPath(vendor, noConnections),
        listPath(vendor, key),
        `${listPath(vendor, noConnections)}?limit=${key}&status=${key}&api_key=${key}`,
        `${listPath(vendor, noConnections)}/${key}`,
        `/${key}`,
      ]) {
        const answer = await ask(served.url, { path, headers: { ...headers, Prefer: `example=${key}` } });
        clean(JSON.stringify(answer.headers) + answer.text);
        clean((await ask(served.url, { method: 'POST', path, headers, body: key })).text);
      }
    }
    clean(captured.text());
  });

  test('the sandbox API', async () => {
    const headers = { Authorization: `Bearer ${sandboxToken}` };
    for (const path of ['/sandbox/workspaces', '/sandbox/workspaces/ws_sandbox', '/sandbox/nothing']) {
      clean((await ask(served.url, { path: `${path}?limit=${sandboxToken}`, headers })).text);
    }
    const answer = await post(served.url, '/sandbox/workspaces', { name: 'ours' }, headers);
    const { keys: made } = answer.json as { keys: Record<string, string> };
    for (const key of Object.values(made)) expect(captured.text()).not.toContain(key);
    clean(captured.text());
  });
});
