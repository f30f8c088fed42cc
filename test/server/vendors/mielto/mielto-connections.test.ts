import { describe, expect, test } from 'vitest';
import { keys } from '../../../support/vendor-calls.ts';
import { credentials, openai, useMieltoServer } from './mielto-server.ts';

const server = useMieltoServer();
const page = '550e8400-e29b-41d4-a716-446655440000';
const slack = '55440000-0000-4000-a000-000000000004';
const garmin = '123e4567-e89b-12d3-a456-426614174000';
const path = '/api/v1/connections';
const notFound = { status: 404, json: { detail: 'Connection not found' } };
const failed = (...errors: string[]) => ({
  status: 422,
  json: { detail: { message: 'Connection validation failed', errors } },
});

describe('a new connection', () => {
  test('is shown alone, in the list of its user, and in the sandbox API', async () => {
    const made = await server.connect({ ...openai, user_id: page, label: 'Models', config: { top: [1] } });
    expect(made).toMatchObject({ integration: 'openai', status: 'active', user_id: page, label: 'Models' });
    expect((await server.call('GET', `${path}/${made.id}`)).json).toEqual(made);
    expect(await server.list(page)).toContainEqual(made);
    const neutral = await server.sandbox('GET', `/users/${page}/connections/${made.id}`);
    expect(neutral.json).toMatchObject({ provider: 'openai', state: 'active', config: { top: [1] } });
  });

  test('creates its user, whose id may be any text', async () => {
    const ids = ['customer-42', 'Ünï/côde 42', crypto.randomUUID()];
    for (const id of ids) {
      expect(await server.list(id)).toBe(404);
      const made = await server.connect({ ...openai, user_id: id });
      expect(await server.list(id)).toEqual([made]);
      const neutral = `/users/${encodeURIComponent(id)}/connections/${made.id}`;
      expect((await server.sandbox('POST', `${neutral}/expire`)).status).toBe(200);
      expect(await server.list(id)).toMatchObject([{ id: made.id, status: 'expired' }]);
    }
    const users = await server.sandbox('GET', '/users?limit=1000');
    expect(users.json).toMatchObject({
      users: expect.arrayContaining([{ id: 'customer-42', created_at: expect.any(String) }]),
    });
  });

  test('belongs to the own user of the workspace if no user is named', async () => {
    const own = '00000000-0000-4000-8000-000000000010';
    expect(await server.connect(openai)).toMatchObject({ user_id: own, created_by: own });
    expect(await server.connect({ ...openai, user_id: null })).toMatchObject({ user_id: own });
  });

  test('can be one of several to the same integration', async () => {
    const user = { user_id: crypto.randomUUID() };
    const [one, other] = [
      await server.connect({ ...openai, ...user }),
      await server.connect({ ...openai, ...user }),
    ];
    expect(one.id).not.toBe(other.id);
    expect(one.credential_id).not.toBe(other.credential_id);
    expect(await server.list(user.user_id)).toHaveLength(2);
  });

  test('can use a credential that is stored already', async () => {
    const { credentials: _, ...rest } = openai;
    expect(await server.connect({ ...rest, credential_id: 'cred_ours' })).toMatchObject({
      credential_id: 'cred_ours',
    });
  });

  test('ignores fields that it does not know', async () => {
    const made = await server.connect({ ...openai, status: 'error', id: slack, tomorrow: { api_key: 'x' } });
    expect(made).toMatchObject({ status: 'active' });
    expect(made.id).not.toBe(slack);
    expect(made).not.toHaveProperty('tomorrow');
  });

  test.each<[string, object, ReturnType<typeof failed>]>([
    ['an unknown integration', { integration: 'betamax' }, failed('The integration does not exist')],
    ['the provider of another vendor', { integration: 'garmin' }, failed('The integration does not exist')],
    [
      'the type of another integration',
      { integration_type: 'tool' },
      failed('integration_type must be model'),
    ],
    ['no credentials', { credentials: undefined }, failed('api_key is required')],
    ['null as credentials', { credentials: null }, failed('api_key is required')],
    ['an empty secret', { credentials: { api_key: '' } }, failed('api_key is required')],
    ['a secret that is not a text', { credentials: { api_key: 7 } }, failed('api_key must be a text')],
    [
      'a short secret',
      { credentials: { api_key: 'short' } },
      failed('api_key must have at least 8 characters'),
    ],
    [
      'a secret that is refused',
      { credentials: { api_key: 'wrong' } },
      failed('OpenAI refused the credentials'),
    ],
    ['an unknown auth method', { auth_method_id: 'magic' }, failed('The auth method does not exist')],
    [
      'credentials beside a stored credential',
      { credential_id: 'cred_ours' },
      failed('credentials and credential_id exclude each other'),
    ],
  ])('is refused with %s', async (_, change, want) => {
    const user_id = crypto.randomUUID();
    const answer = await server.call('POST', path, { body: { ...openai, user_id, ...change } });
    expect(answer).toMatchObject(want);
    expect(await server.list(user_id)).toBe(404);
  });

  test('is checked by the auth method that the body names', async () => {
    const bot = { integration: 'slack', integration_type: 'connectors', auth_method_id: 'bot_token' };
    const answer = await server.call('POST', path, {
      body: { ...bot, credentials: { bot_token: 'no-prefix' } },
    });
    expect(answer).toMatchObject(failed('bot_token must match ^xoxb-'));
    await server.connect({ ...bot, credentials: { bot_token: 'xoxb-example' } });
  });

  test.each<[string, object, (string | number)[]]>([
    ['a label of 256 characters', { label: 'x'.repeat(256) }, ['body', 'label']],
    ['a label with NUL', { label: 'a\u0000' }, ['body', 'label']],
    ['null as config', { config: null }, ['body', 'config']],
    ['a secret in its config', { config: { deep: [{ api_key: 'x' }] } }, ['body', 'config', 'deep', 0]],
    ['a config of more than 16 kB', { config: { a: 'x'.repeat(17_000) } }, ['body', 'config']],
    ['a user id with NUL', { user_id: 'a\u0000' }, ['body', 'user_id']],
    ['an empty user id', { user_id: '' }, ['body', 'user_id']],
    ['a number as user id', { user_id: 7 }, ['body', 'user_id']],
  ])('is refused with %s', async (_, change, loc) => {
    const answer = await server.call('POST', path, { body: { ...openai, ...change } });
    expect(answer).toMatchObject({ status: 422, json: { detail: [{ loc }] } });
  });
});

describe('a change', () => {
  test('replaces what it names, keeps the rest, and is shown by the other APIs', async () => {
    const made = await server.connect({ ...openai, user_id: page, label: 'One', config: { a: 1 } });
    const own = `${path}/${made.id}`;
    const renamed = await server.call('PUT', own, { body: { label: 'Two' } });
    expect(renamed).toMatchObject({ status: 200, json: { label: 'Two', config: { a: 1 } } });
    const moved = await server.call('PUT', own, { body: { config: { b: 2 }, credential_id: 'cred_new' } });
    expect(moved.json).toMatchObject({ label: 'Two', config: { b: 2 }, credential_id: 'cred_new' });
    const neutral = await server.sandbox('GET', `/users/${page}/connections/${made.id}`);
    expect(neutral.json).toMatchObject({ label: 'Two', config: { b: 2 }, credential_id: 'cred_new' });
  });

  test('with null removes the label and the config', async () => {
    const made = await server.connect({ ...openai, label: 'One', config: { a: 1 } });
    const { json } = await server.call('PUT', `${path}/${made.id}`, { body: { label: null, config: null } });
    expect(json).toMatchObject({ label: null });
    expect(json).not.toHaveProperty('config');
  });

  test.each([{}, { tomorrow: 1 }, { credentials: null, credential_id: null, auth_method_id: null }])(
    'with %j changes nothing, not even updated_at',
    async (body) => {
      const made = await server.connect({ ...openai, label: 'One' });
      server.clock.now += 1000;
      expect(await server.call('PUT', `${path}/${made.id}`, { body })).toMatchObject({
        status: 200,
        json: made,
      });
    },
  );

  test.each(['expire', 'revoke', 'deactivate'])(
    'with new credentials repairs it after: %s',
    async (transition) => {
      const made = await server.connect({ ...openai, user_id: page });
      const own = `${path}/${made.id}`;
      await server.sandbox('POST', `/users/${page}/connections/${made.id}/${transition}`);
      expect((await server.call('GET', own)).json).not.toMatchObject({ status: 'active' });
      await server.call('PUT', own, { body: { label: 'Still ended' } });
      expect((await server.call('GET', own)).json).not.toMatchObject({ status: 'active' });
      const answer = await server.call('PUT', own, { body: { credentials: credentials.openai } });
      expect(answer).toMatchObject({ status: 200, json: { id: made.id, status: 'active' } });
      expect(answer.json).not.toMatchObject({ credential_id: made.credential_id });
    },
  );

  test('with credentials that are refused changes nothing', async () => {
    const made = await server.connect(openai);
    const body = { label: 'New', credentials: { api_key: 'wrong' } };
    const answer = await server.call('PUT', `${path}/${made.id}`, { body });
    expect(answer).toMatchObject(failed('OpenAI refused the credentials'));
    expect((await server.call('GET', `${path}/${made.id}`)).json).toEqual(made);
  });
});

test('a connection that is removed is gone for all APIs, and cannot be removed twice', async () => {
  const made = await server.connect({ ...openai, user_id: page });
  expect(await server.call('DELETE', `${path}/${made.id}`)).toMatchObject({ status: 204, text: '' });
  expect(await server.call('DELETE', `${path}/${made.id}`)).toMatchObject(notFound);
  expect(await server.call('GET', `${path}/${made.id}`)).toMatchObject(notFound);
  expect(await server.call('PUT', `${path}/${made.id}`, { body: { label: 'x' } })).toMatchObject(notFound);
  expect(await server.list(page)).not.toContainEqual(expect.objectContaining({ id: made.id }));
  expect((await server.sandbox('GET', `/users/${page}/connections/${made.id}`)).status).toBe(404);
});

describe.each([
  ['GET', undefined],
  ['PUT', { label: 'x' }],
  ['DELETE', undefined],
])('%s', (method, body) => {
  const given = body === undefined ? {} : { body };

  test.each([
    ['a connection that does not exist', '00000000-0000-4000-a000-00000000dead'],
    ['a wearable', garmin],
    ['an id with NUL', '%00'],
    ['an id that is not a UUID', 'x'],
  ])('does not find %s', async (_, id) => {
    expect(await server.call(method, `${path}/${id}`, given)).toMatchObject(notFound);
  });

  test('does not find a connection of another workspace', async () => {
    const made = await server.connect({ ...openai, user_id: 'customer-42' }, keys.mielto.second);
    expect(await server.call(method, `${path}/${made.id}`, given)).toMatchObject(notFound);
    const headers = { 'X-Workspace-Id': 'ws_second' };
    expect(await server.call(method, `${path}/${made.id}`, { ...given, headers })).toMatchObject(notFound);
    expect(await server.list('customer-42', keys.mielto.second)).toContainEqual(made);
  });

  test.each(['', 'mielto_revoked_token', 'sk_us_sandbox_key'])(
    'needs a valid token, not "%s"',
    async (token) => {
      expect((await server.call(method, `${path}/${slack}`, { ...given, token })).status).toBe(401);
    },
  );
});

test('a user of another workspace does not appear with a connection to the same id', async () => {
  const id = crypto.randomUUID();
  const [one, other] = [
    await server.connect({ ...openai, user_id: id }),
    await server.connect({ ...openai, user_id: id }, keys.mielto.second),
  ];
  expect(await server.list(id)).toEqual([one]);
  expect(await server.list(id, keys.mielto.second)).toEqual([other]);
});

test('a new connection in a workspace that the token cannot see is refused', async () => {
  const headers = { 'X-Workspace-Id': 'ws_second' };
  expect(await server.call('POST', path, { body: openai, headers })).toMatchObject(notFound);
  const own = { 'X-Workspace-Id': 'ws_sandbox' };
  expect((await server.call('POST', path, { body: openai, headers: own })).status).toBe(200);
});
