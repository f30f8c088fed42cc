import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../../server/start-server.ts';
import { postgres, type TestDatabase } from '../../support/databases.ts';
import { ask, post } from '../../support/raw-http.ts';
import { createResponseCheck } from '../../support/response-check.ts';
import { type Relay, startRelay } from '../../support/start-relay.ts';
import { listPath, noConnections, validKey, vendorLists } from '../../support/vendor-calls.ts';

let database: TestDatabase;
let relay: Relay;
let server: RunningServer;
beforeAll(async () => {
  database = await postgres.create();
  relay = await startRelay(database.data);
  server = await startServer({ data: relay.data });
});
afterAll(async () => {
  await server.close();
  await relay.cut();
  await database.dispose();
});

async function duringOutage(work: () => Promise<void>): Promise<void> {
  await relay.cut();
  try {
    await work();
  } finally {
    await relay.restore();
  }
}

/** Repeats a request until it is not a 503: after an outage, a write may use a connection that is already closed. */
async function afterOutage(request: () => Promise<{ readonly status: number }>): Promise<number> {
  for (;;) {
    const { status } = await request();
    if (status !== 503) return status;
  }
}

describe('during an outage of the database', () => {
  test.each(vendorLists)('$vendor answers 503 with Retry-After, then recovers', async (entry) => {
    const path = listPath(entry.vendor, noConnections);
    const request = { path, headers: validKey(entry.vendor) };
    const checkResponse = createResponseCheck(entry.document);
    expect((await ask(server.url, request)).status).toBe(200);
    await duringOutage(async () => {
      for (let count = 0; count < 3; count += 1) {
        const answer = await ask(server.url, request);
        expect(answer).toMatchObject({ status: 503, json: { detail: 'Service unavailable' } });
        expect(answer.headers['retry-after']).toBe('5');
        expect(await checkResponse({ method: 'get', path: entry.path }, answer)).toEqual([]);
      }
    });
    expect((await ask(server.url, request)).status).toBe(200);
  });

  test('the sandbox API answers 503, then recovers', async () => {
    const path = `/sandbox/workspaces/ws_sandbox/users/${noConnections}/connections`;
    await duringOutage(async () => {
      const answer = await post(server.url, path, { provider: 'slack' });
      expect(answer.status).toBe(503);
      const checkResponse = createResponseCheck('sandbox.yaml');
      const template = '/sandbox/workspaces/{workspace_id}/users/{user_id}/connections';
      expect(await checkResponse({ method: 'post', path: template }, answer)).toEqual([]);
    });
    expect(await afterOutage(() => post(server.url, path, { provider: 'slack' }))).toBe(201);
  });

  test('the process is healthy but not ready', async () => {
    const ready = () => ask(server.url, { path: '/readyz' });
    expect((await ready()).status).toBe(200);
    await duringOutage(async () => {
      const answer = await ready();
      expect(answer).toMatchObject({ status: 503, json: { status: 'unavailable' } });
      expect(answer.headers['retry-after']).toBe('5');
      expect((await ask(server.url, { path: '/healthz' })).status).toBe(200);
    });
    expect(await afterOutage(ready)).toBe(200);
  });

  test('no read fails if the database repeatedly closes every connection', async () => {
    // Each request is for another user; otherwise the answer would come from the cache.
    const request = () => ({
      path: listPath('mielto', `unknown-${randomUUID()}`),
      headers: validKey('mielto'),
    });
    const burst = () => Promise.all(Array.from({ length: 20 }, () => ask(server.url, request())));
    await burst();
    const client = new pg.Client({ connectionString: database.data });
    await client.connect();
    const terminate = () =>
      client.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      );
    for (let round = 0; round < 20; round += 1) {
      const bursts = [burst(), terminate(), burst(), terminate(), burst()] as const;
      const [first, , second, , third] = await Promise.all(bursts);
      expect([...first, ...second, ...third].map(({ status }) => status)).toEqual(Array(60).fill(404));
    }
    await client.end();
  });
});

describe('text that PostgreSQL cannot store', () => {
  const users = '/sandbox/workspaces/ws_sandbox/users';
  const connections = `${users}/${noConnections}/connections`;
  const nul = 'a\0b';

  test.each([
    ['NUL in the label', { provider: 'slack', label: nul }],
    ['NUL in the account', { provider: 'slack', external_account: { id: nul, username: nul } }],
    ['NUL in the scopes', { provider: 'slack', granted_scopes: nul }],
    ['NUL in the credential', { provider: 'slack', credential_id: nul }],
    ['NUL in the creator', { provider: 'slack', created_by: nul }],
    ['a lone surrogate as the label', { provider: 'slack', label: '\ud800' }],
  ])('a connection with %s is refused with 422', async (_, body) => {
    expect((await post(server.url, connections, body)).status).toBe(422);
  });

  test('NUL is refused with 422 in names, cursors and messages', async () => {
    expect((await post(server.url, '/sandbox/workspaces', { name: nul })).status).toBe(422);
    expect((await ask(server.url, { path: `${users}?after=%00` })).status).toBe(422);
    expect((await ask(server.url, { path: `${connections}?after=a%00` })).status).toBe(422);
    expect((await ask(server.url, { path: '/sandbox/workspaces?after=%00' })).status).toBe(422);
    const created = await post(server.url, connections, { provider: 'slack' });
    const path = `${connections}/${(created.json as { id: string }).id}/fail`;
    expect((await post(server.url, path, { cause: 'unknown', message: nul })).status).toBe(422);
  });

  test('NUL is accepted in a config, which is stored as JSON', async () => {
    const config = { a: [nul, { b: '\ud800' }] };
    const created = await post(server.url, connections, { provider: 'slack', config });
    expect(created).toMatchObject({ status: 201, json: { config } });
    const path = `${connections}/${(created.json as { id: string }).id}`;
    expect(await ask(server.url, { path })).toMatchObject({ status: 200, json: { config } });
  });

  test.each([nul, 'a\ud800'])('the name %j is refused in a config and as a resource', async (name) => {
    const resources = { [name]: { status: 'available', scope_requirements: null } };
    for (const body of [
      { provider: 'slack', config: { a: [{ [name]: 1 }] } },
      { provider: 'oura', resources },
    ]) {
      expect((await post(server.url, connections, body)).status).toBe(422);
    }
  });

  test('a user id of NUL is an unknown user', async () => {
    const path = listPath('mielto', '%00');
    expect((await ask(server.url, { path, headers: validKey('mielto') })).status).toBe(404);
    const headers = { ...validKey('mielto'), 'X-Workspace-Id': 'ws_\u00e9' };
    expect((await ask(server.url, { path: listPath('mielto', 'a'), headers })).status).toBe(404);
  });
});
