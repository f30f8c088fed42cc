import { afterAll, beforeAll, expect, test } from 'vitest';
import type { components } from '../../../generated/sandbox.ts';
import type { VendorKeys } from '../../../server/model/workspace.ts';
import { type RunningServer, startServer } from '../../../server/start-server.ts';
import { vendorNames } from '../../../spec/vendors.ts';
import { ask, exchange, post } from '../../support/raw-http.ts';
import { keyHeaders, listPath, noConnections, unknown } from '../../support/vendor-calls.ts';

type RequestList = components['schemas']['SandboxRequestList'];
type NewWorkspace = components['schemas']['SandboxNewWorkspace'];

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

async function newWorkspace(): Promise<{ readonly id: string; readonly keys: VendorKeys }> {
  const { id, keys } = (await post(server.url, '/sandbox/workspaces', {})).json as NewWorkspace;
  return { id, keys: keys as VendorKeys };
}

const journalOf = (id: string) => `/sandbox/workspaces/${id}/requests`;

async function read(id: string, query = ''): Promise<RequestList> {
  const { status, json } = await ask(server.url, { path: `${journalOf(id)}${query}` });
  expect(status).toBe(200);
  return json as RequestList;
}

test.each(vendorNames)('a request to %s is shown as it was answered, also from the cache', async (vendor) => {
  const { id, keys } = await newWorkspace();
  const path = listPath(vendor, noConnections);
  const headers = keyHeaders[vendor](keys[vendor]);
  const answers = [];
  for (const method of ['GET', 'GET', 'HEAD'])
    answers.push(await ask(server.url, { method, path: `${path}?limit=5`, headers }));
  const { requests, total, next } = await read(id);
  const shown = answers.map(({ status, text, headers: answered }, index) => ({
    id: answered['x-request-id'],
    time: expect.any(String),
    api: vendor,
    operation: expect.any(String),
    method: index === 2 ? 'HEAD' : 'GET',
    path,
    status,
    milliseconds: expect.any(Number),
    bytes: Buffer.byteLength(text),
    from_cache: index === 1,
    completed: true,
  }));
  expect(requests).toEqual(shown.reverse());
  expect([total, next]).toEqual([3, null]);
});

test('a request in an edition and one with a link token are shown too', async () => {
  const creation = { editions: { 'open-wearables': '0-6' } };
  const { id, keys } = (await post(server.url, '/sandbox/workspaces', creation)).json as NewWorkspace;
  const key = { 'X-Open-Wearables-API-Key': keys['open-wearables'] ?? '' };
  await ask(server.url, { path: listPath('open-wearables', noConnections), headers: key });
  const junction = keyHeaders.junction(keys.junction ?? '');
  const made = await post(server.url, '/v2/link/token', { user_id: noConnections }, junction);
  const { link_token: token } = made.json as { link_token: string };
  await ask(server.url, { path: '/v2/link/providers', headers: { 'x-vital-link-token': token } });
  const { requests } = await read(id);
  expect(requests.map(({ method, path, status }) => [method, path, status])).toEqual([
    ['GET', '/v2/link/providers', 200],
    ['POST', '/v2/link/token', 200],
    ['GET', listPath('open-wearables', noConnections), 200],
  ]);
});

test('a test sees in one line that its code asked once', async () => {
  const { id, keys } = await newWorkspace();
  const headers = keyHeaders.junction(keys.junction);
  await ask(server.url, { path: listPath('junction', noConnections), headers });
  expect((await read(id, '?api=junction&operation=listJunctionProviders')).total).toBe(1);
});

test('filters choose by API, operation and status, and can be combined', async () => {
  const { id, keys } = await newWorkspace();
  for (const vendor of vendorNames)
    for (const user of [noConnections, unknown])
      await ask(server.url, { path: listPath(vendor, user), headers: keyHeaders[vendor](keys[vendor]) });
  const totals = async (query: string) => {
    const { requests, total } = await read(id, query);
    expect(requests).toHaveLength(total);
    return total;
  };
  expect(await totals('')).toBe(6);
  expect(await totals('?api=mielto')).toBe(2);
  expect(await totals('?status=404')).toBe(3);
  expect(await totals('?operation=listJunctionProviders')).toBe(2);
  expect(await totals('?api=mielto&status=404')).toBe(1);
  expect(await totals('?api=mielto&status=500')).toBe(0);
});

test.each([
  ['api=junktion', 'api'],
  ['operation=listNothing', 'operation'],
  ['api=mielto&operation=listJunctionProviders', 'operation'],
  ['status=99', 'status'],
])('%s is refused, because nothing would ever match', async (query, name) => {
  const { status, json } = await ask(server.url, { path: `${journalOf('ws_sandbox')}?${query}` });
  expect(status).toBe(422);
  expect(json).toMatchObject({ errors: [{ pointer: `/query/${name}` }] });
});

test('pages contain every request once, newest first', async () => {
  const { id, keys } = await newWorkspace();
  const headers = keyHeaders.mielto(keys.mielto);
  const ids: unknown[] = [];
  for (let count = 0; count < 5; count += 1) {
    const { headers: answered } = await ask(server.url, { path: listPath('mielto', noConnections), headers });
    ids.unshift(answered['x-request-id']);
  }
  const seen: string[] = [];
  let query = '?limit=2';
  for (;;) {
    const { requests, total, next } = await read(id, query);
    expect(total).toBe(5);
    seen.push(...requests.map((request) => request.id));
    if (next === null) break;
    query = `?limit=2&after=${next}`;
  }
  expect(seen).toEqual(ids);
});

test('only requests with a valid key of the workspace are shown', async () => {
  const [one, other] = [await newWorkspace(), await newWorkspace()];
  const path = listPath('junction', noConnections);
  await ask(server.url, { path, headers: keyHeaders.junction(other.keys.junction) });
  await ask(server.url, { path, headers: keyHeaders.junction('sk_us_unknown_key') });
  await ask(server.url, { path });
  await ask(server.url, { path: `/sandbox/workspaces/${one.id}` });
  expect(await read(one.id)).toMatchObject({ requests: [], total: 0 });
  expect((await read(other.id)).total).toBe(1);
});

test('keys and queries are removed from paths', async () => {
  const { id, keys } = await newWorkspace();
  for (const vendor of vendorNames) {
    const headers = keyHeaders[vendor](keys[vendor]);
    const path = `${listPath(vendor, keys[vendor])}?api_key=${keys[vendor]}`;
    await ask(server.url, { path, headers });
  }
  const { requests } = await read(id);
  expect(requests.map(({ path }) => path)).toEqual(
    vendorNames.map((vendor) => listPath(vendor, '[key]')).toReversed(),
  );
  for (const vendor of vendorNames) expect(JSON.stringify(requests)).not.toContain(keys[vendor]);
});

test('DELETE empties one journal and no other', async () => {
  const [one, other] = [await newWorkspace(), await newWorkspace()];
  const path = listPath('junction', noConnections);
  for (const { keys } of [one, other, one])
    await ask(server.url, { path, headers: keyHeaders.junction(keys.junction) });
  const before = await read(one.id);
  const { status } = await ask(server.url, { method: 'DELETE', path: journalOf(one.id) });
  expect(status).toBe(204);
  const after = await read(one.id);
  expect(after).toMatchObject({ requests: [], total: 0 });
  expect(Date.parse(after.complete_since)).toBeGreaterThanOrEqual(Date.parse(before.requests[0]?.time ?? ''));
  expect((await read(other.id)).total).toBe(1);
});

test('a full journal keeps the newest requests, and says since when it is complete', async () => {
  const { id, keys } = await newWorkspace();
  const began = (await read(id)).complete_since;
  const request = `GET ${listPath('junction', noConnections)} HTTP/1.1\r\nHost: localhost\r\nx-vital-api-key: ${keys.junction}\r\n`;
  for (let batch = 0; batch < 11; batch += 1)
    await exchange(server.url, `${`${request}\r\n`.repeat(99)}${request}Connection: close\r\n\r\n`);
  const { requests, total, complete_since } = await read(id, '?limit=1000');
  expect([requests.length, total]).toEqual([1000, 1000]);
  expect(Date.parse(complete_since)).toBeGreaterThan(Date.parse(began));
  expect(Date.parse(complete_since)).toBeLessThanOrEqual(Date.parse(requests.at(-1)?.time ?? ''));
});

test('a reset empties all journals, and a removed workspace has none', async () => {
  const own = await startServer();
  const headers = keyHeaders.junction(own.keys.junction);
  await ask(own.url, { path: listPath('junction', noConnections), headers });
  await post(own.url, '/sandbox/reset', '');
  expect((await ask(own.url, { path: journalOf('ws_sandbox') })).json).toMatchObject({ total: 0 });
  await ask(own.url, { method: 'DELETE', path: '/sandbox/workspaces/ws_sandbox' });
  expect((await ask(own.url, { path: journalOf('ws_sandbox') })).status).toBe(404);
  expect((await ask(own.url, { method: 'DELETE', path: journalOf('ws_sandbox') })).status).toBe(404);
  await own.close();
});
