import { describe, expect, test } from 'vitest';
import type { components } from '../../../../generated/open-wearables.ts';
import { connect, jsonOf, newUserId, useOpenWearables } from './use-open-wearables.ts';

const api = useOpenWearables();

async function list(query: Readonly<Record<string, string>> = {}) {
  const { json } = await api.call('listOpenWearablesUsers', { query });
  // The call has checked it against the contract.
  const page = json as components['schemas']['OpenWearablesUserPage'];
  return { ...page, names: page.items.map(({ first_name }) => first_name) };
}

/** Three users, one a second. */
async function createThree() {
  const three = [
    { first_name: 'Ana', last_name: 'C', email: 'b@example.com', external_user_id: 'x1' },
    { first_name: 'Bea', email: 'a@example.com', external_user_id: 'x2' },
    { first_name: 'Cem', last_name: '100%_x' },
  ];
  const ids: string[] = [];
  for (const [index, body] of three.entries()) {
    api.setNow(`2026-11-20T10:30:0${index + 1}.000Z`);
    ids.push(await newUserId(api, body));
  }
  return ids;
}

test('the newest users are first, then the others by id', async () => {
  await createThree();
  const { items, names, total } = await list();
  expect(names.slice(0, 3)).toEqual(['Cem', 'Bea', 'Ana']);
  const others = items.slice(3).map(({ id }) => String(id));
  expect(others).toEqual(others.toSorted());
  expect(total).toBe(items.length);
});

test.each([
  [
    { page: '1', limit: '2' },
    { length: 2, page: 1, limit: 2, has_next: true, has_prev: false },
  ],
  [
    { page: '2', limit: '2' },
    { length: 2, page: 2, limit: 2, has_next: true, has_prev: true },
  ],
  [{ page: '99' }, { length: 0, page: 99, limit: 20, has_next: false, has_prev: true }],
  [
    { page: '9007199254740991', limit: '100' },
    { length: 0, has_next: false, has_prev: true },
  ],
  [
    { limit: '2', page: '+1' },
    { length: 2, page: 1 },
  ],
])('the page %j is as asked for', async (query, { length, ...rest }) => {
  const { items, total, limit, pages, ...page } = await list(query);
  expect(items).toHaveLength(length);
  expect({ limit, ...page }).toMatchObject(rest);
  expect(pages).toBe(Math.ceil(Number(total) / Number(limit)));
});

test.each([
  [{ sort_by: 'email', sort_order: 'asc', search: 'example' }, ['Bea', 'Ana', 'Zoë']],
  [{ sort_by: 'first_name', sort_order: 'desc', email: 'b@EXAMPLE.com' }, ['Ana']],
  [{ sort_by: 'first_name', limit: '2' }, ['Zoë', 'Cem']],
  [{ sort_by: 'last_name', sort_order: 'desc', limit: '3' }, ['Zoë', 'Ana', 'Cem']],
  [{ sort_order: 'asc', search: 'a' }, ['Zoë', 'Ana', 'Bea']],
  [{ search: 'B@EXAMPLE' }, ['Ana']],
  [{ search: '%_' }, ['Cem']],
  [{ search: '_' }, ['Cem']],
  [{ search: 'x1' }, []],
  [{ external_user_id: 'x2' }, ['Bea']],
  [{ external_user_id: 'x2', search: 'ana' }, []],
  [{ email: 'B@example.com' }, []],
])('the list with %j has the users that match, in order', async (query, expected) => {
  await createThree();
  const { names, total } = await list(query);
  expect(names).toEqual(expected);
  if (!('limit' in query)) expect(total).toBe(expected.length);
});

test('an empty search matches every user, and a list without a match has no pages', async () => {
  expect((await list({ search: '' })).total).toBe((await list()).total);
  expect(await list({ search: 'no-such-name' })).toMatchObject({ items: [], total: 0, page: 1, limit: 20 });
  expect(await list({ search: 'no-such-name' })).toMatchObject({
    pages: 0,
    has_next: false,
    has_prev: false,
  });
});

describe('the activity of a user', () => {
  test('is that of all connections, and only in the list', async () => {
    const id = await newUserId(api, { first_name: 'Ana' });
    expect((await list({ search: 'ana' })).items).toMatchObject([
      { last_synced_at: null, last_synced_provider: null, has_active_connection: false },
    ]);
    api.setNow('2026-11-20T11:00:00.000Z');
    await connect(api, id, 'strava');
    api.setNow('2026-11-20T12:00:00.000Z');
    await connect(api, id, 'oura');
    const disconnect = (provider: string) =>
      api.call('disconnectOpenWearablesProvider', { path: { user_id: id, provider } });
    await disconnect('oura');
    expect((await list({ search: 'ana' })).items).toMatchObject([
      { last_synced_at: '2026-11-20T12:00:00Z', last_synced_provider: 'oura', has_active_connection: true },
    ]);
    await disconnect('strava');
    expect((await list({ search: 'ana' })).items).toMatchObject([{ has_active_connection: false }]);
    expect(jsonOf(await api.call('getOpenWearablesUser', { path: { user_id: id } }))).toMatchObject({
      last_synced_at: null,
      last_synced_provider: null,
      has_active_connection: false,
    });
  });

  test('orders users, those never synced last when descending and first when ascending', async () => {
    const id = await newUserId(api, { first_name: 'Ana' });
    await connect(api, id);
    await newUserId(api, { first_name: 'Bea' });
    const down = (await list({ sort_by: 'last_synced_at' })).items.map((user) => user.last_synced_at);
    const up = (await list({ sort_by: 'last_synced_at', sort_order: 'asc' })).items;
    expect(down[0]).toBe('2026-11-20T10:30:00.123Z');
    expect(down.at(-1)).toBeNull();
    expect(up[0]?.last_synced_at).toBeNull();
    expect(up.at(-1)).toMatchObject({ id });
  });
});

test.each([
  [{ page: '0' }, 'page: must be at least 1'],
  [{ page: 'x' }, 'page: must be an integer'],
  [{ limit: '0' }, 'limit: must be at least 1'],
  [{ limit: '101' }, 'limit: must be at most 100'],
  [{ sort_by: 'id' }, 'sort_by: must be one of: created_at, email, first_name, last_name, last_synced_at'],
  [{ sort_order: 'up' }, 'sort_order: must be one of: asc, desc'],
  [{ email: 'x' }, 'email: must be an e-mail address'],
])('the list with %j is a 400', async (query, detail) => {
  const { status, json } = await api.call('listOpenWearablesUsers', { query });
  expect([status, json]).toEqual([400, { detail }]);
});
