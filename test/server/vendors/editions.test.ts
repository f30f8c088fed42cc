import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../../server/start-server.ts';
import { scenarioUsers, unknownUser } from '../../../spec/scenarios.ts';
import { editionsOf, keyHeader, vendorEntry, vendorNames, vendors } from '../../../spec/vendors.ts';
import { drivers, type TestDatabase } from '../../support/databases.ts';
import { ask, post } from '../../support/raw-http.ts';
import { listPath } from '../../support/vendor-calls.ts';

const [pageExample] = scenarioUsers;
const own = vendorEntry('open-wearables', '0-6');
const [publicHeader] = keyHeader(own, '');
const path = listPath('open-wearables', pageExample.userId);

interface WireWorkspace {
  readonly id: string;
  readonly editions: object;
  readonly keys: Readonly<Record<string, string>>;
}

describe.each(drivers)('a workspace with an edition, $name', (kind) => {
  let database: TestDatabase;
  let server: RunningServer;
  beforeAll(async () => {
    database = await kind.create();
    server = await startServer({ data: database.data });
  });
  afterAll(async () => {
    await server.close();
    await database.dispose();
  });
  const list = (key: string, of: { header?: string; path?: string; method?: string } = {}) =>
    ask(server.url, {
      method: of.method ?? 'GET',
      path: of.path ?? path,
      headers: { [of.header ?? publicHeader]: key },
    });

  test('answers as the edition does, with the fixed key and with the key of a new workspace', async () => {
    const created = await post(server.url, '/sandbox/workspaces', {
      editions: { 'open-wearables': '0-6' },
    });
    const { id, editions, keys } = created.json as WireWorkspace;
    expect(editions).toEqual({ 'open-wearables': '0-6' });
    const read = await ask(server.url, { path: `/sandbox/workspaces/${id}` });
    expect(read.json).toMatchObject({ editions: { 'open-wearables': '0-6' } });
    for (const key of [keys['open-wearables'] ?? '', 'ow_editions_key']) {
      const { status, json } = await list(key);
      expect(status).toBe(200);
      const shown = json as { provider: string; status: string; linked_user_ids: unknown }[];
      expect(shown.map(({ provider, status }) => [provider, status])).toEqual([
        ['strava', 'active'],
        ['garmin', 'active'],
        ['polar', 'revoked'],
      ]);
      expect(shown[0]).toMatchObject({ linked_user_ids: [], icon_url: expect.any(String) });
      const unknown = await list(key, { path: listPath('open-wearables', unknownUser.userId) });
      expect(unknown).toMatchObject({ status: 200, json: [] });
    }
  });

  test('answers the same again, and as before it was cached', async () => {
    const first = await list('ow_editions_key');
    const second = await list('ow_editions_key');
    expect(second.text).toBe(first.text);
    const base = await list('ow_sandbox_key');
    expect(base.text).not.toBe(first.text);
    expect((await list('ow_sandbox_key')).text).toBe(base.text);
  });

  test('shows the other users with an active connection to the same account, in its own workspace only', async () => {
    const created = await post(server.url, '/sandbox/workspaces', { editions: { 'open-wearables': '0-6' } });
    const { id, keys } = created.json as WireWorkspace;
    const users = `/sandbox/workspaces/${id}/users`;
    const userId = '7c9e6679-7425-40de-944b-e07fc1f90ae7';
    await post(server.url, users, { id: userId });
    const linkedOf = async (user: string, key = keys['open-wearables'] ?? '') => {
      const { json } = await list(key, { path: listPath('open-wearables', user) });
      const shown = json as { provider: string; linked_user_ids: unknown }[];
      return Object.fromEntries(shown.map(({ provider, linked_user_ids }) => [provider, linked_user_ids]));
    };
    const alone = { garmin: [], strava: [], polar: [] };
    expect(await linkedOf(pageExample.userId)).toEqual(alone);
    // The accounts of the scenario user, whose access to Polar was refused.
    const accounts = { garmin: '9876543210', polar: '87654321' };
    for (const [provider, account] of Object.entries(accounts)) {
      const body = { provider, external_account: { id: account } };
      expect((await post(server.url, `${users}/${userId}/connections`, body)).status).toBe(201);
    }
    expect(await linkedOf(userId)).toEqual({ garmin: [pageExample.userId], polar: [] });
    expect(await linkedOf(pageExample.userId)).toEqual({ ...alone, garmin: [userId] });
    expect(await linkedOf(pageExample.userId, 'ow_editions_key')).toEqual(alone);
    const garmin = `${users}/${pageExample.userId}/connections/123e4567-e89b-12d3-a456-426614174000`;
    expect((await ask(server.url, { method: 'POST', path: `${garmin}/revoke` })).status).toBe(200);
    expect(await linkedOf(userId)).toEqual({ garmin: [], polar: [] });
    expect(await linkedOf(pageExample.userId)).toEqual(alone);
  });

  test('lists a provider that only the edition has, which the contract of the page does not', async () => {
    const userId = '0f8fad5b-d9cb-469f-a165-70867728950e';
    const provider = 'sensorbio';
    for (const id of ['ws_with_editions', 'ws_sandbox']) {
      const users = `/sandbox/workspaces/${id}/users`;
      await post(server.url, users, { id: userId });
      expect((await post(server.url, `${users}/${userId}/connections`, { provider })).status).toBe(201);
    }
    const listed = await list('ow_editions_key', { path: listPath('open-wearables', userId) });
    expect(listed.json).toMatchObject([
      {
        provider,
        icon_url: '/static/provider-icons/sensorbio.svg',
        rest_pull: true,
        webhook_stream: false,
        webhook_ping: false,
        webhook_callback: false,
        live_sync_mode: 'pull',
      },
    ]);
    const base = await list('ow_sandbox_key', { path: listPath('open-wearables', userId) });
    expect(base).toMatchObject({ status: 200, json: [] });
  });

  test('refuses the key in the header that only the page has, also after the same list was cached', async () => {
    expect((await list('ow_editions_key')).status).toBe(200);
    expect((await list('ow_sandbox_key', { header: 'X-API-Key' })).status).toBe(200);
    expect(await list('ow_editions_key', { header: 'X-API-Key' })).toMatchObject({
      status: 401,
      json: { detail: 'Authentication required: provide JWT token or API key' },
    });
  });

  test('refuses HEAD and a wrong id in the words of the edition', async () => {
    const head = await list('ow_editions_key', { method: 'HEAD' });
    expect([head.status, head.headers.allow]).toEqual([405, 'GET']);
    expect((await list('ow_sandbox_key', { method: 'HEAD' })).status).toBe(200);
    const wrong = await list('ow_editions_key', { path: listPath('open-wearables', 'abc') });
    expect(wrong.status).toBe(400);
    expect(wrong.json).toMatchObject({ detail: expect.stringMatching(/^Input should be a valid UUID, /) });
  });

  test('has no editions of the other APIs, and those answer as their pages say', async () => {
    for (const { vendor, key } of vendors) {
      if (editionsOf(vendor).length > 0) continue;
      const [name, value] = keyHeader(vendorEntry(vendor), key.samples.editions);
      const request = { path: listPath(vendor, pageExample.userId), headers: { [name]: value } };
      expect((await ask(server.url, request)).status).toBe(200);
    }
  });

  test.each([
    [{ junction: '0-6' }, '/body/editions/junction', 'has no editions'],
    [{ 'open-wearables': '9-9' }, '/body/editions/open-wearables', 'must be one of the editions 0-6'],
    [{ garmin: '0-6' }, '/body/editions/garmin', 'has no editions'],
    [{ constructor: '0-6' }, '/body/editions/constructor', 'has no editions'],
  ])('is not created with an edition that does not exist: %o', async (editions, pointer, detail) => {
    const refused = await post(server.url, '/sandbox/workspaces', { editions });
    expect(refused).toMatchObject({ status: 422, json: { errors: [{ pointer, detail }] } });
  });
});

test('a fixed workspace has the newest edition of each API that has any', async () => {
  const server = await startServer();
  const { json } = await ask(server.url, { path: '/sandbox/workspaces/ws_with_editions' });
  const newest = vendorNames.flatMap((vendor) => {
    const edition = editionsOf(vendor).at(-1);
    return edition === undefined ? [] : [[vendor, edition]];
  });
  expect(json).toMatchObject({ editions: Object.fromEntries(newest) });
  await server.close();
});
