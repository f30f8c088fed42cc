import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../../server/start-server.ts';
import { drivers, type TestDatabase } from '../../support/databases.ts';
import { ask, post } from '../../support/raw-http.ts';
import { createResponseCheck } from '../../support/response-check.ts';
import { keyHeaders, keys, listPath } from '../../support/vendor-calls.ts';

const checkResponse = createResponseCheck('sandbox.yaml');
const workspace = '/sandbox/workspaces/{workspace_id}';
const limits = { workspaces: 5, users: 15, connections: 3, configBytes: 400, listBytes: 1000 };
const users = '/sandbox/workspaces/ws_sandbox/users';

describe.each(drivers)('the limits of the server, $name', (kind) => {
  let database: TestDatabase;
  let server: RunningServer;
  beforeAll(async () => {
    database = await kind.create();
    server = await startServer({ data: database.data, limits });
  });
  afterAll(async () => {
    await server.close();
    await database.dispose();
  });

  const newUser = async (path = users) => {
    const answer = await post(server.url, path, {});
    expect(answer.status).toBe(201);
    return `${path}/${(answer.json as { id: string }).id}`;
  };
  const remove = async (path: string) => {
    expect((await ask(server.url, { method: 'DELETE', path })).status).toBe(204);
  };

  test('refuse what is too much, even if it is created at once, until something is removed', async () => {
    const statuses = async (count: number, path: string, body: unknown) =>
      (await Promise.all(Array.from({ length: count }, () => post(server.url, path, body))))
        .map(({ status }) => status)
        .sort();
    expect(await statuses(4, '/sandbox/workspaces', {})).toEqual([201, 201, 409, 409]);
    const refused = await post(server.url, '/sandbox/workspaces', {});
    expect(await checkResponse({ method: 'post', path: '/sandbox/workspaces' }, refused)).toEqual([]);
    expect(refused.json).toMatchObject({
      status: 409,
      detail:
        'The server has as many workspaces as its limit allows: 5. Delete some, or start the server with a higher --limit workspaces=NUMBER.',
    });
    await remove('/sandbox/workspaces/ws_second');
    expect((await post(server.url, '/sandbox/workspaces', {})).status).toBe(201);

    expect(await statuses(5, users, {})).toEqual([201, 201, 201, 409, 409]);
    const userRefused = await post(server.url, users, {});
    expect(await checkResponse({ method: 'post', path: `${workspace}/users` }, userRefused)).toEqual([]);
    expect(userRefused.json).toMatchObject({ detail: expect.stringContaining('as many users') });
    await remove(`${users}/00000000-0000-4000-8000-000000000001`);
    const connections = `${await newUser()}/connections`;
    expect(await statuses(5, connections, { provider: 'slack' })).toEqual([201, 201, 201, 409, 409]);
    const connectionRefused = await post(server.url, connections, { provider: 'slack' });
    const operation = { method: 'post', path: `${workspace}/users/{user_id}/connections` };
    expect(await checkResponse(operation, connectionRefused)).toEqual([]);
    expect(connectionRefused.json).toMatchObject({ detail: expect.stringContaining('as many connections') });
  });

  test('bound the bytes of one connection and of all connections of a user', async () => {
    const { json } = await ask(server.url, { path: '/sandbox/workspaces' });
    const ids = (json as { workspaces: { id: string }[] }).workspaces.map(({ id }) => id);
    const other = ids.find((id) => id !== 'ws_sandbox');
    const user = await newUser(`/sandbox/workspaces/${other}/users`);
    const create = (letters: number) =>
      post(server.url, `${user}/connections`, { provider: 'slack', config: { text: 'é'.repeat(letters) } });
    const tooLarge = await create(200);
    expect(tooLarge).toMatchObject({
      status: 422,
      json: { errors: [{ pointer: '/body/config', detail: 'must not be larger than 400 bytes' }] },
    });
    expect((await create(190)).status).toBe(201);
    expect((await create(190)).status).toBe(201);
    const refused = await create(190);
    expect(refused).toMatchObject({
      status: 409,
      json: { detail: expect.stringContaining('larger together than the limit allows: 1000 bytes') },
    });
    expect((await create(50)).status).toBe(201);
  });

  test('do not change the answers of scenario users that already exceed them', async () => {
    const many = '00000000-0000-4000-8000-000000000008';
    const list = () =>
      ask(server.url, { path: listPath('mielto', many), headers: keyHeaders.mielto(keys.mielto.first) });
    expect((await list()).json).toMatchObject({ total: 1200 });
    const refused = await post(server.url, `${users}/${many}/connections`, { provider: 'slack' });
    expect(refused.status).toBe(409);
    expect((await list()).json).toMatchObject({ total: 1200 });
  });
});

test.each([{ workspaces: 0 }, { users: 1.5 }, { connections: Number.NaN }, { configBytes: 2e9 }])(
  'a limit that is not a whole number from 1 to 1000000000 is refused at the start: %o',
  async (wrong) => {
    await expect(startServer({ limits: wrong })).rejects.toThrow(
      /^Cannot start: the limit \w+ is .+\. Use a whole number from 1 to 1000000000\.$/,
    );
  },
);
