import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../../../server/start-server.ts';
import { at, callJunction, linkHeader, newUser } from './call-junction.ts';

const start = new Date('2025-06-02T12:00:00.000Z');
let now = start;
let server: RunningServer;
beforeAll(async () => {
  server = await startServer({ now: () => now });
});
beforeEach(() => {
  now = start;
});
afterAll(() => server.close());

const call = callJunction(() => server.url);
const invalid = { status: 401, body: { detail: 'Invalid or missing link token' } };

function minutesLater(minutes: number): Date {
  return new Date(start.getTime() + minutes * 60_000);
}

describe('a link token', () => {
  test('is part of the URL of the widget, on the server as the client sees it', async () => {
    const { body } = await call('POST /v2/link/token/', { user_id: await newUser(call) });
    const token = String(at(body, 'link_token'));
    expect(token).toMatch(/^link_us_[\w-]{43}$/);
    expect(at(body, 'link_web_url')).toBe(`${server.url}/link?token=${token}&env=sandbox&region=us`);
  });

  test('is accepted alone, with the key, and with a wrong key', async () => {
    const header = await linkHeader(call, await newUser(call));
    for (const key of [{}, { 'x-vital-api-key': 'sk_us_sandbox_key' }, { 'x-vital-api-key': 'wrong' }]) {
      expect((await call('GET /v2/link/providers', undefined, { ...header, ...key })).status).toBe(200);
    }
  });

  test.each([
    ['no token', {}],
    ['an unknown token', { 'x-vital-link-token': 'link_us_unknown' }],
    ['the key in its place', { 'x-vital-link-token': 'sk_us_sandbox_key' }],
    ['only the key', { 'x-vital-api-key': 'sk_us_sandbox_key' }],
  ])('is required: %s is a 401 for each call of a widget', async (_, headers) => {
    const password = { username: 'ada', password: 'p' };
    const path = '/v2/link/provider/password/renpho';
    expect(await call('GET /v2/link/providers', undefined, headers)).toEqual(invalid);
    expect(await call('GET /v2/link/provider/oauth/oura', undefined, headers)).toEqual(invalid);
    expect(await call(`POST ${path}`, password, headers)).toEqual(invalid);
    expect(await call(`POST ${path}/complete_mfa`, { mfa_code: '123456' }, headers)).toEqual(invalid);
    const email = { email: 'ada@example.com' };
    expect(await call('POST /v2/link/provider/email/freestyle_libre', email, headers)).toEqual(invalid);
  });

  test('is not a key', async () => {
    const { 'x-vital-link-token': token } = await linkHeader(call, await newUser(call));
    expect((await call('GET /v2/user', undefined, { 'x-vital-api-key': token })).status).toBe(401);
  });

  test('is valid for 60 minutes', async () => {
    const header = await linkHeader(call, await newUser(call));
    const password = () =>
      call('POST /v2/link/provider/password/renpho', { username: 'wrong', password: 'p' }, header);
    now = new Date(minutesLater(60).getTime() - 1);
    expect((await call('GET /v2/link/providers', undefined, header)).status).toBe(200);
    expect(at((await password()).body, 'error_type')).toBe('provider_credential_error');
    now = minutesLater(60);
    expect(await call('GET /v2/link/providers', undefined, header)).toEqual(invalid);
    expect(await call('GET /v2/link/provider/oauth/oura', undefined, header)).toEqual(invalid);
    const { status, body } = await password();
    expect([status, at(body, 'state'), at(body, 'error_type')]).toEqual([200, 'error', 'token_expired']);
  });

  test('is not listed or shown again, and the URL of the widget does not change with its settings', async () => {
    const settings = {
      filter_on_providers: ['oura'],
      on_error: 'redirect',
      on_close: null,
      provider: 'oura',
    };
    const header = await linkHeader(call, await newUser(call), { ...settings, unknown: 1 });
    const { body } = await call('GET /v2/link/providers', undefined, header);
    expect(Object(body).length).toBeGreaterThan(20);
    expect(JSON.stringify(body)).not.toContain(header['x-vital-link-token']);
  });

  test.each([
    ['javascript:alert(1)', 'must not have the scheme javascript'],
    ['data:text/html,x', 'must not have the scheme data'],
    ['/relative', 'must be an absolute URL'],
    ['https://', 'must be an absolute URL'],
  ])('is not made for the redirect URL %s', async (redirect_url, msg) => {
    const answer = await call('POST /v2/link/token', { user_id: await newUser(call), redirect_url });
    const fault = { loc: ['body', 'redirect_url'], msg, type: 'url_parsing' };
    expect(answer).toEqual({ status: 422, body: { detail: [fault] } });
  });

  test.each(['http://localhost:3000/done', 'https://app.example/x?y=1#z', 'myapp://done'])(
    'is made for the redirect URL %s',
    async (redirect_url) => {
      const body = { user_id: await newUser(call), redirect_url };
      expect((await call('POST /v2/link/token', body)).status).toBe(200);
    },
  );

  test.each([
    [{ provider: 'suunto' }],
    [{ filter_on_providers: ['no-such-provider'] }],
    [{ on_error: 'close' }],
    [{ user_id: 'x' }],
  ])('is not made with %j', async (settings) => {
    const body = { user_id: await newUser(call), ...settings };
    expect((await call('POST /v2/link/token', body)).status).toBe(422);
  });
});

describe('a link by OAuth', () => {
  test('begins with the consent page of the provider, which returns to this server', async () => {
    const header = await linkHeader(call, await newUser(call), { redirect_url: 'https://app.example/' });
    const { body } = await call('GET /v2/link/provider/oauth/whoop_v2', undefined, header);
    const url = new URL(String(at(body, 'oauth_url')));
    expect([url.origin, url.pathname]).toEqual([server.url, '/consent/whoop']);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      response_type: 'code',
      client_id: 'sandbox',
      redirect_uri: `${server.url}/link/callback`,
      scope: 'activity sleep heartrate body',
      state: expect.stringMatching(/^[\w-]{43}$/),
    });
  });

  test('does not use up the link token, and has another state each time', async () => {
    const header = await linkHeader(call, await newUser(call));
    const begin = async () =>
      at((await call('GET /v2/link/provider/oauth/oura', undefined, header)).body, 'oauth_url');
    expect(await begin()).not.toBe(await begin());
  });

  test.each(['renpho', 'freestyle_libre', 'apple_health_kit', 'no-such-provider'])(
    'is refused for %s, which has no OAuth',
    async (slug) => {
      const header = await linkHeader(call, await newUser(call));
      expect((await call(`GET /v2/link/provider/oauth/${slug}`, undefined, header)).status).toBe(422);
    },
  );
});

test('the providers of a link are those that a person can connect, each in its way', async () => {
  const header = await linkHeader(call, await newUser(call));
  const { body } = await call('GET /v2/link/providers', undefined, header);
  const { body: all } = await call('GET /v2/providers');
  const types = (list: unknown) =>
    Map.groupBy(Object(list) as { slug: string; auth_type: string | null }[], ({ auth_type }) => auth_type);
  const counts = (list: unknown) =>
    Object.fromEntries([...types(list)].map(([type, { length }]) => [type, length]));
  expect(counts(body)).toEqual({ oauth: 17, password: 12, email: 1 });
  expect(counts(all)).toEqual({ oauth: 17, password: 12, email: 1, sdk: 9, null: 2 });
});

test('the number of links that are not finished is limited', async () => {
  const small = await startServer({ limits: { links: 3 } });
  const own = callJunction(() => small.url);
  try {
    const user_id = await newUser(own);
    for (let count = 0; count < 3; count += 1) {
      expect((await own('POST /v2/link/token', { user_id })).status).toBe(200);
    }
    const error_message = 'The workspace has as many unfinished links as the sandbox allows.';
    const body = { detail: { error_type: 'INVALID_REQUEST', error_message } };
    expect(await own('POST /v2/link/token', { user_id })).toEqual({ status: 400, body });
  } finally {
    await small.close();
  }
});

describe('a code for the app', () => {
  test.each([
    ['', '2025-06-02T13:00:00+00:00'],
    ['&expires_at=2025-06-02T14:30:05.000Z', '2025-06-02T14:30:05+00:00'],
    ['&expires_at=2025-06-02T14:30:05%2B02:00', '2025-06-02T12:30:05+00:00'],
  ])('with the query %s expires at %s', async (query, expires_at) => {
    const user = await newUser(call);
    const { status, body } = await call(`POST /v2/link/code/create?user_id=${user}${query}`);
    const code = String(at(body, 'code'));
    expect([status, body]).toEqual([
      200,
      {
        code: expect.stringMatching(/^skus[\da-f]{8}$/),
        exchange_url: `tryvital://tryvital?code=${code}`,
        expires_at,
      },
    ]);
  });

  test.each(['2025-06-02T12:00:00Z', '2024-01-01T00:00:00Z', 'tomorrow'])(
    'that expires at %s is refused',
    async (expires) => {
      const query = `user_id=${await newUser(call)}&expires_at=${expires}`;
      const { status, body } = await call(`POST /v2/link/code/create?${query}`);
      expect([status, at(body, 'detail.0.loc')]).toEqual([422, ['query', 'expires_at']]);
    },
  );
});
