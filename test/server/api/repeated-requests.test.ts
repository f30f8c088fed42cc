import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../../server/start-server.ts';
import { vendorNames } from '../../../spec/vendors.ts';
import { ask } from '../../support/raw-http.ts';
import { keyHeaders, keys, listPath, noConnections, unknown, validKey } from '../../support/vendor-calls.ts';

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const pageExample = '550e8400-e29b-41d4-a716-446655440000';

describe.each(vendorNames)('after a valid request to %s', (vendor) => {
  const list = (userId: string, headers: Record<string, string> = validKey(vendor)) =>
    ask(server.url, { path: listPath(vendor, userId), headers });

  beforeAll(async () => {
    expect((await list(pageExample)).status).toBe(200);
  });

  test('the same request is refused without a key, with a wrong key and with a revoked key', async () => {
    for (const headers of [{}, keyHeaders[vendor]('wrong'), keyHeaders[vendor](keys[vendor].revoked)]) {
      expect((await list(pageExample, headers)).status).toBe(401);
    }
  });

  test("another user gets that user's answer", async () => {
    const [first, empty] = [await list(pageExample), await list(noConnections)];
    expect(empty.status).toBe(200);
    expect(empty.text).not.toBe(first.text);
    expect((await list(unknown)).status).toBe(404);
  });

  test('an invalid id is refused', async () => {
    expect((await list('no-uuid')).status).toBe(
      { 'open-wearables': 400, junction: 422, mielto: 404 }[vendor],
    );
  });

  test('Prefer is applied', async () => {
    const answer = await list(pageExample, { ...validKey(vendor), Prefer: 'code=429' });
    expect(answer.status).toBe(429);
  });

  test('a change by the sandbox API is visible at once', async () => {
    const before = await list(pageExample);
    const user = `/sandbox/workspaces/ws_sandbox/users/${pageExample}/connections`;
    const provider = vendor === 'mielto' ? 'jira' : vendor === 'junction' ? 'oura' : 'suunto';
    const made = await ask(server.url, {
      method: 'POST',
      path: user,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ provider }),
    });
    expect((await list(pageExample)).text).toContain(provider);
    await ask(server.url, { method: 'DELETE', path: `${user}/${(made.json as { id: string }).id}` });
    expect((await list(pageExample)).text).toBe(before.text);
  });
});

test("a query that was valid for one of Mielto's workspaces is checked again for another", async () => {
  const path = `${listPath('mielto', pageExample)}?limit=1`;
  const inWorkspace = (id: string) =>
    ask(server.url, { path, headers: { ...validKey('mielto'), 'X-Workspace-Id': id } });
  expect((await inWorkspace('ws_sandbox')).json).toMatchObject({ total: 2, size: 1 });
  expect((await inWorkspace('ws_second')).status).toBe(404);
  expect((await inWorkspace('ws_sandbox')).json).toMatchObject({ total: 2, size: 1 });
});
