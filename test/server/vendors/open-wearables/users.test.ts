import { describe, expect, test } from 'vitest';
import { connect, connectionsOf, jsonOf, newUserId, useOpenWearables } from './use-open-wearables.ts';

const api = useOpenWearables();
const unknownId = '00000000-0000-4000-8000-00000000dead';
const create = (body: unknown) => api.call('createOpenWearablesUser', { body });
const show = (id: string) => api.call('getOpenWearablesUser', { path: { user_id: id } });
const patch = (id: string, body: unknown) =>
  api.call('patchOpenWearablesUser', { path: { user_id: id }, body, as: 'developer' });
const remove = (id: string) =>
  api.call('deleteOpenWearablesUser', { path: { user_id: id }, as: 'developer' });

const ana = { first_name: 'Ana', last_name: 'Example', email: 'ana@example.com', external_user_id: 'a-1' };
const nothing = { first_name: null, last_name: null, email: null, external_user_id: null };

describe('creating a user', () => {
  test.each([
    ['nothing', {}, nothing],
    ['every field', ana, ana],
    ['explicit nulls', nothing, nothing],
    [
      'empty texts',
      { first_name: '', external_user_id: '' },
      { ...nothing, first_name: '', external_user_id: '' },
    ],
    ['an id and unknown fields', { id: unknownId, created_at: 'x', color: 'red' }, nothing],
    ['a domain in upper case', { email: 'Ana@EXAMPLE.Com' }, { ...nothing, email: 'Ana@example.com' }],
    [
      'names of 100 characters',
      { first_name: '🦉'.repeat(100) },
      { ...nothing, first_name: '🦉'.repeat(100) },
    ],
  ])('with %s is a 201 with the user', async (_, body, fields) => {
    const answer = await create(body);
    expect(answer.status).toBe(201);
    expect(answer.json).toEqual({
      id: expect.not.stringMatching(unknownId),
      created_at: '2026-11-20T10:30:00.123Z',
      ...fields,
      last_synced_at: null,
      last_synced_provider: null,
      has_active_connection: false,
    });
    expect((await show(String(jsonOf(answer).id))).json).toEqual(answer.json);
  });

  test.each([
    ['no body', '', 'body: is required'],
    ['no JSON', '{', 'body: The body is not valid JSON'],
    ['an array', [], 'body: must be an object'],
    ['a number as a name', { first_name: 5 }, '/first_name: must be a string'],
    [
      'a name that is too long',
      { last_name: 'x'.repeat(101) },
      '/last_name: must have at most 100 characters',
    ],
    [
      'an external id that is too long',
      { external_user_id: 'x'.repeat(256) },
      '/external_user_id: must have at most 255 characters',
    ],
    ['NUL in a name', { first_name: 'a\0' }, '/first_name: must not contain NUL or half of a surrogate pair'],
    ['an empty e-mail address', { email: '' }, '/email: must be an e-mail address'],
    ['an e-mail address without a domain', { email: 'ana@' }, '/email: must be an e-mail address'],
    ['a domain without a dot', { email: 'ana@example' }, '/email: must be an e-mail address'],
    ['a blank in an e-mail address', { email: 'an a@example.com' }, '/email: must be an e-mail address'],
    [
      'two faults',
      { first_name: 5, email: 'x' },
      '/first_name: must be a string; /email: must be an e-mail address',
    ],
  ])('with %s is a 400', async (_, body, detail) => {
    const answer = await create(body);
    expect([answer.status, answer.json]).toEqual([400, { detail }]);
  });

  test('with an external_user_id that exists is a 201 with that user, unchanged', async () => {
    const first = await create(ana);
    const again = await create({ first_name: 'Other', email: 'other@example.com', external_user_id: 'a-1' });
    expect(again.status).toBe(201);
    expect(again.json).toEqual(first.json);
    expect(jsonOf(await api.call('listOpenWearablesUsers', { query: { search: 'other' } })).total).toBe(0);
  });

  test('with an e-mail address that exists is a 409, and another case before the @ is another address', async () => {
    await create(ana);
    const duplicate = await create({ email: 'ana@EXAMPLE.com' });
    expect(duplicate.status).toBe(409);
    expect(duplicate.json).toEqual({ detail: 'User with this email already exists.' });
    expect((await create({ email: 'Ana@example.com' })).status).toBe(201);
  });
});

describe('changing a user', () => {
  test('changes the given fields, and null and unknown fields change nothing', async () => {
    const id = await newUserId(api, ana);
    expect((await patch(id, { first_name: 'Eva', color: 'red' })).json).toMatchObject({
      ...ana,
      first_name: 'Eva',
    });
    const nulls = await patch(id, nothing);
    expect([nulls.status, jsonOf(nulls).first_name, jsonOf(nulls).email]).toEqual([200, 'Eva', ana.email]);
    expect((await patch(id, {})).json).toEqual(nulls.json);
    expect((await show(id)).json).toEqual(nulls.json);
  });

  test('stores the domain of an e-mail address in lower case', async () => {
    const id = await newUserId(api);
    expect(jsonOf(await patch(id, { email: 'Eva@EXAMPLE.com' })).email).toBe('Eva@example.com');
  });

  test('to its own values is a 200', async () => {
    const id = await newUserId(api, ana);
    expect((await patch(id, ana)).status).toBe(200);
  });

  test.each([
    ['an e-mail address', { email: 'ana@example.com' }, 'User with this email already exists.'],
    ['an external_user_id', { external_user_id: 'a-1' }, 'User with this external_user_id already exists.'],
  ])('to %s of another user is a 409 that changes nothing', async (_, body, detail) => {
    await create(ana);
    const id = await newUserId(api, { first_name: 'Eva' });
    const answer = await patch(id, { ...body, first_name: 'Changed' });
    expect([answer.status, answer.json]).toEqual([409, { detail }]);
    expect(jsonOf(await show(id)).first_name).toBe('Eva');
  });

  test('shows the external id as the client id at Junction', async () => {
    const id = await newUserId(api);
    await patch(id, { external_user_id: 'a-2' });
    expect(await api.store().users.findByClientUserId('ws_sandbox', 'a-2')).toMatchObject({ id });
  });
});

describe('deleting a user', () => {
  test('is a 200 with the user, removes the connections, and is then a 404', async () => {
    const id = await newUserId(api, ana);
    await connect(api, id);
    const answer = await remove(id);
    expect([answer.status, answer.json]).toMatchObject([200, { ...ana, id, has_active_connection: false }]);
    for (const again of [await remove(id), await show(id), await patch(id, {})])
      expect([again.status, again.json]).toEqual([404, { detail: `User with ID: ${id} not found.` }]);
    const { status } = await api.call('listOpenWearablesConnections', { path: { user_id: id } });
    expect(status).toBe(404);
    expect((await create(ana)).status).toBe(201);
  });

  test('accepts an id in upper case', async () => {
    const id = await newUserId(api);
    expect((await show(id.toUpperCase())).status).toBe(200);
    expect((await remove(id.toUpperCase())).status).toBe(200);
  });
});

describe('who may ask', () => {
  test.each(['key', 'none', 'second-developer'] as const)(
    'a user is not changed or deleted by: %s',
    async (as) => {
      const path = { user_id: await newUserId(api, ana) };
      const answers = [
        await api.call('patchOpenWearablesUser', { path, body: { first_name: 'Eva' }, as }),
        await api.call('deleteOpenWearablesUser', { path, as }),
      ];
      for (const { status, json, headers } of answers) {
        if (as === 'second-developer') {
          expect([status, json]).toEqual([404, { detail: `User with ID: ${path.user_id} not found.` }]);
          continue;
        }
        expect([status, json]).toEqual([401, { detail: 'Could not validate credentials' }]);
        expect(headers['www-authenticate']).toBe('Bearer');
      }
      expect(jsonOf(await show(path.user_id)).first_name).toBe('Ana');
    },
  );

  test('a user is created, listed and shown for a developer, and not without a credential', async () => {
    const calls = [
      ['createOpenWearablesUser', { body: ana }, 201],
      ['listOpenWearablesUsers', {}, 200],
      ['getOpenWearablesUser', { path: { user_id: '00000000-0000-4000-8000-000000000002' } }, 200],
      ['listOpenWearablesConnections', { path: { user_id: '00000000-0000-4000-8000-000000000002' } }, 200],
    ] as const;
    for (const [id, call, status] of calls) {
      expect((await api.call(id, { ...call, as: 'developer' })).status).toBe(status);
      const refused = await api.call(id, { ...call, as: 'none' });
      expect([refused.status, refused.json]).toEqual([401, { detail: 'Invalid or missing API key' }]);
    }
  });

  test('a user of another tenant looks like an unknown user', async () => {
    const id = await newUserId(api, ana);
    const answer = await api.call('getOpenWearablesUser', { path: { user_id: id }, as: 'second-key' });
    expect([answer.status, answer.json]).toEqual([404, { detail: `User with ID: ${id} not found.` }]);
    const query = { search: 'ana' };
    expect(jsonOf(await api.call('listOpenWearablesUsers', { query, as: 'second-key' })).total).toBe(0);
    const own = await api.call('createOpenWearablesUser', { body: ana, as: 'second-key' });
    expect(own.status).toBe(201);
    expect(jsonOf(own).id).not.toBe(id);
    expect(await connectionsOf(api, id)).toEqual([]);
  });
});

test.each(['no-uuid', '{00000000-0000-4000-8000-000000000002}'])('the user id %s is a 400', async (id) => {
  for (const answer of [await show(id), await patch(id, {}), await remove(id)])
    expect([answer.status, answer.json]).toEqual([400, { detail: 'user_id: must be a UUID' }]);
});
