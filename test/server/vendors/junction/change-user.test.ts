import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../../../server/start-server.ts';
import { at, callJunction, linkHeader, listedProviders, newUser } from './call-junction.ts';

let server: RunningServer;
const start = new Date('2025-06-02T12:34:56.789Z');
let now = start;
beforeAll(async () => {
  server = await startServer({ now: () => now });
});
beforeEach(() => {
  now = start;
});
afterAll(() => server.close());

const call = callJunction(() => server.url);
const unknown = { status: 404, body: { detail: 'User not found' } };
const taken = { status: 409, body: { detail: 'Client user id already exists' } };

describe('PATCH', () => {
  test('changes the fields that are given, and null clears them', async () => {
    const id = await newUser(call);
    const { body: before } = await call(`GET /v2/user/${id}`);
    const zone = { fallback_time_zone: 'Europe/Berlin', ingestion_start: '2024-01-01', more: true };
    expect(await call(`PATCH /v2/user/${id}`, zone)).toEqual({ status: 204, body: undefined });
    expect((await call(`GET /v2/user/${id}`)).body).toEqual({
      ...Object(before),
      fallback_time_zone: {
        id: 'Europe/Berlin',
        source_slug: 'manual',
        updated_at: '2025-06-02T12:34:56.789+00:00',
      },
      ingestion_start: '2024-01-01',
    });
    await call(`PATCH /v2/user/${id}`, { fallback_time_zone: null, ingestion_start: null });
    expect((await call(`GET /v2/user/${id}`)).body).toEqual(before);
  });

  test('gives a user a new client_user_id, also its present one', async () => {
    const id = await newUser(call);
    for (let time = 0; time < 2; time += 1) {
      expect((await call(`PATCH /v2/user/${id}`, { client_user_id: 'renamed' })).status).toBe(204);
    }
    expect(at((await call('GET /v2/user/resolve/renamed')).body, 'user_id')).toBe(id);
  });

  test('is a conflict if another user has the client_user_id, or shows it as its id', async () => {
    const [id, other] = [await newUser(call), await newUser(call)];
    const { body } = await call(`GET /v2/user/${other}`);
    for (const client_user_id of [at(body, 'client_user_id'), '00000000-0000-4000-8000-000000000001']) {
      expect(await call(`PATCH /v2/user/${id}`, { client_user_id })).toEqual(taken);
    }
  });

  test.each([[{}], [{ unknown: 1 }]])('with %j changes nothing, and is refused', async (body) => {
    const id = await newUser(call);
    const nothing = { status: 400, body: { detail: 'Nothing to patch' } };
    expect(await call(`PATCH /v2/user/${id}`, body)).toEqual(nothing);
  });

  test('refuses a client_user_id that is null with a list of faults', async () => {
    const answer = await call(`PATCH /v2/user/${await newUser(call)}`, { client_user_id: null });
    const fault = { loc: ['body', 'client_user_id'], msg: 'must be string', type: 'type' };
    expect(answer).toEqual({ status: 422, body: { detail: [fault] } });
  });
});

describe('DELETE', () => {
  test('hides a user from all operations and all APIs, and a link token of the user connects nothing', async () => {
    const id = await newUser(call);
    const header = await linkHeader(call, id);
    expect(await call(`DELETE /v2/user/${id}`)).toEqual({ status: 200, body: { success: true } });
    const requests = [
      `GET /v2/user/${id}`,
      `DELETE /v2/user/${id}`,
      `GET /v2/user/providers/${id}`,
      `POST /v2/user/refresh/${id}`,
    ];
    for (const request of requests) expect(await call(request)).toEqual(unknown);
    expect(await call(`PATCH /v2/user/${id}`, { client_user_id: 'a' })).toEqual(unknown);
    const sandbox = await fetch(`${server.url}/sandbox/workspaces/ws_sandbox/users/${id}`);
    expect(sandbox.status).toBe(404);
    const body = { username: 'ada', password: 'p' };
    const linked = await call('POST /v2/link/provider/password/renpho', body, header);
    expect([linked.status, at(linked.body, 'error_type')]).toEqual([200, 'invalid_token']);
    expect((await call('GET /v2/link/provider/oauth/oura', undefined, header)).status).toBe(401);
  });

  test('frees the client_user_id', async () => {
    const { body } = await call('POST /v2/user', { client_user_id: 'freed' });
    await call(`DELETE /v2/user/${at(body, 'user_id')}`);
    expect((await call('POST /v2/user', { client_user_id: 'freed' })).status).toBe(200);
  });
});

describe('a deleted user', () => {
  test.each(['user_id', 'client_user_id'])('is restored by its %s, without its connections', async (name) => {
    const id = await newUser(call);
    const header = await linkHeader(call, id);
    await call('POST /v2/link/provider/password/renpho', { username: 'ada', password: 'p' }, header);
    const { body: before } = await call(`GET /v2/user/${id}`);
    expect(await listedProviders(call, id)).toEqual(['renpho connected']);
    await call(`DELETE /v2/user/${id}`);
    const undo = `POST /v2/user/undo_delete?${name}=${at(before, name)}`;
    expect(await call(undo)).toEqual({ status: 200, body: { success: true } });
    expect((await call(`GET /v2/user/${id}`)).body).toEqual({ ...Object(before), connected_sources: [] });
    expect(await call(undo)).toEqual(unknown);
  });

  test('is restored until 7 days have passed', async () => {
    const [early, late] = [await newUser(call), await newUser(call)];
    for (const id of [early, late]) await call(`DELETE /v2/user/${id}`);
    now = new Date('2025-06-09T12:34:56.789Z');
    expect((await call(`POST /v2/user/undo_delete?user_id=${early}`)).status).toBe(200);
    now = new Date('2025-06-09T12:34:56.790Z');
    expect(await call(`POST /v2/user/undo_delete?user_id=${late}`)).toEqual(unknown);
  });

  test('is not restored once another user has its client_user_id', async () => {
    const { body } = await call('POST /v2/user', { client_user_id: 'passed-on' });
    await call(`DELETE /v2/user/${at(body, 'user_id')}`);
    await call('POST /v2/user', { client_user_id: 'passed-on' });
    for (const query of [`user_id=${at(body, 'user_id')}`, 'client_user_id=passed-on']) {
      expect(await call(`POST /v2/user/undo_delete?${query}`)).toEqual(taken);
    }
  });

  test.each(['', '?user_id=00000000-0000-4000-8000-000000000001&client_user_id=a', '?user_id=1'])(
    'is not restored by the query %s',
    async (query) => {
      const { status, body } = await call(`POST /v2/user/undo_delete${query}`);
      expect([status, at(body, 'detail.0.loc')]).toEqual([422, ['query', 'user_id']]);
    },
  );
});
