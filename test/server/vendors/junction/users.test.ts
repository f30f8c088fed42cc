import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../../../server/start-server.ts';
import { at, callJunction, newUser } from './call-junction.ts';

let server: RunningServer;
beforeAll(async () => {
  server = await startServer({ now: () => new Date('2025-06-02T12:34:56.789Z') });
});
afterAll(() => server.close());

const call = callJunction(() => server.url);
const second = callJunction(() => server.url, 'sk_us_second_key');
const created = '2025-06-02T12:34:56.789+00:00';

describe('a user is created', () => {
  test('with all fields, and is shown with them', async () => {
    const { status, body } = await call('POST /v2/user', {
      client_user_id: 'all-fields',
      fallback_time_zone: 'Asia/Tokyo',
      fallback_birth_date: '1990-02-28',
      ingestion_start: '2024-01-01',
      ingestion_end: null,
    });
    expect([status, body]).toEqual([
      200,
      {
        user_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        team_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        client_user_id: 'all-fields',
        created_on: created,
        connected_sources: [],
        fallback_time_zone: { id: 'Asia/Tokyo', source_slug: 'manual', updated_at: created },
        fallback_birth_date: { value: '1990-02-28', source_slug: 'manual', updated_at: created },
        ingestion_start: '2024-01-01',
        ingestion_end: null,
      },
    ]);
    expect(await call(`GET /v2/user/${at(body, 'user_id')}`)).toEqual({ status: 200, body });
    expect(await call('GET /v2/user/resolve/all-fields')).toEqual({ status: 200, body });
  });

  test('although the body has unknown fields and the path a slash at its end', async () => {
    const { status, body } = await call('POST /v2/user/', { client_user_id: 'slash', teddy: { a: 1 } });
    expect([status, at(body, 'client_user_id'), Object.keys(Object(body))]).toEqual([
      200,
      'slash',
      expect.not.arrayContaining(['teddy']),
    ]);
  });

  test('once for each client_user_id of a team, and the refusal names the user that has it', async () => {
    const { body: user } = await call('POST /v2/user', { client_user_id: 'only-once' });
    const again = await call('POST /v2/user', { client_user_id: 'only-once' });
    const error_type = 'INVALID_REQUEST';
    const error_message = 'Client user id already exists.';
    const detail = { error_type, error_message, user_id: at(user, 'user_id'), created_on: created };
    expect(again).toEqual({ status: 400, body: { detail } });
    expect((await second('POST /v2/user', { client_user_id: 'only-once' })).status).toBe(200);
  });

  test('unless its client_user_id is the id that another user shows as its own', async () => {
    const taken = { client_user_id: '00000000-0000-4000-8000-000000000001' };
    const answer = await call('POST /v2/user', taken);
    expect([answer.status, at(answer.body, 'detail.user_id')]).toEqual([400, taken.client_user_id]);
  });

  test.each([
    ['no client_user_id', {}, ['body']],
    ['a client_user_id that is null', { client_user_id: null }, ['body', 'client_user_id']],
    ['an empty client_user_id', { client_user_id: '' }, ['body', 'client_user_id']],
    ['a client_user_id with NUL', { client_user_id: 'a\0' }, ['body', 'client_user_id']],
    ['30 February', { client_user_id: 'x', ingestion_start: '2024-02-30' }, ['body', 'ingestion_start']],
    ['a time', { client_user_id: 'x', ingestion_end: '2024-02-03T00:00:00Z' }, ['body', 'ingestion_end']],
    [
      'an unknown time zone',
      { client_user_id: 'x', fallback_time_zone: 'Mars/Olympus' },
      ['body', 'fallback_time_zone'],
    ],
    ['an offset', { client_user_id: 'x', fallback_time_zone: '+01:00' }, ['body', 'fallback_time_zone']],
  ])('but not with %s', async (_, body, location) => {
    const answer = await call('POST /v2/user', body);
    expect(answer.status).toBe(422);
    expect(at(answer.body, 'detail.0.loc')).toEqual(expect.arrayContaining(location));
  });
});

test('a team has no more users than the server allows, also if a deleted one is restored', async () => {
  const small = await startServer({ limits: { users: 13 } });
  const own = callJunction(() => small.url);
  try {
    const { body: list } = await own('GET /v2/user');
    const first = await newUser(own);
    for (let count = Number(at(list, 'total')) + 1; count < 13; count += 1) await newUser(own);
    const error_message = 'The workspace has as many users as the sandbox allows.';
    const full = { status: 400, body: { detail: { error_type: 'INVALID_REQUEST', error_message } } };
    expect(await own('POST /v2/user', { client_user_id: 'one-too-many' })).toEqual(full);
    await own(`DELETE /v2/user/${first}`);
    await newUser(own);
    expect(await own(`POST /v2/user/undo_delete?user_id=${first}`)).toEqual(full);
  } finally {
    await small.close();
  }
});

describe('the users of a team are listed', () => {
  test('page by page, newest first and those of the same age by id', async () => {
    const { body: all } = await call('GET /v2/user?limit=500');
    const total = Number(at(all, 'total'));
    const ids: unknown[] = [];
    for (let offset = 0; offset < total; offset += 3) {
      const { body: page } = await call(`GET /v2/user?limit=3&offset=${offset}`);
      expect([at(page, 'total'), at(page, 'offset'), at(page, 'limit')]).toEqual([total, offset, 3]);
      ids.push(...Object(at(page, 'users')).map((user: unknown) => at(user, 'user_id')));
    }
    expect(ids).toEqual(Object(at(all, 'users')).map((user: unknown) => at(user, 'user_id')));
    expect(ids).toEqual([...ids].sort());
    expect(new Set(ids).size).toBe(total);
  });

  test('with the defaults, and a page after the last user is empty', async () => {
    const { body } = await call('GET /v2/user/');
    expect([at(body, 'offset'), at(body, 'limit')]).toEqual([0, 100]);
    const { body: none } = await call('GET /v2/user?offset=100000');
    expect([at(none, 'users'), at(none, 'total')]).toEqual([[], at(body, 'total')]);
  });

  test.each(['offset=-1', 'limit=0', 'limit=501', 'limit=x', 'offset=1.5'])(
    'but not with %s',
    async (query) => {
      expect((await call(`GET /v2/user?${query}`)).status).toBe(422);
    },
  );
});

describe('a user is found', () => {
  test('by an id in upper case', async () => {
    const id = await newUser(call);
    const { body } = await call(`GET /v2/user/${id.toUpperCase()}`);
    expect(at(body, 'user_id')).toBe(id);
  });

  test.each(['a/b', '../x', 'ä ö', '%', 'a%2Fb', '?', '#'])('by the client_user_id %s', async (id) => {
    const { body: user } = await call('POST /v2/user', { client_user_id: id });
    const found = await call(`GET /v2/user/resolve/${encodeURIComponent(id)}`);
    expect(found).toEqual({ status: 200, body: user });
  });

  test('by a client_user_id with a slash that the SDK for Python does not encode', async () => {
    const { body: user } = await call('POST /v2/user', { client_user_id: 'team/7' });
    expect(await call('GET /v2/user/resolve/team/7')).toEqual({ status: 200, body: user });
  });

  test.each(['no-such-user', '%00', '00000000-0000-4000-8000-00000000dead'])('but not by %s', async (id) => {
    expect(await call(`GET /v2/user/resolve/${id}`)).toEqual({
      status: 404,
      body: { detail: 'User not found' },
    });
  });

  test('but not by another team, to which it looks like a user that does not exist', async () => {
    const id = await newUser(second);
    const unknown = { status: 404, body: { detail: 'User not found' } };
    const requests = [
      `GET /v2/user/${id}`,
      `DELETE /v2/user/${id}`,
      `POST /v2/user/refresh/${id}`,
      `DELETE /v2/user/${id}/oura`,
      `POST /v2/link/code/create?user_id=${id}`,
    ];
    for (const request of requests) expect(await call(request)).toEqual(unknown);
    expect(await call(`PATCH /v2/user/${id}`, { ingestion_end: null })).toEqual(unknown);
    expect(await call('POST /v2/link/token', { user_id: id })).toEqual(unknown);
    expect(await call('POST /v2/link/connect/demo', { user_id: id, provider: 'oura' })).toEqual(unknown);
    expect((await second(`GET /v2/user/${id}`)).status).toBe(200);
  });
});
