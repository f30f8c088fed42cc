import { describe, expect, test } from 'vitest';
import {
  begin,
  comeBack,
  connect,
  connectionsOf,
  newUserId,
  useOpenWearables,
} from './use-open-wearables.ts';

const api = useOpenWearables();
const scenario = '00000000-0000-4000-8000-000000000002';
const unknownId = '00000000-0000-4000-8000-00000000dead';
const disconnect = (
  user_id: string,
  provider: string,
  as: 'key' | 'developer' | 'none' | 'second-key' = 'key',
) => api.call('disconnectOpenWearablesProvider', { path: { user_id, provider }, as });

describe('disconnecting', () => {
  test.each(['key', 'developer'] as const)(
    'with a %s is a 204, again too, and keeps the connection',
    async (as) => {
      const id = await newUserId(api);
      await connect(api, id);
      const [before] = await connectionsOf(api, id);
      api.setNow('2026-11-20T11:00:00.000Z');
      expect((await disconnect(id, 'strava', as)).status).toBe(204);
      const after = { ...before, status: 'revoked', updated_at: '2026-11-20T11:00:00Z' };
      expect(await connectionsOf(api, id)).toEqual([after]);
      api.setNow('2026-11-20T12:00:00.000Z');
      expect((await disconnect(id, 'strava', as)).status).toBe(204);
      expect(await connectionsOf(api, id)).toEqual([after]);
    },
  );

  test.each(['garmin', 'polar', 'oura', 'fitbit', 'whoop', 'strava'])(
    'a connection in any state, as that to %s, is a 204',
    async (provider) => {
      expect((await disconnect(scenario, provider)).status).toBe(204);
      const shown = (await connectionsOf(api, scenario)).find(
        (connection) => connection.provider === provider,
      );
      expect(shown?.status).toBe('revoked');
    },
  );

  test('a connection that a mobile SDK made is a 204', async () => {
    expect((await disconnect('00000000-0000-4000-8000-000000000004', 'apple')).status).toBe(204);
  });

  test.each([
    ['a provider that was never connected', scenario, 'suunto'],
    ['the slug of no provider', scenario, 'unknown'],
    ['the slug of data of the server', scenario, 'internal'],
    ['an unknown user', unknownId, 'garmin'],
  ])('%s is a 404 with the id of the user', async (_, userId, provider) => {
    const { status, json } = await disconnect(userId, provider);
    expect([status, json]).toEqual([404, { detail: `Connection with ID: ${userId} not found.` }]);
  });

  test('a provider of a user of another tenant is a 404', async () => {
    const id = await newUserId(api);
    await connect(api, id);
    expect((await disconnect(id, 'strava', 'second-key')).status).toBe(404);
    expect(await connectionsOf(api, id)).toMatchObject([{ status: 'active' }]);
  });

  test.each(['nope', 'FITBIT', 'whoop_v2'])('%s is a 400, because it is not a provider', async (provider) => {
    const { status, text } = await disconnect(scenario, provider);
    expect(status).toBe(400);
    expect(text).toContain('provider: must be one of: apple, samsung, garmin');
  });

  test('without a credential is a 401', async () => {
    expect((await disconnect(scenario, 'garmin', 'none')).status).toBe(401);
  });

  test('removes the connection from the list of Junction, and connecting again shows it with its id', async () => {
    const id = await newUserId(api);
    await connect(api, id);
    const [before] = await connectionsOf(api, id);
    await disconnect(id, 'strava');
    const junction = async () => {
      const path = `/v2/user/providers/${id}`;
      const answer = await fetch(api.url() + path, { headers: { 'x-vital-api-key': 'sk_us_sandbox_key' } });
      return (await answer.json()) as { providers: object[] };
    };
    expect((await junction()).providers).toEqual([]);
    api.setNow('2026-11-20T11:00:00.000Z');
    const state = await begin(api, id);
    await api.decide(state, {
      account: { id: 'other', username: 'other' },
      scopes: ['activity:read_all', 'profile:read_all'],
    });
    expect((await comeBack(api, { state, code: 'the-code' })).status).toBe(303);
    expect(await connectionsOf(api, id)).toEqual([
      {
        ...before,
        status: 'active',
        scope: 'activity:read_all profile:read_all',
        last_synced_at: '2026-11-20T11:00:00Z',
        updated_at: '2026-11-20T11:00:00Z',
      },
    ]);
    expect((await junction()).providers).toMatchObject([{ slug: 'strava', status: 'connected' }]);
  });
});
