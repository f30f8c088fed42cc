import { describe, expect, test } from 'vitest';
import type { components } from '../../../../generated/open-wearables.ts';
import { type Call, jsonOf, useOpenWearables } from './use-open-wearables.ts';

const api = useOpenWearables();
const userId = '00000000-0000-4000-8000-000000000001';
const authorize = (provider: string, query: Call['query'] = {}, as: Call['as'] = 'key') =>
  api.call('authorizeOpenWearablesProvider', {
    path: { provider },
    query: { user_id: userId, ...query },
    as,
  });

describe('the list of providers', () => {
  async function providers(query: Call['query'], as: Call['as'] = 'none') {
    const { json } = await api.call('listOpenWearablesProviders', { query: query ?? {}, as });
    // The call has checked it against the contract.
    return json as components['schemas']['OpenWearablesProviderList'];
  }

  test('has all providers, each enabled, without a credential', async () => {
    const all = await providers({});
    expect(all.map(({ provider }) => provider)).toEqual(
      'apple samsung garmin google polar suunto whoop strava oura fitbit ultrahuman'.split(' '),
    );
    expect(all.every(({ is_enabled }) => is_enabled)).toBe(true);
    expect(await providers({ enabled_only: 'yes' })).toEqual(all);
    for (const as of ['key', 'developer'] as const) expect(await providers({}, as)).toEqual(all);
  });

  test.each(['true', '1', 'on', 'T'])('leaves out the mobile SDKs with cloud_only=%s', async (cloud_only) => {
    const cloud = await providers({ cloud_only });
    expect(cloud.map(({ provider }) => provider)).toEqual(
      'garmin google polar suunto whoop strava oura fitbit ultrahuman'.split(' '),
    );
  });

  test('says how data arrives, and whether that can be changed', async () => {
    const found = new Map((await providers({})).map((one) => [one.provider, one]));
    const mode = (slug: string) => {
      const { live_sync_mode, live_sync_configurable } = found.get(slug) ?? {};
      return [live_sync_mode, live_sync_configurable];
    };
    expect(mode('strava')).toEqual(['pull', true]);
    expect(mode('garmin')).toEqual(['webhook', false]);
    expect(mode('apple')).toEqual([null, false]);
  });

  test.each(['enabled_only', 'cloud_only'])('refuses a %s that is not a boolean', async (name) => {
    const { status, json } = await api.call('listOpenWearablesProviders', { query: { [name]: 'maybe' } });
    expect([status, json]).toEqual([400, { detail: `${name}: must be a boolean` }]);
  });
});

describe('the beginning of a connection', () => {
  test.each(['key', 'developer', 'none'] as const)(
    'leads to a consent page of this server, with the callback and the state: %s',
    async (as) => {
      const answer = await authorize('strava', {}, as);
      expect(answer.status).toBe(200);
      const { authorization_url, state } = jsonOf(answer);
      expect(state).toMatch(/^[\w-]{43}$/);
      const url = new URL(String(authorization_url));
      expect(url.origin + url.pathname).toBe(`${api.url()}/consent/strava`);
      expect(Object.fromEntries(url.searchParams)).toEqual({
        response_type: 'code',
        client_id: 'sandbox',
        redirect_uri: `${api.url()}/api/v1/oauth/strava/callback`,
        scope: 'activity:read_all profile:read_all',
        state,
      });
      const session = await api.store().links.find(String(state), 'consent');
      expect(session).toMatchObject({ publicId: 'ws_sandbox', userId, provider: 'strava' });
      expect(session).toMatchObject({ redirectUrl: null, expiresAt: '2026-11-20T10:45:00.123Z' });
    },
  );

  test('belongs to the workspace of the credential', async () => {
    const { state } = jsonOf(await authorize('strava', {}, 'second-key'));
    expect(await api.store().links.find(String(state), 'consent')).toMatchObject({ publicId: 'ws_second' });
  });

  test('does not check the user, and ignores the case of its id', async () => {
    for (const user_id of ['00000000-0000-4000-8000-00000000dead', userId.toUpperCase()])
      expect((await authorize('oura', { user_id })).status).toBe(200);
  });

  test.each(['apple', 'samsung', 'unknown', 'internal'])(
    'is a 400 for %s, which has no OAuth',
    async (slug) => {
      const { status, json } = await authorize(slug);
      expect([status, json]).toEqual([400, { detail: `Provider '${slug}' does not support OAuth` }]);
    },
  );

  test.each([
    ['https://app.example.com/done?a=b#c'],
    ['http://localhost:3000/'],
    ['myapp://done'],
    ['com.example.app:/done'],
    ['https://bücher.example/ü?q=é'],
  ])('keeps the redirect URI %s', async (redirect_uri) => {
    const { state } = jsonOf(await authorize('strava', { redirect_uri }));
    expect(await api.store().links.find(String(state), 'consent')).toMatchObject({
      redirectUrl: redirect_uri,
    });
  });

  test.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://app.example.com/1',
    '//evil.example',
    '/done',
    'done',
    'https:evil.example',
    'https://user:secret@app.example.com/',
    'https://app.example.com/\r\nSet-Cookie: a=b',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    `https://app.example.com/${'x'.repeat(2048)}`,
  ])('refuses the redirect URI %j', async (redirect_uri) => {
    const { status, text } = await authorize('strava', { redirect_uri });
    expect(status).toBe(400);
    expect(jsonOf({ json: JSON.parse(text) } as never).detail).toMatch(/^redirect_uri: must /);
  });

  test('without a user id, or with one that is not a UUID, is a 400', async () => {
    const call = { path: { provider: 'strava' } };
    const missing = await api.call('authorizeOpenWearablesProvider', call);
    expect([missing.status, missing.json]).toEqual([400, { detail: 'user_id: is required' }]);
    const malformed = await authorize('strava', { user_id: 'abc' });
    expect([malformed.status, malformed.json]).toEqual([400, { detail: 'user_id: must be a UUID' }]);
  });
});

describe('with a limit of two links', () => {
  const limited = useOpenWearables({ limits: { links: 2, users: 13 } });
  const begin = () =>
    limited.call('authorizeOpenWearablesProvider', {
      path: { provider: 'strava' },
      query: { user_id: userId },
    });

  test('the third unfinished link is a 409, until one expires', async () => {
    expect([(await begin()).status, (await begin()).status]).toEqual([200, 200]);
    const third = await begin();
    expect(third.status).toBe(409);
    expect(jsonOf(third).detail).toMatch(/^The workspace has as many unfinished links/);
    limited.setNow('2026-11-20T11:30:00.000Z');
    expect((await begin()).status).toBe(200);
  });

  test('the user above the limit is a 409', async () => {
    const create = () => limited.call('createOpenWearablesUser', { body: {} });
    const statuses = [];
    for (let left = 12; left >= 0; left--) statuses.push((await create()).status);
    expect(statuses[0]).toBe(201);
    expect(statuses.at(-1)).toBe(409);
    expect(jsonOf(await create()).detail).toMatch(/^The workspace has as many users as the limit allows: 13/);
  });
});
