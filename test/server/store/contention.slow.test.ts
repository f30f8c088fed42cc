import { expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../../server/start-server.ts';
import { scenarioUsers } from '../../../spec/scenarios.ts';
import { postgres } from '../../support/databases.ts';
import { ask, post } from '../../support/raw-http.ts';

const [{ userId }] = scenarioUsers;
const workspace = '/sandbox/workspaces/ws_sandbox';
const connections = `${workspace}/users/${userId}/connections`;

test('changes and resets at the same time all succeed', async () => {
  const database = await postgres.create();
  // Two servers share the database, as two processes do.
  const servers = await Promise.all([database, database].map(({ data }) => startServer({ data })));
  const statuses = new Map<string, Set<number>>();
  const note = (what: string, { status }: { status: number }) =>
    statuses.set(what, (statuses.get(what) ?? new Set()).add(status));
  let isOver = false;

  async function deleteAndCreate({ url }: RunningServer): Promise<void> {
    while (!isOver) {
      const { json } = await ask(url, { path: connections });
      const [first] = (json as { connections: { id: string; provider: string }[] }).connections;
      if (first === undefined) continue;
      note('delete', await ask(url, { method: 'DELETE', path: `${connections}/${first.id}` }));
      note('create', await post(url, connections, { provider: first.provider }));
    }
  }
  async function createAndDelete({ url }: RunningServer): Promise<void> {
    while (!isOver) {
      const created = await post(url, '/sandbox/workspaces', {});
      note('create workspace', created);
      const path = `/sandbox/workspaces/${(created.json as { id: string }).id}`;
      note('delete workspace', await ask(url, { method: 'DELETE', path }));
    }
  }
  async function resetOften({ url }: RunningServer): Promise<void> {
    for (let count = 0; count < 4; count += 1) note('reset', await post(url, '/sandbox/reset', {}));
  }

  const changes = servers.flatMap((server) => [
    deleteAndCreate(server),
    deleteAndCreate(server),
    createAndDelete(server),
  ]);
  await Promise.all(servers.map(resetOften));
  isOver = true;
  await Promise.all(changes);

  const seen = Object.fromEntries([...statuses].map(([what, set]) => [what, [...set].toSorted()]));
  expect(seen).toEqual({
    // Another client may have changed the connection, and a reset removes every new workspace.
    delete: expect.toSatisfy((all: number[]) => all.every((status) => status === 204 || status === 404)),
    create: expect.toSatisfy((all: number[]) => all.every((status) => status === 201 || status === 409)),
    'create workspace': [201],
    'delete workspace': expect.toSatisfy((all: number[]) =>
      all.every((status) => status === 204 || status === 404),
    ),
    reset: [204],
  });
  await Promise.all(servers.map((server) => server.close()));
  await database.dispose();
});
