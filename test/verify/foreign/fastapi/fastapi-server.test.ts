import { afterAll, describe, expect, test } from 'vitest';
import { ask } from '../../../support/raw-http.ts';
import { north } from '../two-tenants.ts';
import { startFastApi } from './fastapi-server.ts';
import { pydantic1 } from './pydantic-1.ts';
import { pydantic2 } from './pydantic-2.ts';

const servers = {
  'pydantic 1': await startFastApi({ pydantic: pydantic1 }),
  'pydantic 2': await startFastApi({ pydantic: pydantic2() }),
  'an early pydantic 2': await startFastApi({ pydantic: pydantic2({ url: true }) }),
};
type Version = keyof typeof servers;
afterAll(async () => {
  for (const server of Object.values(servers)) await server.close();
});

const headers = {
  'x-vital-api-key': north.keys.junction,
  Authorization: `Bearer ${north.keys.mielto}`,
};
const [{ uuid } = { uuid: '' }] = north.people;
const page = '/api/v1/connections/users/ada%40example.org';
const loc = ['path', 'user_id'];

describe('An error of FastAPI has the form of its version of pydantic', () => {
  test.each<[Version, string, object]>([
    [
      'pydantic 1',
      '/v2/user/providers/abc',
      { loc, msg: 'value is not a valid uuid', type: 'type_error.uuid' },
    ],
    [
      'pydantic 2',
      '/v2/user/providers/abc',
      {
        type: 'uuid_parsing',
        loc,
        msg: 'Input should be a valid UUID, invalid length: expected length 32 for simple format, found 3',
        input: 'abc',
        ctx: { error: 'invalid length: expected length 32 for simple format, found 3' },
      },
    ],
    [
      'an early pydantic 2',
      `/v2/user/providers/${uuid}0`,
      {
        type: 'uuid_parsing',
        loc,
        msg: 'Input should be a valid UUID, invalid group length in group 4: expected 12, found 13',
        input: `${uuid}0`,
        ctx: { error: 'invalid group length in group 4: expected 12, found 13' },
        url: 'https://errors.pydantic.dev/2.5/v/uuid_parsing',
      },
    ],
    [
      'pydantic 1',
      `${page}?limit=2000`,
      {
        loc: ['query', 'limit'],
        msg: 'ensure this value is less than or equal to 1000',
        type: 'value_error.number.not_le',
        ctx: { limit_value: 1000 },
      },
    ],
    [
      'pydantic 2',
      `${page}?skip=-1`,
      {
        type: 'greater_than_equal',
        loc: ['query', 'skip'],
        msg: 'Input should be greater than or equal to 0',
        input: '-1',
        ctx: { ge: 0 },
      },
    ],
    [
      'pydantic 2',
      `${page}?status=Active`,
      {
        type: 'enum',
        loc: ['query', 'status'],
        msg: "Input should be 'active', 'inactive', 'testing', 'error' or 'expired'",
        input: 'Active',
        ctx: { expected: "'active', 'inactive', 'testing', 'error' or 'expired'" },
      },
    ],
  ])('%s %s', async (version, path, item) => {
    expect(await ask(servers[version].url, { path, headers })).toMatchObject({
      status: 422,
      text: JSON.stringify({ detail: [item] }),
    });
  });
});

test.each<[Version, string, number]>([
  ['pydantic 1', '%D9%A1%D9%A0', 10],
  ['pydantic 1', '1_0', 10],
  ['pydantic 2', '1_0', 10],
  ['pydantic 2', '10.0', 10],
])('%s reads a limit of %s', async (version, limit, size) => {
  const { json } = await ask(servers[version].url, { path: `${page}?limit=${limit}`, headers });
  expect(json).toMatchObject({ size });
});

test.each<[Version, string]>([
  ['pydantic 1', '10.0'],
  ['pydantic 2', '%D9%A1%D9%A0'],
])('%s refuses a limit of %s', async (version, limit) => {
  expect(await ask(servers[version].url, { path: `${page}?limit=${limit}`, headers })).toMatchObject({
    status: 422,
  });
});

test.each<[Version, string]>([
  ['pydantic 1', '+00:00'],
  ['pydantic 2', 'Z'],
])('%s writes UTC as %s', async (version, zone) => {
  const path = `/v2/user/providers/${uuid}`;
  const { json } = await ask(servers[version].url, { path, headers });
  const times = JSON.stringify(json).match(/(?<=T\d\d:\d\d:\d\d\.\d{6})[^"]+/g);
  expect(new Set(times)).toEqual(new Set([zone]));
});

test('A slash at the end is a redirect or an unknown path, by the option', async () => {
  const path = `/v2/user/providers/${uuid}/`;
  const strict = await startFastApi({ pydantic: pydantic1, redirectSlashes: false });
  expect((await ask(servers['pydantic 1'].url, { path, headers })).status).toBe(307);
  expect((await ask(strict.url, { path, headers })).status).toBe(404);
  await strict.close();
});
