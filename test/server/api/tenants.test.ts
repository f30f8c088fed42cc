import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../../server/start-server.ts';
import { vendorNames } from '../../../spec/vendors.ts';
import { readDocument } from '../../support/contract-documents.ts';
import { ask, post } from '../../support/raw-http.ts';
import { keyHeaders, listPath, noConnections, unknown, validKey } from '../../support/vendor-calls.ts';

interface Workspace {
  readonly id: string;
  readonly own_user_id: string;
  readonly keys: Record<(typeof vendorNames)[number], string>;
}

let server: RunningServer;
let one: Workspace;
let other: Workspace;
/** A connection of the other workspace's own user, and its id. */
let connection: Record<string, unknown>;
let connectionId: string;
beforeAll(async () => {
  server = await startServer();
  [one, other] = await Promise.all([makeWorkspace(), makeWorkspace()]);
  const made = await post(server.url, `${pathOf(other)}/connections`, { provider: 'polar', label: 'theirs' });
  connection = made.json as Record<string, unknown>;
  connectionId = String(connection.id);
});
afterAll(() => server.close());

async function makeWorkspace(): Promise<Workspace> {
  return (await post(server.url, '/sandbox/workspaces', {})).json as Workspace;
}

function pathOf({ id, own_user_id: userId }: Workspace): string {
  return `/sandbox/workspaces/${id}/users/${userId}`;
}

describe.each(vendorNames)('%s', (vendor) => {
  const list = (workspace: Workspace, userId: string) =>
    ask(server.url, { path: listPath(vendor, userId), headers: keyHeaders[vendor](workspace.keys[vendor]) });

  test("answers for another workspace's user as for an unknown user", async () => {
    const [theirs, forUnknown, own] = await Promise.all([
      list(one, other.own_user_id),
      list(one, unknown),
      list(other, other.own_user_id),
    ]);
    expect({ status: theirs.status, text: theirs.text }).toEqual({ status: 404, text: forUnknown.text });
    expect(own.status).toBe(200);
  });

  test('lists only the connections of the workspace of the key', async () => {
    const id = crypto.randomUUID();
    const provider = vendor === 'mielto' ? 'notion' : 'garmin';
    for (const workspace of [one, other]) {
      await post(server.url, `/sandbox/workspaces/${workspace.id}/users`, { id });
    }
    await post(server.url, `/sandbox/workspaces/${other.id}/users/${id}/connections`, { provider });
    expect((await list(one, id)).text).not.toContain(provider);
    expect((await list(other, id)).text).toContain(provider);
  });
});

test.each(['a header', 'no header'])(
  "mielto's token does not give access to another workspace, with %s",
  async (how) => {
    const path = listPath('mielto', other.own_user_id);
    const workspace = how === 'a header' ? { 'X-Workspace-Id': other.id } : {};
    for (const key of [keyHeaders.mielto(one.keys.mielto), validKey('mielto')]) {
      const answer = await ask(server.url, { path, headers: { ...key, ...workspace } });
      expect({ status: answer.status, json: answer.json }).toEqual({
        status: 404,
        json: { detail: 'Connection not found' },
      });
    }
  },
);

describe('the sandbox API', () => {
  const document = readDocument('sandbox.yaml') as { paths: Record<string, Record<string, unknown>> };
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.keys(item)
      .filter((method) => method !== 'parameters' && path.includes('{user_id}'))
      .map((method) => ({ method: method.toUpperCase(), path })),
  );

  test('has operations on users and connections', () => {
    expect(operations.length).toBe(12);
  });

  const call = (operation: (typeof operations)[number], userId: string, id: string) => {
    const path = operation.path
      .replace('{workspace_id}', one.id)
      .replace('{user_id}', userId)
      .replace('{connection_id}', id);
    const body = path.endsWith('/fail') ? { cause: 'unknown' } : { provider: 'garmin' };
    return operation.method === 'POST'
      ? post(server.url, path, body)
      : ask(server.url, { method: operation.method, path });
  };

  test.each(operations)('hides data of another workspace: $method $path', async (operation) => {
    const [theirs, forUnknown] = await Promise.all([
      call(operation, other.own_user_id, connectionId),
      call(operation, unknown, unknown),
    ]);
    expect({ status: theirs.status, text: theirs.text }).toEqual({ status: 404, text: forUnknown.text });

    if (operation.path.includes('{connection_id}')) {
      const ofOwnUser = await call(operation, one.own_user_id, connectionId);
      expect(ofOwnUser.status).toBe(404);
      const ofOtherUser = await call(operation, noConnections, connectionId);
      expect(ofOtherUser.status).toBe(404);
    }
    const untouched = await ask(server.url, { path: `${pathOf(other)}/connections/${connectionId}` });
    expect(untouched.json).toEqual(connection);
  });

  test('allows two workspaces to use the same id for a connection', async () => {
    const path = `${pathOf(one)}/connections`;
    const made = await post(server.url, path, { provider: 'polar', id: connectionId });
    expect(made.status).toBe(201);
    await ask(server.url, { method: 'DELETE', path: `${path}/${connectionId}` });
    const untouched = await ask(server.url, { path: `${pathOf(other)}/connections/${connectionId}` });
    expect(untouched.json).toEqual(connection);
  });

  test('deletes only the data of the deleted workspace', async () => {
    const third = await makeWorkspace();
    await ask(server.url, { method: 'DELETE', path: `/sandbox/workspaces/${third.id}` });
    expect((await ask(server.url, { path: pathOf(third) })).status).toBe(404);
    expect((await ask(server.url, { path: pathOf(other) })).status).toBe(200);
    expect(
      (await ask(server.url, { path: `/sandbox/workspaces/ws_sandbox/users/${noConnections}` })).status,
    ).toBe(200);
  });

  test('shows the keys of a workspace only when it is created', async () => {
    const { keys } = one;
    const paths = [
      '/sandbox/workspaces',
      `/sandbox/workspaces/${one.id}`,
      `/sandbox/workspaces/${one.id}/users`,
    ];
    for (const path of paths) {
      const { text } = await ask(server.url, { path });
      for (const key of Object.values(keys)) expect(text).not.toContain(key);
    }
  });
});
