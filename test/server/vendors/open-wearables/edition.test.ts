import { describe, expect, test } from 'vitest';
import { ask } from '../../../support/raw-http.ts';
import {
  begin,
  type Call,
  comeBack,
  connect,
  connectionsOf,
  jsonOf,
  newUserId,
  useOpenWearables,
} from './use-open-wearables.ts';

const api = useOpenWearables({ edition: '0-6' });
const scenario = '00000000-0000-4000-8000-000000000002';
const unknownId = '00000000-0000-4000-8000-00000000dead';

test('times have microseconds, and a sync shows in the list of users', async () => {
  const created = await api.call('createOpenWearablesUser', { body: { first_name: 'Ana' } });
  expect(jsonOf(created).created_at).toBe('2026-11-20T10:30:00.123000Z');
  const id = String(jsonOf(created).id);
  await connect(api, id);
  api.setNow('2026-11-20T11:00:00.000Z');
  await api.call('syncOpenWearablesProvider', { path: { user_id: id, provider: 'strava' } });
  expect(await connectionsOf(api, id)).toMatchObject([
    {
      created_at: '2026-11-20T10:30:00.123000Z',
      last_synced_at: '2026-11-20T11:00:00Z',
      live_sync_mode: 'pull',
    },
  ]);
  const { json } = await api.call('listOpenWearablesUsers', { query: { search: 'ana' } });
  expect(json).toMatchObject({
    items: [
      { last_synced_at: '2026-11-20T11:00:00Z', last_synced_provider: 'strava', has_active_connection: true },
    ],
  });
});

test('an expired connection is shown as revoked, so its user has no active one', async () => {
  const id = await newUserId(api, { first_name: 'Ana' });
  await connect(api, id);
  const address = { userId: id, provider: 'strava' };
  await api
    .store()
    .connections.transitionOf('ws_with_editions', address, { type: 'expire' }, '2026-11-20T11:00:00.000Z');
  expect(await connectionsOf(api, id)).toMatchObject([{ status: 'revoked' }]);
  const { json } = await api.call('listOpenWearablesUsers', { query: { search: 'ana' } });
  expect(json).toMatchObject({ items: [{ has_active_connection: false }] });
});

test('disconnecting is a 204, the connections of an unknown user are an empty list, and a user is a 404', async () => {
  const id = await newUserId(api);
  await connect(api, id);
  const disconnect = (user_id: string) =>
    api.call('disconnectOpenWearablesProvider', { path: { user_id, provider: 'strava' } });
  expect((await disconnect(id)).status).toBe(204);
  expect(await connectionsOf(api, unknownId)).toEqual([]);
  const connection = await disconnect(unknownId);
  expect([connection.status, connection.json]).toEqual([
    404,
    { detail: `Connection with ID: ${unknownId} not found.` },
  ]);
  const user = await api.call('getOpenWearablesUser', { path: { user_id: unknownId } });
  expect([user.status, user.json]).toEqual([404, { detail: `User with ID: ${unknownId} not found.` }]);
});

test('a developer changes and deletes a user, and a key does not', async () => {
  const path = { user_id: await newUserId(api) };
  const body = { email: 'ana@EXAMPLE.com' };
  const changed = await api.call('patchOpenWearablesUser', { path, body, as: 'developer' });
  expect([changed.status, jsonOf(changed).email]).toEqual([200, 'ana@example.com']);
  const refused = await api.call('deleteOpenWearablesUser', { path, as: 'key' });
  expect([refused.status, refused.json]).toEqual([401, { detail: 'Could not validate credentials' }]);
  expect(refused.headers['www-authenticate']).toBe('Bearer');
  expect((await api.call('deleteOpenWearablesUser', { path, as: 'developer' })).status).toBe(200);
});

const uuid = 'Input should be a valid UUID, invalid length: expected length 32 for simple format, found 3';
const providers =
  "Input should be 'apple', 'samsung', 'garmin', 'google', 'polar', 'suunto', 'whoop', 'strava', 'oura', 'fitbit', 'ultrahuman', 'sensorbio', 'unknown' or 'internal'";
const invalid: readonly (readonly [string, string, Call, string])[] = [
  ['no body', 'createOpenWearablesUser', { body: '' }, 'Field required'],
  ['no JSON', 'createOpenWearablesUser', { body: '{' }, 'JSON decode error - The body is not valid JSON'],
  [
    'an array',
    'createOpenWearablesUser',
    { body: [] },
    'Input should be a valid dictionary or object to extract fields from',
  ],
  ['a number', 'createOpenWearablesUser', { body: { first_name: 5 } }, 'Input should be a valid string'],
  [
    'a long name',
    'createOpenWearablesUser',
    { body: { first_name: 'x'.repeat(101) } },
    'String should have at most 100 characters',
  ],
  [
    'an address',
    'createOpenWearablesUser',
    { body: { email: 'x' } },
    'value is not a valid email address: An email address must have an @-sign.',
  ],
  ['a user id', 'getOpenWearablesUser', { path: { user_id: 'abc' } }, `${uuid} - ${uuid.slice(30)}`],
  [
    'a provider',
    'disconnectOpenWearablesProvider',
    { path: { user_id: scenario, provider: 'FITBIT' } },
    providers,
  ],
  [
    'a page',
    'listOpenWearablesUsers',
    { query: { page: 'x' } },
    'Input should be a valid integer, unable to parse string as an integer',
  ],
  [
    'page 0',
    'listOpenWearablesUsers',
    { query: { page: '0' } },
    'Input should be greater than or equal to 1',
  ],
  [
    'a limit',
    'listOpenWearablesUsers',
    { query: { limit: '101' } },
    'Input should be less than or equal to 100',
  ],
  ['an order', 'listOpenWearablesUsers', { query: { sort_order: 'up' } }, "Input should be 'asc' or 'desc'"],
  [
    'two faults',
    'listOpenWearablesUsers',
    { query: { sort_order: 'up', limit: '101' } },
    'Input should be less than or equal to 100',
  ],
  [
    'a boolean',
    'listOpenWearablesProviders',
    { query: { cloud_only: 'maybe' } },
    'Input should be a valid boolean, unable to interpret input',
  ],
  ['no user id', 'authorizeOpenWearablesProvider', { path: { provider: 'strava' } }, 'Field required'],
  [
    'a relative URL',
    'authorizeOpenWearablesProvider',
    { path: { provider: 'strava' }, query: { user_id: scenario, redirect_uri: '/done' } },
    'Input should be a valid URL, relative URL without a base - relative URL without a base',
  ],
  [
    'a script',
    'authorizeOpenWearablesProvider',
    { path: { provider: 'strava' }, query: { user_id: scenario, redirect_uri: 'javascript:alert(1)' } },
    'The URL must not have the scheme javascript',
  ],
];

test.each(invalid)(
  'an invalid input, %s, is a 400 with the first fault alone',
  async (_, id, call, detail) => {
    const { status, json } = await api.call(id, call);
    expect([status, json]).toEqual([400, { detail }]);
  },
);

test('OAuth begins and ends as in the base', async () => {
  const id = await newUserId(api);
  const state = await begin(api, id, { redirect_uri: 'myapp://done' });
  await api.decide(state);
  const answer = await comeBack(api, { state, code: 'the-code' });
  expect([answer.status, answer.headers.location]).toEqual([303, 'myapp://done']);
  expect(await connectionsOf(api, id)).toMatchObject([{ provider: 'strava', provider_user_id: 'account-1' }]);
});

test('Sensor Bio is connected, shown, synced and disconnected, which the base does not have', async () => {
  const { json } = await api.call('listOpenWearablesProviders');
  expect(json).toContainEqual(expect.objectContaining({ provider: 'sensorbio', has_cloud_api: true }));
  const id = await newUserId(api, { first_name: 'Ana' });
  await connect(api, id, 'sensorbio');
  const call = { path: { user_id: id, provider: 'sensorbio' }, query: { async: 'false' } };
  expect((await api.call('syncOpenWearablesProvider', call)).status).toBe(200);
  const list = await api.call('listOpenWearablesUsers', { query: { search: 'ana' } });
  expect(list.json).toMatchObject({ items: [{ last_synced_provider: 'sensorbio' }] });
  const path = { user_id: id, provider: 'sensorbio' };
  expect((await api.call('disconnectOpenWearablesProvider', { path })).status).toBe(204);
  expect(await connectionsOf(api, id)).toMatchObject([{ provider: 'sensorbio', status: 'revoked' }]);
  const base = { headers: { 'X-API-Key': 'ow_sandbox_key' } };
  const target = `/api/v1/oauth/sensorbio/authorize?user_id=${id}`;
  const refused = await ask(api.url(), { path: target, ...base });
  expect([refused.status, refused.json]).toEqual([
    400,
    { detail: "Provider 'sensorbio' does not support OAuth" },
  ]);
});

describe('the edition', () => {
  const key = { 'X-Open-Wearables-API-Key': 'ow_editions_key' };

  test.each(['/api/v1/users', `/api/v1/users/${scenario}`, '/api/v1/oauth/providers'])(
    'refuses HEAD %s with 405',
    async (path) => {
      expect((await ask(api.url(), { path, headers: key })).status).toBe(200);
      expect((await ask(api.url(), { method: 'HEAD', path, headers: key })).status).toBe(405);
    },
  );

  test('does not read X-API-Key', async () => {
    const headers = { 'X-API-Key': 'ow_editions_key' };
    const { status, json } = await ask(api.url(), { path: '/api/v1/users', headers });
    expect([status, json]).toEqual([
      401,
      { detail: 'Authentication required: provide JWT token or API key' },
    ]);
  });
});
