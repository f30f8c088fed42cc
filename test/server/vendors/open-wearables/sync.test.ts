import { describe, expect, test } from 'vitest';
import { type Call, connect, connectionsOf, newUserId, useOpenWearables } from './use-open-wearables.ts';

const api = useOpenWearables();
const scenario = '00000000-0000-4000-8000-000000000002';
const errors = '00000000-0000-4000-8000-000000000003';
const unknownId = '00000000-0000-4000-8000-00000000dead';

const sync = (user_id: string, provider: string, query: Call['query'] = {}, as: Call['as'] = 'key') =>
  api.call('syncOpenWearablesProvider', { path: { user_id, provider }, query, as });
const find = async (userId: string, slug: string) =>
  (await connectionsOf(api, userId)).find(({ provider }) => provider === slug);

describe('a queued sync', () => {
  test.each(['key', 'developer'] as const)(
    'is a 200 with a task, and moves last_synced_at: %s',
    async (as) => {
      const id = await newUserId(api);
      await connect(api, id);
      api.setNow('2026-11-20T11:00:00.000Z');
      const answer = await sync(id, 'strava', {}, as);
      expect([answer.status, answer.json]).toEqual([
        200,
        {
          success: true,
          async: true,
          task_id: expect.stringMatching(/^[\da-f-]{36}$/),
          message: 'Sync task queued for strava. Check task status for results.',
        },
      ]);
      expect(await find(id, 'strava')).toMatchObject({
        status: 'active',
        last_synced_at: '2026-11-20T11:00:00Z',
      });
    },
  );

  test.each([
    ['an unknown user', unknownId, 'strava'],
    ['a provider that was never connected', scenario, 'suunto'],
    ['a mobile SDK', '00000000-0000-4000-8000-000000000004', 'apple'],
    ['no provider', scenario, 'unknown'],
  ])('of %s is the same 200', async (_, userId, provider) => {
    const { status, json } = await sync(userId, provider, { async: 'yes', data_type: '247' });
    expect([status, json]).toMatchObject([200, { success: true, async: true }]);
  });

  test.each(['oura', 'fitbit', 'whoop', 'strava'])(
    'of a connection that cannot be used, to %s, changes nothing',
    async (slug) => {
      const before = await find(scenario, slug);
      expect((await sync(scenario, slug)).status).toBe(200);
      expect(await find(scenario, slug)).toEqual(before);
    },
  );

  test('of a user of another tenant changes nothing', async () => {
    const before = await find(scenario, 'garmin');
    const id = await newUserId(api);
    await connect(api, id);
    const [own] = await connectionsOf(api, id);
    api.setNow('2026-11-20T11:00:00.000Z');
    expect((await sync(id, 'strava', {}, 'second-key')).status).toBe(200);
    expect((await sync(scenario, 'garmin', {}, 'second-key')).status).toBe(200);
    expect(await connectionsOf(api, id)).toEqual([own]);
    expect(await find(scenario, 'garmin')).toEqual(before);
  });

  test.each([
    [{ limit: '10', samples: 'true' }, "['limit', 'samples']"],
    [{ samples: 'false' }, "['samples']"],
  ])('with %j is a 400', async (query, names) => {
    const detail = `Parameters ${names} are not supported in async mode. Use async=false or omit provider-specific parameters.`;
    const { status, json } = await sync(scenario, 'garmin', query);
    expect([status, json]).toEqual([400, { detail }]);
  });
});

describe('a sync at once', () => {
  test.each([
    ['garmin', {}, { workouts: 0, data_247: 0 }],
    ['garmin', { data_type: '247' }, { data_247: 0 }],
    ['polar', { limit: '10', samples: 'true' }, { workouts: 0 }],
    ['polar', { data_type: 'workouts' }, { workouts: 0 }],
  ])('of %s with %j finds nothing new, and moves nothing', async (slug, query, details) => {
    const before = await find(scenario, slug);
    const { status, json } = await sync(scenario, slug, { async: 'false', ...query });
    expect([status, json]).toEqual([200, { success: false, details }]);
    expect(await find(scenario, slug)).toEqual(before);
  });

  test.each([
    [unknownId, 'strava', 401, 'User not connected to strava'],
    [scenario, 'suunto', 401, 'User not connected to suunto'],
    [scenario, 'oura', 401, 'No access token available for oura (SDK-based provider?)'],
    [scenario, 'fitbit', 401, 'Token expired and no refresh token available for fitbit'],
    [scenario, 'whoop', 401, 'Refresh token rejected for whoop; reconnection required'],
    [scenario, 'strava', 401, 'Strava authorization expired. Please re-authorize.'],
    [errors, 'oura', 401, 'Oura authorization expired. Please re-authorize.'],
    [scenario, 'apple', 400, "Provider 'apple' does not support sync."],
    [scenario, 'internal', 400, "Provider 'internal' does not support sync."],
  ])('of the user %s at %s is a %i: %s', async (userId, provider, status, detail) => {
    const answer = await sync(userId, provider, { async: 'false' });
    expect([answer.status, answer.json]).toEqual([status, { detail }]);
  });

  test('of a connection without notifications works, because its token does', async () => {
    expect((await sync(errors, 'fitbit', { async: 'false' })).status).toBe(200);
  });

  test('of data that the provider does not have is a 501 for any user', async () => {
    const { status, json } = await sync(unknownId, 'strava', { async: '0', data_type: '247' });
    const detail = "Provider 'strava' does not support 247 data (sleep/recovery/activity)";
    expect([status, json]).toEqual([501, { detail }]);
  });
});

test.each([
  [{ async: 'maybe' }, 'async: must be a boolean'],
  [{ data_type: 'sleep' }, 'data_type: must be one of: workouts, 247, all'],
  [{ async: 'false', limit: '101' }, 'limit: must be at most 100'],
])('a sync with %j is a 400', async (query, detail) => {
  const { status, json } = await sync(scenario, 'garmin', query);
  expect([status, json]).toEqual([400, { detail }]);
});

test('a sync without a credential is a 401', async () => {
  const { status, json } = await sync(scenario, 'garmin', {}, 'none');
  expect([status, json]).toEqual([401, { detail: 'Invalid or missing API key' }]);
});
