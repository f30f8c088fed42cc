import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../../../server/start-server.ts';
import { testValues } from '../../../../spec/test-values.ts';
import { sqliteFile } from '../../../support/databases.ts';
import { at, callJunction, linkHeader, listedProviders, newUser } from './call-junction.ts';

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const call = callJunction(() => server.url);
const password = 'a password of a test';

const nothing = {
  redirect_url: null,
  error_type: null,
  error: null,
  provider_mfa: null,
  connected: false,
  provider_id: null,
};

/** A new user, and the functions that connect providers with a link token of it. */
async function link(settings: object = {}) {
  const userId = await newUser(call);
  const header = await linkHeader(call, userId, settings);
  const path = '/v2/link/provider/password/renpho';
  return {
    userId,
    header,
    byPassword: (username: string) => call(`POST ${path}`, { username, password }, header),
    byEmail: (email: string) => call('POST /v2/link/provider/email/freestyle_libre', { email }, header),
    complete: (mfa_code: string) => call(`POST ${path}/complete_mfa`, { mfa_code }, header),
  };
}

describe('by password', () => {
  test('any user name connects the provider, with the user name as the account', async () => {
    const { userId, byPassword } = await link();
    const body = { ...nothing, state: 'success', provider: 'renpho', connected: true, provider_id: 'ada' };
    expect(await byPassword('ada')).toEqual({ status: 200, body });
    const { body: list } = await call(`GET /v2/user/providers/${userId}`);
    expect(at(list, 'providers.0')).toMatchObject({
      slug: 'renpho',
      status: 'connected',
      external_user_id: 'ada',
    });
    const { body: user } = await call(`GET /v2/user/${userId}`);
    const provider = { name: 'Renpho', slug: 'renpho', logo: 'https://example.com/logos/renpho.svg' };
    expect(at(user, 'connected_sources')).toEqual([
      { provider, source: provider, created_on: at(list, 'providers.0.created_on') },
    ]);
  });

  const errors = testValues.filter(({ outcome }) => !outcome.startsWith('mfa'));
  test.each(errors)('the user name $value is answered with $outcome, and connects nothing', async (known) => {
    const { userId, byPassword } = await link();
    const { value, outcome, message } = known;
    const body = { ...nothing, state: 'error', error_type: outcome, error: message, provider: 'renpho' };
    expect(await byPassword(value)).toEqual({ status: 200, body });
    expect(await listedProviders(call, userId)).toEqual([]);
    expect(at((await byPassword('ada')).body, 'state')).toBe('success');
  });

  test.each([
    ['mfa', 'sms'],
    ['mfa_email', 'email'],
  ])(
    'the user name %s needs a code that came by %s, and a wrong code can be corrected',
    async (value, method) => {
      const { userId, byPassword, complete } = await link();
      expect((await byPassword(value)).body).toEqual({
        ...nothing,
        state: 'pending_provider_mfa',
        provider_mfa: { method, hint: expect.any(String) },
        provider: 'renpho',
      });
      expect(await listedProviders(call, userId)).toEqual([]);
      expect(at((await complete('000000')).body, 'error_type')).toBe('incorrect_mfa_code');
      expect(await complete('123456')).toEqual({
        status: 200,
        body: { ...nothing, state: 'success', provider: 'renpho', connected: true, provider_id: value },
      });
      expect(await listedProviders(call, userId)).toEqual(['renpho connected']);
      expect(at((await complete('123456')).body, 'error_type')).toBe('token_consumed');
    },
  );

  test('a code is refused if none is expected, or if another provider waits for it', async () => {
    const { header, byPassword, complete } = await link();
    const error_message = 'No connection to this provider waits for a code.';
    const body = { detail: { error_type: 'INVALID_REQUEST', error_message } };
    expect(await complete('123456')).toEqual({ status: 400, body });
    await byPassword('mfa');
    const other = 'POST /v2/link/provider/password/peloton/complete_mfa';
    expect(await call(other, { mfa_code: '123456' }, header)).toEqual({ status: 400, body });
  });

  test.each([
    ['an unknown provider', 'no-such-provider', { username: 'a', password }],
    ['a provider with OAuth', 'oura', { username: 'a', password }],
    ['no password', 'renpho', { username: 'a' }],
    ['an empty user name', 'renpho', { username: '', password }],
    ['an unknown region', 'renpho', { username: 'a', password, region: 'xx' }],
  ])('%s is refused', async (_, slug, body) => {
    const { header } = await link();
    expect((await call(`POST /v2/link/provider/password/${slug}`, body, header)).status).toBe(422);
  });

  test('the region may be null, and unknown fields are ignored', async () => {
    const { header } = await link();
    const body = { username: 'a', password, region: null, more: [1] };
    expect((await call('POST /v2/link/provider/password/renpho', body, header)).status).toBe(200);
  });
});

describe('by e-mail address', () => {
  test('any address connects the provider', async () => {
    const { userId, byEmail } = await link();
    const { body } = await byEmail('ada@example.com');
    expect(body).toMatchObject({
      state: 'success',
      provider: 'freestyle_libre',
      provider_id: 'ada@example.com',
    });
    expect(await listedProviders(call, userId)).toEqual(['freestyle_libre connected']);
  });

  const known = testValues.filter(({ fields }) => fields.includes('email'));
  test.each(known)('the address $value@example.com is answered with $outcome', async ({ value, outcome }) => {
    const { byEmail } = await link();
    expect((await byEmail(`${value}@example.com`)).body).toMatchObject({
      state: 'error',
      error_type: outcome,
    });
  });

  test.each(['no-at', '@x', 'x@', 'a@b@c'])('%s is not an address', async (address) => {
    const { byEmail } = await link();
    expect((await byEmail(address)).status).toBe(422);
  });
});

test('the person returns to the redirect URL with the result, whose own query stays', async () => {
  const { byPassword, byEmail } = await link({ redirect_url: 'myapp://done?step=2' });
  expect(at((await byEmail('wrong@example.com')).body, 'redirect_url')).toBe(
    'myapp://done?step=2&state=error&error_type=provider_credential_error&error=The+provider+rejected+the+user+name+or+the+password.',
  );
  expect(at((await byPassword('mfa')).body, 'redirect_url')).toBeNull();
  expect(at((await byPassword('ada')).body, 'redirect_url')).toBe('myapp://done?step=2&state=success');
});

test('a token is used up by the first success, for each way to connect', async () => {
  const { header, byPassword, byEmail } = await link();
  await byPassword('ada');
  for (const late of [await byPassword('ada'), await byEmail('ada@example.com')]) {
    expect(late).toMatchObject({ status: 200, body: { state: 'error', error_type: 'token_consumed' } });
  }
  expect((await call('GET /v2/link/provider/oauth/oura', undefined, header)).status).toBe(401);
});

test('a provider that was disconnected is connected again under the same id', async () => {
  const { userId, byPassword } = await link();
  await byPassword('ada');
  const path = `${server.url}/sandbox/workspaces/ws_sandbox/users/${userId}/connections`;
  const idOf = async () => at(await (await fetch(path)).json(), 'connections.0.id');
  const before = await idOf();
  await call(`DELETE /v2/user/${userId}/renpho`);
  const again = await linkHeader(call, userId);
  const body = { username: 'ada', password };
  expect((await call('POST /v2/link/provider/password/renpho', body, again)).body).toMatchObject({
    connected: true,
  });
  expect([await listedProviders(call, userId), await idOf()]).toEqual([['renpho connected'], before]);
});

test('no API shows a password or a code afterwards', async () => {
  const { userId, byPassword, complete } = await link();
  await byPassword('mfa');
  await complete('123456');
  const path = `/sandbox/workspaces/ws_sandbox/users/${userId}/connections`;
  const shown = [
    await (await fetch(server.url + path)).text(),
    JSON.stringify(await call(`GET /v2/user/${userId}`)),
    JSON.stringify(await call(`GET /v2/user/providers/${userId}`)),
  ].join('\n');
  expect(shown).not.toContain(password);
  expect(shown).not.toContain('123456');
});

test('the data file contains no password and no link token', async () => {
  const { data, dispose } = await sqliteFile.create();
  const own = await startServer({ data });
  const ask = callJunction(() => own.url);
  const header = await linkHeader(ask, await newUser(ask));
  const path = '/v2/link/provider/password/renpho';
  await ask(`POST ${path}`, { username: 'mfa', password }, header);
  await ask(`POST ${path}/complete_mfa`, { mfa_code: '123456' }, header);
  const read = async () =>
    (await Promise.all(['', '-wal'].map((end) => readFile(data + end).catch(() => Buffer.of())))).join('');
  const bytes = await read();
  await own.close();
  for (const text of [bytes, await read()]) {
    expect(text).toContain('renpho');
    expect(text).not.toContain(password);
    expect(text).not.toContain(header['x-vital-link-token']);
  }
  await dispose();
});
