import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../../server/start-server.ts';
import { databases, type TestDatabase } from '../../support/databases.ts';
import { ask, post } from '../../support/raw-http.ts';
import { keyHeaders, listPath } from '../../support/vendor-calls.ts';
import { callJunction, listedProviders, newUser } from '../vendors/junction/call-junction.ts';
import { clockOf, newWorkspace } from './clock-of.ts';

const start = '2030-01-01T00:00:00.000Z';
/** The base clock, which only the tests move. */
let base = start;
const now = () => new Date(base);
beforeEach(() => {
  base = start;
});

describe.each(databases)('what is due in a workspace, $name', ({ create }) => {
  let database: TestDatabase;
  let server: RunningServer;
  beforeAll(async () => {
    database = await create();
    server = await startServer({ data: database.data, now });
  });
  afterAll(async () => {
    await server.close();
    await database.dispose();
  });
  const url = () => server.url;

  /** A user whose connection to Oura has a token that expires, in a workspace of its own. */
  async function expiring(expires_at: string) {
    const workspace = await newWorkspace(url());
    const user = workspace.own_user_id;
    const path = `/sandbox/workspaces/${workspace.id}/users/${user}/connections`;
    const made = await post(url(), path, { provider: 'oura', expires_at });
    expect(made).toMatchObject({ status: 201, json: { state: 'active' } });
    const { id } = made.json as { id: string };
    const headers = keyHeaders['open-wearables'](workspace.keys['open-wearables']);
    const listed = async () => {
      const { json } = await ask(url(), { path: listPath('open-wearables', user), headers });
      return (json as { id: string; status: string }[]).find((one) => one.id === id)?.status;
    };
    const send = (action: string) => ask(url(), { method: 'POST', path: `${path}/${id}/${action}` });
    const show = () => ask(url(), { path: `${path}/${id}` });
    return { workspace, clock: clockOf(url, workspace.id), listed, send, show };
  }

  test('a token expires at its time, although an answer from before is cached', async () => {
    const { listed, show } = await expiring('2030-01-01T00:10:00Z');
    base = '2030-01-01T00:09:59.999Z';
    expect([await listed(), await listed()]).toEqual(['active', 'active']);
    base = '2030-01-01T00:10:00.000Z';
    expect([await listed(), await listed()]).toEqual(['expired', 'expired']);
    base = '2031-01-01T00:00:00.000Z';
    expect((await show()).json).toMatchObject({
      state: 'expired',
      cause: { type: 'token_refresh_failed', occurred_at: '2030-01-01T00:10:00.000Z' },
      updated_at: '2030-01-01T00:10:00.000Z',
      expires_at: null,
    });
  });

  test('a token expires when the clock is moved, also if it is frozen', async () => {
    const { clock, listed } = await expiring('2030-01-01T00:10:00Z');
    await clock.freeze();
    base = '2030-01-02T00:00:00.000Z';
    expect([await listed(), await listed()]).toEqual(['active', 'active']);
    await clock.by('PT10M');
    expect(await listed()).toBe('expired');
  });

  test('a change after the time of the expiry finds an expired connection', async () => {
    const { send, show } = await expiring('2030-01-01T00:10:00Z');
    base = '2030-01-01T00:10:00.000Z';
    expect(await send('sync')).toMatchObject({
      status: 409,
      json: { legal: ['revoke', 'deactivate', 'reconnect'] },
    });
    await send('reconnect');
    base = '2030-01-05T00:00:00.000Z';
    expect((await show()).json).toMatchObject({ state: 'active', expires_at: null });
  });

  test('a connection that has ended or was linked again does not expire', async () => {
    const { send, show } = await expiring('2030-01-01T00:10:00Z');
    await send('sync');
    expect((await show()).json).toMatchObject({ expires_at: '2030-01-01T00:10:00.000Z' });
    await send('revoke');
    await send('reconnect');
    base = '2030-01-02T00:00:00.000Z';
    expect((await show()).json).toMatchObject({ state: 'active', expires_at: null });
  });

  test.each([start, '2029-12-31T23:59:59Z', '9999-01-01T00:00:00Z'])(
    'a token cannot expire at %s',
    async (time) => {
      const path = '/sandbox/workspaces/ws_sandbox/users/00000000-0000-4000-8000-000000000001/connections';
      const answer = await post(url(), path, { provider: 'oura', expires_at: time });
      expect(answer).toMatchObject({ status: 422, json: { errors: [{ pointer: '/body/expires_at' }] } });
    },
  );

  test('a user with demo connections ends, with them, 7 days after the first', async () => {
    const workspace = await newWorkspace(url());
    const call = callJunction(url, workspace.keys.junction);
    const clock = clockOf(url, workspace.id);
    const user_id = await newUser(call);
    const other = await newUser(call);
    await call('POST /v2/link/connect/demo', { user_id, provider: 'oura' });
    await clock.by('P3D');
    await call('POST /v2/link/connect/demo', { user_id, provider: 'fitbit' });
    await clock.by('P3DT23H59M59S');
    expect(await listedProviders(call, user_id)).toEqual(['fitbit connected', 'oura connected']);
    await clock.by('PT1S');
    expect((await call(`GET /v2/user/providers/${user_id}`)).status).toBe(404);
    expect((await call(`POST /v2/user/undo_delete?user_id=${user_id}`)).status).toBe(404);
    expect((await call(`GET /v2/user/${other}`)).status).toBe(200);
  });

  test('the time of another workspace expires nothing', async () => {
    const { listed } = await expiring('2030-01-01T00:10:00Z');
    const other = await newWorkspace(url());
    await clockOf(url, other.id).by('P1D');
    expect(await listed()).toBe('active');
  });
});
