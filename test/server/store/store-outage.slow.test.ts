import { randomUUID } from 'node:crypto';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../../server/start-server.ts';
import { postgres, type TestDatabase } from '../../support/databases.ts';
import { ask, post } from '../../support/raw-http.ts';
import { createResponseCheck } from '../../support/response-check.ts';
import { listPath, noConnections, validKey, vendorLists } from '../../support/vendor-calls.ts';

let database: TestDatabase;
let line: Awaited<ReturnType<typeof cuttableLine>>;
let server: RunningServer;
beforeAll(async () => {
  database = await postgres.create();
  line = await cuttableLine(database.data);
  server = await startServer({ data: line.data });
});
afterAll(async () => {
  await server.close();
  await line.cut();
  await database.dispose();
});

/** A line to a PostgreSQL that can be cut, so that nobody answers there, and fixed. */
async function cuttableLine(data: string) {
  const target = new URL(data);
  const sockets = new Set<Socket>();
  const keep = (socket: Socket) => sockets.add(socket.on('error', () => undefined));
  const relay = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    keep(near);
    keep(far);
    near.pipe(far).pipe(near);
  });
  const listen = (port: number) => new Promise<void>((done) => relay.listen(port, '127.0.0.1', done));
  await listen(0);
  const { port } = relay.address() as AddressInfo;
  const url = new URL(data);
  url.host = `127.0.0.1:${port}`;
  return {
    data: url.href,
    async cut() {
      const closed = new Promise((done) => relay.close(done));
      for (const socket of sockets) socket.destroy();
      sockets.clear();
      await closed;
    },
    fix: () => listen(port),
  };
}

async function whileAway(work: () => Promise<void>): Promise<void> {
  await line.cut();
  try {
    await work();
  } finally {
    await line.fix();
  }
}

/** Asks again for as long as the server says that its database is away. What is not a read may meet a closed connection. */
async function afterOutage(again: () => Promise<{ readonly status: number }>): Promise<number> {
  for (;;) {
    const { status } = await again();
    if (status !== 503) return status;
  }
}

describe('where the database goes away', () => {
  test.each(vendorLists)('$vendor answers 503 and says when to try again, then recovers', async (entry) => {
    const path = listPath(entry.vendor, noConnections);
    const request = { path, headers: validKey(entry.vendor) };
    const checkResponse = createResponseCheck(entry.document);
    expect((await ask(server.url, request)).status).toBe(200);
    await whileAway(async () => {
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
    await whileAway(async () => {
      const answer = await post(server.url, path, { provider: 'slack' });
      expect(answer.status).toBe(503);
      const checkResponse = createResponseCheck('sandbox.yaml');
      const template = '/sandbox/workspaces/{workspace_id}/users/{user_id}/connections';
      expect(await checkResponse({ method: 'post', path: template }, answer)).toEqual([]);
    });
    expect(await afterOutage(() => post(server.url, path, { provider: 'slack' }))).toBe(201);
  });

  test('the process is alive and not ready', async () => {
    const ready = () => ask(server.url, { path: '/readyz' });
    expect((await ready()).status).toBe(200);
    await whileAway(async () => {
      const answer = await ready();
      expect(answer).toMatchObject({ status: 503, json: { status: 'unavailable' } });
      expect(answer.headers['retry-after']).toBe('5');
      expect((await ask(server.url, { path: '/healthz' })).status).toBe(200);
    });
    expect(await afterOutage(ready)).toBe(200);
  });

  test('no read fails when the database ends every connection, again and again', async () => {
    // Each asks for another user, or the memory would answer.
    const request = () => ({
      path: listPath('mielto', `nobody-${randomUUID()}`),
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

describe('PostgreSQL’s own rules for text', () => {
  const users = '/sandbox/workspaces/ws_sandbox/users';
  const connections = `${users}/${noConnections}/connections`;
  const nul = 'a\0b';

  test.each([
    ['a label', { provider: 'slack', label: nul }],
    ['an account', { provider: 'slack', external_account: { id: nul, username: nul } }],
    ['scopes', { provider: 'slack', granted_scopes: nul }],
    ['a credential', { provider: 'slack', credential_id: nul }],
    ['a maker', { provider: 'slack', created_by: nul }],
    ['half a pair of surrogates', { provider: 'slack', label: '\ud800' }],
  ])('refuse NUL in %s as a fault of the request', async (_, body) => {
    expect((await post(server.url, connections, body)).status).toBe(422);
  });

  test('refuse NUL in the rest too', async () => {
    expect((await post(server.url, '/sandbox/workspaces', { name: nul })).status).toBe(422);
    expect((await ask(server.url, { path: `${users}?after=%00` })).status).toBe(422);
    expect((await ask(server.url, { path: `${connections}?after=a%00` })).status).toBe(422);
    expect((await ask(server.url, { path: '/sandbox/workspaces?after=%00' })).status).toBe(422);
    const made = await post(server.url, connections, { provider: 'slack' });
    const path = `${connections}/${(made.json as { id: string }).id}/fail`;
    expect((await post(server.url, path, { cause: 'unknown', message: nul })).status).toBe(422);
  });

  test('take NUL in what is kept as JSON', async () => {
    const config = { a: [nul, { b: '\ud800' }] };
    const made = await post(server.url, connections, { provider: 'slack', config });
    expect(made).toMatchObject({ status: 201, json: { config } });
    const path = `${connections}/${(made.json as { id: string }).id}`;
    expect(await ask(server.url, { path })).toMatchObject({ status: 200, json: { config } });
  });

  test.each([nul, 'a\ud800'])('refuse the name %j in a config and as a resource', async (name) => {
    const resources = { [name]: { status: 'available', scope_requirements: null } };
    for (const body of [
      { provider: 'slack', config: { a: [{ [name]: 1 }] } },
      { provider: 'oura', resources },
    ]) {
      expect((await post(server.url, connections, body)).status).toBe(422);
    }
  });

  test('let a user of NUL be unknown', async () => {
    const path = listPath('mielto', '%00');
    expect((await ask(server.url, { path, headers: validKey('mielto') })).status).toBe(404);
    const headers = { ...validKey('mielto'), 'X-Workspace-Id': 'ws_\u00e9' };
    expect((await ask(server.url, { path: listPath('mielto', 'a'), headers })).status).toBe(404);
  });
});
