import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../../server/start-server.ts';
import { list, type Page, pageOf } from './mielto-list.ts';

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

describe('a filtered list', () => {
  test.each(['active', 'inactive', 'testing', 'error', 'expired'])(
    'contains only the connections with the status %s',
    async (status) => {
      const all = await pageOf(server.url, 'every-state', '');
      const some = await pageOf(server.url, 'every-state', `status=${status}`);
      expect(some.connections).toEqual(all.connections.filter((connection) => connection.status === status));
      expect(some.total).toBe(some.connections.length);
      expect(some.total).toBeGreaterThan(0);
    },
  );

  test('contains only the connections that match both filters', async () => {
    const query = 'status=testing&integration_type=api&limit=1000';
    const all = await pageOf(server.url, 'many-connections', 'limit=1000');
    const rest = await pageOf(server.url, 'many-connections', 'limit=1000&skip=1000');
    const both = [...all.connections, ...rest.connections].filter(
      (connection) => connection.status === 'testing' && connection.integration_type === 'api',
    );
    expect(await pageOf(server.url, 'many-connections', query)).toEqual({
      connections: both,
      total: both.length,
      page: 1,
      size: 1000,
    });
  });

  test('is empty if nothing matches', async () => {
    expect(await pageOf(server.url, 'no-connections', 'status=error&integration_type=mcp')).toEqual({
      connections: [],
      total: 0,
      page: 1,
      size: 100,
    });
  });
});

test.each([7, 100, 999, 1000])('pages of %i contain every connection once, newest first', async (limit) => {
  const seen: Page['connections'][number][] = [];
  for (let skip = 0; ; skip += limit) {
    const { connections, total, page, size } = await pageOf(
      server.url,
      'many-connections',
      `skip=${skip}&limit=${limit}`,
    );
    expect({ total, page, size }).toEqual({ total: 1200, page: skip / limit + 1, size: limit });
    if (connections.length === 0) break;
    seen.push(...connections);
  }
  expect(new Set(seen.map(({ id }) => id)).size).toBe(1200);
  const sorted = seen.toSorted(
    (one, other) => other.created_at.localeCompare(one.created_at) || (one.id < other.id ? -1 : 1),
  );
  expect(seen).toEqual(sorted);
});

test.each([
  ["the token's workspace", 'ws_sandbox', 200],
  ['another workspace', 'ws_second', 404],
  ['an unknown workspace', 'ws_nothing', 404],
  ["the token's workspace in upper case", 'WS_SANDBOX', 404],
  ['the word null', 'null', 404],
  ['an empty value', '', 404],
  ["the token's workspace twice", ['ws_sandbox', 'ws_sandbox'], 404],
  ["the token's workspace and another", ['ws_sandbox', 'ws_second'], 404],
])('X-Workspace-Id must name the workspace of the token: %s', async (_, workspace, status) => {
  const answer = await list(server.url, 'no-connections', '', { 'X-Workspace-Id': workspace });
  expect(answer.status).toBe(status);
  if (status === 404) expect(answer.json).toEqual({ detail: 'Connection not found' });
});
