import { describe, expect, test } from 'vitest';
import { ask, type RawAnswer } from '../../../support/raw-http.ts';
import { grant, useMieltoServer } from './mielto-server.ts';

const server = useMieltoServer();
const user = '550e8400-e29b-41d4-a716-446655440000';
const redirectUri = 'https://app.example.com/done?from=mielto#top';
const callback = '/api/v1/oauth/callback';
const invalidState = { status: 400, json: { detail: 'Invalid or expired state' } };

async function initiate(body: object = {}) {
  const given = { integration_id: 'gmail', user_id: user, redirect_uri: redirectUri, ...body };
  const answer = await server.call('POST', '/api/v1/oauth/initiate', { body: given });
  expect(answer.status).toBe(200);
  return answer.json as { auth_url: string; state: string };
}

function finish(state: string, query: Record<string, string> = { code: 'the-code' }): Promise<RawAnswer> {
  return server.call('GET', `${callback}?${new URLSearchParams({ state, ...query })}`);
}

function locationOf(answer: RawAnswer): { url: string; query: Record<string, string> } {
  expect(answer).toMatchObject({ status: 303, text: '' });
  const { origin, pathname, hash, searchParams } = new URL(String(answer.headers.location));
  return { url: origin + pathname + hash, query: Object.fromEntries(searchParams) };
}

test('the auth_url is the consent page of the integration, with the state and the scopes', async () => {
  const { auth_url, state } = await initiate({ scopes: ['write'] });
  const url = new URL(auth_url);
  expect(url.origin + url.pathname).toBe(`${server.url()}/consent/gmail`);
  expect(Object.fromEntries(url.searchParams)).toEqual({
    response_type: 'code',
    client_id: expect.any(String),
    redirect_uri: server.url() + callback,
    scope: 'read write',
    state,
  });
});

describe('a user who grants access', () => {
  test('gets a connection, and returns to the application with its id', async () => {
    const { state } = await initiate();
    await server.decide(state, grant(['read']));
    const { url, query } = locationOf(await finish(state));
    expect(url).toBe('https://app.example.com/done#top');
    const { connection_id: id, ...rest } = query;
    expect(rest).toEqual({ from: 'mielto', status: 'success', integration_id: 'gmail', state });
    expect((await server.call('GET', `/api/v1/connections/${id}`)).json).toMatchObject({
      integration: 'gmail',
      integration_type: 'connectors',
      status: 'active',
      user_id: user,
    });
    const neutral = await server.sandbox('GET', `/users/${user}/connections/${id}`);
    expect(neutral.json).toMatchObject({
      granted_scopes: 'read',
      external_account: { id: 'account-1', username: 'ada' },
    });
  });

  test('returns to an application by its own scheme, or to a page of this server', async () => {
    const { state } = await initiate({ redirect_uri: 'myapp://done' });
    await server.decide(state);
    expect(String((await finish(state)).headers.location)).toMatch(/^myapp:\/\/done\?status=success&/);
    const other = await initiate({ redirect_uri: null });
    await server.decide(other.state);
    const { location } = (await finish(other.state)).headers;
    const shown = await ask(server.url(), { path: String(location).slice(server.url().length) });
    expect(shown).toMatchObject({ status: 200, text: expect.stringContaining('The account is connected') });
  });

  test('is created at the initiation, by any id', async () => {
    const { state } = await initiate({ user_id: 'customer-43' });
    expect(await server.list('customer-43')).toEqual([]);
    await server.decide(state);
    const { query } = locationOf(await finish(state));
    expect(await server.list('customer-43')).toMatchObject([{ id: query.connection_id }]);
  });

  test('who was removed in between returns with an error', async () => {
    const id = crypto.randomUUID();
    const { state } = await initiate({ user_id: id });
    await server.decide(state);
    expect((await server.sandbox('DELETE', `/users/${id}`)).status).toBe(204);
    expect(locationOf(await finish(state)).query).toMatchObject({ status: 'error', error: 'user_not_found' });
  });
});

describe('the consent page', () => {
  async function follow(outcome: string) {
    const owner = crypto.randomUUID();
    const { auth_url, state } = await initiate({ user_id: owner });
    const decided = await fetch(`${auth_url}&simulate=${outcome}`, { redirect: 'manual' });
    expect(decided.status).toBe(303);
    const { pathname, search } = new URL(String(decided.headers.get('location')));
    return { state, owner, answer: await server.call('GET', pathname + search) };
  }

  test.each(['grant', 'grant-required'])('returns with a connection: %s', async (outcome) => {
    const { answer, owner } = await follow(outcome);
    const { query } = locationOf(answer);
    expect(query.status).toBe('success');
    expect(await server.list(owner)).toMatchObject([{ id: query.connection_id, status: 'active' }]);
  });

  test.each([
    ['deny', 'access_denied'],
    ['required_scopes_not_granted', 'required_scopes_not_granted'],
    ['provider_api_error', 'server_error'],
    ['provider_credential_error', 'unauthorized_client'],
  ])('returns with an error: %s', async (outcome, error) => {
    const { answer, owner, state } = await follow(outcome);
    expect(locationOf(answer).query).toMatchObject({ status: 'error', error, state });
    expect(await server.list(owner)).toEqual([]);
  });

  test('that takes too long ends with a state that has expired', async () => {
    const { answer } = await follow('timeout');
    expect(answer).toMatchObject(invalidState);
  });
});

describe('a user who denies access', () => {
  const denial = { outcome: 'refused', error: 'access_denied', description: 'No <b>thanks</b>.' } as const;

  test('returns to the application with the error, and gets no connection', async () => {
    const { state } = await initiate({ user_id: 'customer-44' });
    await server.decide(state, denial);
    const answer = await finish(state, { error: 'access_denied', error_description: denial.description });
    expect(locationOf(answer).query).toMatchObject({
      status: 'error',
      error: 'access_denied',
      error_description: 'No <b>thanks</b>.',
      state,
    });
    expect(await server.list('customer-44')).toEqual([]);
    expect(await finish(state, { error: 'access_denied' })).toMatchObject(invalidState);
  });

  test('does not return with another error', async () => {
    const { state } = await initiate();
    await server.decide(state, denial);
    for (const query of [{ error: 'server_error' }, {}, { code: 'the-code' }] as Record<string, string>[])
      expect(await finish(state, query)).toMatchObject(invalidState);
    expect((await finish(state, { error: 'access_denied' })).status).toBe(303);
  });

  test('sees the reason on the page of this server, as text', async () => {
    const { state } = await initiate({ redirect_uri: null });
    await server.decide(state, denial);
    const { location } = (await finish(state, { error: 'access_denied' })).headers;
    const shown = await ask(server.url(), { path: String(location).slice(server.url().length) });
    expect(shown.text).toContain('The account is not connected');
    expect(shown.text).toContain('No &lt;b&gt;thanks&lt;/b&gt;.');
  });
});

describe('a state', () => {
  test('works once', async () => {
    const { state } = await initiate();
    await server.decide(state);
    expect((await finish(state)).status).toBe(303);
    expect(await finish(state)).toMatchObject(invalidState);
  });

  test('works for 15 minutes', async () => {
    const { state } = await initiate();
    const late = await initiate();
    await server.decide(state);
    await server.decide(late.state);
    server.clock.now += 15 * 60 * 1000 - 1;
    expect((await finish(state)).status).toBe(303);
    server.clock.now += 1;
    expect(await finish(late.state)).toMatchObject(invalidState);
  });

  test('does not work before the user has decided, with another code, or without one', async () => {
    const { state } = await initiate();
    expect(await finish(state)).toMatchObject(invalidState);
    expect(await finish(state, { error: 'access_denied' })).toMatchObject(invalidState);
    await server.decide(state);
    expect(await finish(state, { code: 'the-other-code' })).toMatchObject(invalidState);
    expect(await finish(state, {})).toMatchObject(invalidState);
    expect((await finish(state)).status).toBe(303);
  });

  test('of another vendor, or of a link token, does not work', async () => {
    const moment = '2027-01-01T00:00:00.000Z';
    const link = { userId: user, provider: 'gmail', redirectUrl: null, settings: {} };
    for (const [kind, vendor] of [
      ['consent', 'junction'],
      ['widget', 'mielto'],
    ] as const) {
      const times = { createdAt: moment, expiresAt: moment };
      const made = await server.store().links.create('ws_sandbox', { kind, vendor, ...link, ...times });
      const token = made?.kind === 'created' ? made.token : '';
      expect(await finish(token)).toMatchObject(invalidState);
    }
  });
});

describe('an initiation', () => {
  test.each<[string, object, string[], string]>([
    ['an integration without OAuth', { integration_id: 'stripe' }, ['integration_id'], 'has no OAuth'],
    ['another auth method', { integration_id: 'slack', auth_method_id: 'bot_token' }, ['auth_method_id'], ''],
    [
      'an unknown scope',
      { scopes: ['read', 'admin'] },
      ['scopes', 1 as never],
      'must be one of: read, write',
    ],
    ['a redirect to code', { redirect_uri: 'javascript:alert(1)' }, ['redirect_uri'], ''],
    ['a redirect to code in disguise', { redirect_uri: 'java\tscript:alert(1)' }, ['redirect_uri'], ''],
    ['a redirect to data', { redirect_uri: 'data:text/html,x' }, ['redirect_uri'], ''],
    ['a relative redirect', { redirect_uri: '//evil.example' }, ['redirect_uri'], 'must be an absolute URL'],
    ['a redirect with a line break', { redirect_uri: 'https://a.example/\r\nX: 1' }, ['redirect_uri'], ''],
  ])('with %s is refused', async (_, change, loc, msg) => {
    const body = { integration_id: 'gmail', ...change };
    const answer = await server.call('POST', '/api/v1/oauth/initiate', { body });
    const fault = { loc: ['body', ...loc], msg: expect.stringContaining(msg) };
    expect(answer).toMatchObject({ status: 422, json: { detail: [fault] } });
  });

  test.each([
    [{ integration_id: 'garmin' }, 'Integration not found'],
    [{ integration_id: 'gmail', auth_method_id: 'magic' }, 'Auth method not found'],
  ])('with %j finds nothing', async (body, detail) => {
    const answer = await server.call('POST', '/api/v1/oauth/initiate', { body });
    expect(answer).toMatchObject({ status: 404, json: { detail } });
  });

  test('takes null for what can be left out, and ignores unknown fields', async () => {
    const nothing = { auth_method_id: null, scopes: null, user_id: null, redirect_uri: null, tomorrow: 1 };
    expect((await initiate(nothing)).auth_url).toContain('scope=read+write');
  });
});
