import { describe, expect, test } from 'vitest';
import { begin, comeBack, connectionsOf, jsonOf, newUserId, useOpenWearables } from './use-open-wearables.ts';

const api = useOpenWearables();
const code = 'the-code';
const invalidState = { detail: 'Invalid or expired state parameter' };

async function begun(options?: Parameters<typeof begin>[2]) {
  const id = await newUserId(api);
  return { id, state: await begin(api, id, options) };
}

describe('the callback after consent', () => {
  test('makes the connection and redirects to the page of success', async () => {
    const { id, state } = await begun();
    await api.decide(state);
    const answer = await comeBack(api, { state, code });
    const success = `/api/v1/oauth/success?provider=strava&user_id=${id}`;
    expect([answer.status, answer.headers.location, answer.text]).toEqual([303, success, '']);
    expect(await connectionsOf(api, id)).toEqual([
      {
        id: expect.any(String),
        user_id: id,
        provider: 'strava',
        provider_user_id: 'account-1',
        provider_username: 'runner',
        scope: 'activity:read_all',
        status: 'active',
        last_synced_at: '2026-11-20T10:30:00.123Z',
        created_at: '2026-11-20T10:30:00.123Z',
        updated_at: '2026-11-20T10:30:00.123Z',
      },
    ]);
    const page = await fetch(api.url() + success);
    expect(await page.json()).toEqual({
      success: true,
      message: 'Successfully connected to strava',
      user_id: id,
      provider: 'strava',
    });
  });

  test.each([
    ['https://app.example.com/done?a=%20b&c=d#e', 'https://app.example.com/done?a=%20b&c=d#e'],
    ['myapp://done', 'myapp://done'],
    ['https://app.example.com/ü?q=🦉', 'https://app.example.com/%C3%BC?q=%F0%9F%A6%89'],
  ])('redirects to the redirect URI %s, with nothing appended', async (redirect_uri, location) => {
    const { state } = await begun({ redirect_uri });
    await api.decide(state);
    const answer = await comeBack(api, { state, code });
    expect([answer.status, answer.headers.location]).toEqual([303, location]);
  });

  test('uses the state up', async () => {
    const { id, state } = await begun();
    await api.decide(state);
    await comeBack(api, { state, code });
    const again = await comeBack(api, { state, code });
    expect([again.status, again.json]).toEqual([400, invalidState]);
    expect(await connectionsOf(api, id)).toHaveLength(1);
  });

  test('is a 400 after 15 minutes', async () => {
    const { id, state } = await begun();
    await api.decide(state);
    api.setNow('2026-11-20T10:45:00.123Z');
    const answer = await comeBack(api, { state, code });
    expect([answer.status, answer.json]).toEqual([400, invalidState]);
    expect(await connectionsOf(api, id)).toEqual([]);
  });

  test('makes another connection for each provider, and renews an active one with its id', async () => {
    const { id, state } = await begun();
    await api.decide(state);
    await comeBack(api, { state, code });
    const [first] = await connectionsOf(api, id);
    for (const provider of ['strava', 'google']) {
      const next = await begin(api, id, { provider });
      await api.decide(next, { scopes: [] });
      expect((await comeBack(api, { state: next, code }, provider)).status).toBe(303);
    }
    const all = await connectionsOf(api, id);
    expect(all).toHaveLength(2);
    const renewed = all.find(({ provider }) => provider === 'strava');
    expect(renewed).toMatchObject({ id: first?.id, status: 'active', created_at: first?.created_at });
  });
});

describe('the callback after an error of the provider', () => {
  test.each([
    [
      { error: 'access_denied', error_description: 'user said no & left' },
      'access_denied: user said no & left',
    ],
    [{ error: 'server_error' }, 'server_error: Unknown error'],
    [{ error: 'a\r\nSet-Cookie: b=c#?&', error_description: '' }, 'a\r\nSet-Cookie: b=c#?&: Unknown error'],
    [{}, 'Missing OAuth parameters'],
    [{ code }, 'Missing OAuth parameters'],
    [{ state: 'x' }, 'Missing OAuth parameters'],
    [{ error: '', code: '', state: '' }, 'Missing OAuth parameters'],
  ])('%j redirects to the page of the error, with the whole text', async (query, message) => {
    const answer = await comeBack(api, query);
    expect(answer.status).toBe(303);
    expect(answer.headers['set-cookie']).toBeUndefined();
    const page = await fetch(api.url() + answer.headers.location);
    expect([page.status, await page.json()]).toEqual([200, { success: false, message }]);
  });

  test('does not use the state up, and never goes to the redirect URI', async () => {
    const { id, state } = await begun({ redirect_uri: 'https://app.example.com/done' });
    const denied = await comeBack(api, { state, error: 'access_denied' });
    expect(denied.headers.location).toMatch(/^\/api\/v1\/oauth\/error\?/);
    await api.decide(state);
    expect((await comeBack(api, { state, code })).headers.location).toBe('https://app.example.com/done');
    expect(await connectionsOf(api, id)).toHaveLength(1);
  });
});

describe('the callback refuses', () => {
  test('an unknown state', async () => {
    const answer = await comeBack(api, { state: 'x', code });
    expect([answer.status, answer.json]).toEqual([400, invalidState]);
  });

  test('a state of another provider, and uses it up', async () => {
    const { state } = await begun();
    await api.decide(state);
    const other = await comeBack(api, { state, code }, 'oura');
    expect([other.status, other.json]).toEqual([400, { detail: 'Provider mismatch in state' }]);
    for (const provider of ['oura', 'strava']) {
      const again = await comeBack(api, { state, code }, provider);
      expect([again.status, again.json]).toEqual([400, invalidState]);
    }
  });

  test('a state that another vendor has made', async () => {
    const link = {
      kind: 'consent',
      vendor: 'junction',
      provider: 'strava',
      redirectUrl: null,
      settings: {},
    } as const;
    const times = { createdAt: '2026-11-20T10:30:00.000Z', expiresAt: '2026-11-20T11:30:00.000Z' };
    const id = await newUserId(api);
    const created = await api.store().links.create('ws_sandbox', { ...link, ...times, userId: id });
    const state = created?.kind === 'created' ? created.token : '';
    await api.decide(state);
    const answer = await comeBack(api, { state, code });
    expect([answer.status, answer.json]).toEqual([400, invalidState]);
  });

  test.each([
    ['another code', { code: 'another' }, true],
    ['a code before the user has decided', { code }, false],
  ])('%s, and uses the state up', async (_, query, isDecided) => {
    const { id, state } = await begun();
    if (isDecided) await api.decide(state);
    const answer = await comeBack(api, { state, ...query });
    expect(answer.status).toBe(400);
    expect(jsonOf(answer).detail).toMatch(/^Failed to exchange authorization code: /);
    await api.decide(state);
    expect((await comeBack(api, { state, code })).json).toEqual(invalidState);
    expect(await connectionsOf(api, id)).toEqual([]);
  });

  test('a code if the user has refused', async () => {
    const { id, state } = await begun();
    await api.decide(state, { outcome: 'refused', error: 'access_denied', description: '' });
    expect((await comeBack(api, { state, code })).status).toBe(400);
    expect(await connectionsOf(api, id)).toEqual([]);
  });

  test('a user that does not exist, without text of the database', async () => {
    const { id, state } = await begun();
    await api.decide(state);
    await api.call('deleteOpenWearablesUser', { path: { user_id: id }, as: 'developer' });
    const answer = await comeBack(api, { state, code });
    expect([answer.status, answer.json]).toEqual([400, { detail: 'User not found' }]);
  });

  test('a user of another tenant', async () => {
    const id = await newUserId(api);
    const call = { path: { provider: 'strava' }, query: { user_id: id }, as: 'second-key' } as const;
    const state = String(jsonOf(await api.call('authorizeOpenWearablesProvider', call)).state);
    await api.decide(state);
    const answer = await comeBack(api, { state, code });
    expect([answer.status, answer.json]).toEqual([400, { detail: 'User not found' }]);
    expect(await connectionsOf(api, id)).toEqual([]);
  });

  test('a user with demo connections', async () => {
    const id = '5a0c9be2-41d7-4c6f-9e38-d7f1b2a6430c';
    await api.store().users.create('ws_sandbox', { id, createdAt: '2026-11-20T10:30:00.000Z', isDemo: true });
    const state = await begin(api, id);
    await api.decide(state);
    expect((await comeBack(api, { state, code })).status).toBe(400);
    expect(await connectionsOf(api, id)).toEqual([]);
  });

  test.each([
    ['apple', "Provider 'apple' does not support OAuth"],
    ['internal', "Provider 'internal' does not support OAuth"],
  ])('the provider %s', async (provider, detail) => {
    const answer = await comeBack(api, { state: 'x', code }, provider);
    expect([answer.status, answer.json]).toEqual([400, { detail }]);
  });
});

test('the secrets of a callback are not in the store in clear', async () => {
  const { state } = await begun();
  await api.decide(state, { code: 'a-very-secret-code' });
  const session = JSON.stringify(await api.store().links.find(state, 'consent'));
  expect(session).not.toContain('a-very-secret-code');
  expect(session).not.toContain(state);
});

test('the pages of the result need their parameters, and have a default text', async () => {
  const failed = await api.call('showOpenWearablesOauthError', { as: 'none' });
  expect(failed.json).toEqual({ success: false, message: 'OAuth authentication failed' });
  const missing = await api.call('showOpenWearablesOauthSuccess', { query: { provider: 'x' }, as: 'none' });
  expect([missing.status, missing.json]).toEqual([400, { detail: 'user_id: is required' }]);
});
