import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../../server/start-server.ts';
import { scenarioUsers } from '../../../spec/scenarios.ts';
import { readDocument } from '../../support/contract-documents.ts';
import { ask, post, type RawAnswer } from '../../support/raw-http.ts';
import { createResponseCheck } from '../../support/response-check.ts';
import { noConnections } from '../../support/vendor-calls.ts';

let server: RunningServer;
beforeAll(async () => {
  server = await startServer({ now: () => new Date('2025-06-02T12:34:56.789Z') });
});
afterAll(() => server.close());

const checkResponse = createResponseCheck('sandbox.yaml');
const workspace = '/sandbox/workspaces/{workspace_id}';
const user = `${workspace}/users/{user_id}`;
const connection = `${user}/connections/{connection_id}`;
const names = {
  workspace_id: 'ws_sandbox',
  user_id: '00000000-0000-4000-8000-00000000f00d',
  connection_id: '00000000-0000-4000-a000-00000000f00d',
};

function filled(path: string, values: Readonly<Record<string, string>> = names): string {
  return path.replaceAll(/\{(\w+)\}/g, (_, name) => values[name] ?? '');
}

/** Every operation once, in an order in which all succeed. */
const calls: readonly (readonly [method: string, path: string, status: number, body?: object])[] = [
  ['get', '/sandbox/scenarios', 200],
  ['get', '/sandbox/providers', 200],
  ['get', '/sandbox/workspaces', 200],
  ['get', workspace, 200],
  ['get', `${workspace}/users`, 200],
  ['post', `${workspace}/users`, 201, { id: names.user_id }],
  ['get', user, 200],
  ['get', `${user}/connections`, 200],
  ['post', `${user}/connections`, 201, { provider: 'garmin', id: names.connection_id }],
  ['get', connection, 200],
  ['post', `${connection}/sync`, 200],
  ['post', `${connection}/expire`, 200],
  ['post', `${connection}/reconnect`, 200],
  ['post', `${connection}/fail`, 200, { cause: 'provider_password_expired', message: 'Over.' }],
  ['post', `${connection}/revoke`, 200],
  ['post', `${connection}/deactivate`, 200],
  ['delete', connection, 204],
  ['delete', user, 204],
  ['get', `${workspace}/requests`, 200],
  ['delete', `${workspace}/requests`, 204],
  ['post', '/sandbox/workspaces', 201, {}],
  ['get', `${workspace}/clock`, 200],
  ['post', `${workspace}/clock/freeze`, 200],
  ['post', `${workspace}/clock/run`, 200],
  ['post', `${workspace}/clock/advance`, 200, { by: 'P1D' }],
  ['delete', workspace, 204],
  ['post', '/sandbox/reset', 204],
];

test('each operation succeeds as the contract says', async () => {
  for (const [method, path, status, body] of calls) {
    const answer: RawAnswer =
      body === undefined
        ? await ask(server.url, { method: method.toUpperCase(), path: filled(path) })
        : await post(server.url, filled(path), body);
    const findings = await checkResponse({ method, path }, answer);
    expect({ method, path, status: answer.status, findings }).toEqual({ method, path, status, findings: [] });
    if (status === 201) {
      const made = await ask(server.url, { path: String(answer.headers.location) });
      const { keys: _, developer_tokens: __, ...shown } = answer.json as Record<string, unknown>;
      expect(made.json).toEqual(shown);
    }
  }
});

test('every operation of the contract is called', () => {
  const { paths } = readDocument('sandbox.yaml') as { paths: Record<string, object> };
  const declared = Object.entries(paths).flatMap(([path, item]) =>
    Object.keys(item).flatMap((method) => (method === 'parameters' ? [] : [`${method} ${path}`])),
  );
  expect(calls.map(([method, path]) => `${method} ${path}`).sort()).toEqual(declared.sort());
});

test.each([
  ['a user that exists', 'post', `${workspace}/users`, { id: noConnections }, 409],
  ['a wearable that is connected', 'post', `${user}/connections`, { provider: 'garmin' }, 409],
  ['an illegal transition', 'post', `${connection}/sync`, undefined, 409],
  ['a malformed cause', 'post', `${connection}/fail`, { cause: 'Tired!' }, 422],
  ['a workspace that does not exist', 'get', workspace, undefined, 404],
  ['a workspace id that cannot exist', 'get', workspace, undefined, 422],
] as const)('%s is refused as the contract says', async (what, method, path, body, status) => {
  const pageUser = '550e8400-e29b-41d4-a716-446655440000';
  const expired = '789e0123-e89b-12d3-a456-426614174002';
  const workspaceId = status === 404 ? 'ws_nothing' : what.includes('cannot') ? 'no-name' : 'ws_sandbox';
  const target = filled(path, { workspace_id: workspaceId, user_id: pageUser, connection_id: expired });
  const answer =
    body === undefined
      ? await ask(server.url, { method: method.toUpperCase(), path: target })
      : await post(server.url, target, body);
  expect({ status: answer.status, findings: await checkResponse({ method, path }, answer) }).toEqual({
    status,
    findings: [],
  });
});

test.each([1, 2, 7])('pages of %i contain every user once, ordered by id', async (limit) => {
  const path = '/sandbox/workspaces/ws_second/users';
  const seen: string[] = [];
  let next: string | null = '';
  while (next !== null) {
    const after: string = next === '' ? '' : `&after=${next}`;
    const { json } = await ask(server.url, { path: `${path}?limit=${limit}${after}` });
    const page = json as { users: { id: string }[]; next: string | null };
    expect(page.users.length).toBeLessThanOrEqual(limit);
    seen.push(...page.users.map(({ id }) => id));
    next = page.next;
  }
  expect(seen).toHaveLength(scenarioUsers.length + 1);
  expect(seen).toEqual([...new Set(seen)].sort());
});
