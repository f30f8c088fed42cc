import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../../../server/start-server.ts';
import { at, callJunction, linkHeader, listedProviders, newUser } from './call-junction.ts';

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const call = callJunction(() => server.url);

async function connected(username = 'ada'): Promise<string> {
  const id = await newUser(call);
  const body = { username, password: 'p' };
  await call('POST /v2/link/provider/password/renpho', body, await linkHeader(call, id));
  return id;
}

/** Calls the sandbox API for the only connection of a user. */
async function change(userId: string, transition: string): Promise<Record<string, unknown>> {
  const path = `${server.url}/sandbox/workspaces/ws_sandbox/users/${userId}/connections`;
  const list = await (await fetch(path)).json();
  const id = at(list, 'connections.0.id');
  if (transition !== '') await fetch(`${path}/${id}/${transition}`, { method: 'POST' });
  const after = await (await fetch(`${path}/${id}`)).json();
  return Object(after);
}

describe('a refresh', () => {
  const sources = ['activity', 'workouts', 'sleep', 'heartrate', 'body'].map((name) => `renpho/${name}`);

  test('reads the active connections, which moves the time of their last sync', async () => {
    const id = await connected();
    const before = await change(id, '');
    const answer = await call(`POST /v2/user/refresh/${id}?timeout=5`);
    expect(answer).toEqual({
      status: 200,
      body: {
        success: true,
        user_id: id,
        refreshed_sources: sources,
        in_progress_sources: [],
        failed_sources: [],
      },
    });
    const after = await change(id, '');
    expect(String(after.last_synced_at) > String(before.last_synced_at)).toBe(true);
  });

  test.each(['revoke', 'expire'])(
    'of a connection after %s does not succeed, and changes nothing',
    async (name) => {
      const id = await connected();
      const before = await change(id, name);
      const failed = {
        success: false,
        user_id: id,
        error: 'all sources have failed',
        failed_sources: sources,
      };
      expect(await call(`POST /v2/user/refresh/${id}`)).toEqual({ status: 400, body: failed });
      expect(await change(id, '')).toEqual(before);
    },
  );

  test.each(['no connection', 'a disconnected provider'])('of a user with %s is a 400', async (situation) => {
    const id = situation === 'no connection' ? await newUser(call) : await connected();
    await call(`DELETE /v2/user/${id}/renpho`);
    const error = 'user has no connected sources';
    const body = { success: false, user_id: id, error, failed_sources: [] };
    expect(await call(`POST /v2/user/refresh/${id}`)).toEqual({ status: 400, body });
  });

  test.each(['4', '61', 'x'])('with the timeout %s is refused', async (timeout) => {
    const { status } = await call(`POST /v2/user/refresh/${await connected()}?timeout=${timeout}`);
    expect(status).toBe(422);
  });

  test('with a JSON type and an empty body is accepted, as the SDK for Go sends it', async () => {
    const headers = { 'x-vital-api-key': 'sk_us_sandbox_key', 'Content-Type': 'application/json' };
    const { status } = await call(`POST /v2/user/refresh/${await connected()}`, undefined, headers);
    expect(status).toBe(200);
  });
});

describe('a provider is disconnected', () => {
  const notConnected = { status: 404, body: { detail: 'The user has not connected this provider' } };

  test('once, and is listed by no API afterwards', async () => {
    const id = await connected();
    expect(await call(`DELETE /v2/user/${id}/renpho`)).toEqual({ status: 200, body: { success: true } });
    expect(await call(`DELETE /v2/user/${id}/renpho`)).toEqual(notConnected);
    expect(await listedProviders(call, id)).toEqual([]);
    expect(at((await call(`GET /v2/user/${id}`)).body, 'connected_sources')).toEqual([]);
    expect((await change(id, '')).state).toBe('inactive');
  });

  test('after it has failed, too', async () => {
    const id = await connected();
    await change(id, 'revoke');
    expect((await call(`DELETE /v2/user/${id}/renpho`)).status).toBe(200);
  });

  test('only if the user has connected it, and Junction has it', async () => {
    const id = await newUser(call);
    expect(await call(`DELETE /v2/user/${id}/oura`)).toEqual(notConnected);
    expect((await call(`DELETE /v2/user/${id}/suunto`)).status).toBe(422);
  });

  test('and connected again under the same id, and Open Wearables shows what Junction does', async () => {
    const id = await newUser(call);
    const body = { user_id: id, provider: 'oura' };
    await call('POST /v2/link/connect/demo', body);
    const before = await change(id, '');
    const openWearables = async () => {
      const headers = { 'X-API-Key': 'ow_sandbox_key' };
      const list = await fetch(`${server.url}/api/v1/users/${id}/connections`, { headers });
      return at(await list.json(), '0.status');
    };
    expect(await openWearables()).toBe('active');
    await call(`DELETE /v2/user/${id}/oura`);
    expect(await openWearables()).toBe('revoked');
    expect((await call('POST /v2/link/connect/demo', body)).status).toBe(200);
    expect(await openWearables()).toBe('active');
    expect((await change(id, '')).id).toBe(before.id);
  });
});
