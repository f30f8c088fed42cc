import { randomUUID } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../../server/create-app.ts';
import { defaultWorkspaces } from '../../../server/scenarios/default-workspaces.ts';
import { openStore, type Store } from '../../../server/store/open-store.ts';
import { scenarioUsers } from '../../../spec/scenarios.ts';
import { vendorNames } from '../../../spec/vendors.ts';
import { databases, sqliteFile, type TestDatabase } from '../../support/databases.ts';
import { ask, post, type RawAnswer } from '../../support/raw-http.ts';
import { propertyRuns } from '../../support/repetitions.ts';
import { captureLog, serve } from '../../support/serve.ts';
import { keyHeaders, keys, listPath, noConnections, validKey } from '../../support/vendor-calls.ts';

const connections = `/sandbox/workspaces/ws_sandbox/users/${noConnections}/connections`;

interface Served {
  readonly url: string;
  readonly lines: () => Record<string, unknown>[];
  close(): Promise<void>;
}

async function serveStore(store: Store, useCache: boolean): Promise<Served> {
  const { log, lines } = captureLog();
  const app = createApp({
    store,
    log,
    now: () => new Date().toISOString(),
    newId: randomUUID,
    allowedHosts: [],
    docsFolder: new URL('../../../generated/docs/', import.meta.url),
    useCache,
  });
  return { ...(await serve(app)), lines };
}

/** The parts of an answer that are the same for equal requests. */
function seen({ status, headers, text }: RawAnswer) {
  const { date: _, 'x-request-id': __, ...rest } = headers;
  return { status, headers: rest, text };
}

const read = fc.record({
  vendor: fc.constantFrom(...vendorNames),
  user: fc.constantFrom(
    noConnections,
    ...scenarioUsers.slice(0, 3).map(({ userId }) => userId),
    'no-such-user',
  ),
  query: fc.constantFrom('', '?limit=1', '?status=active', '?skip=1&limit=2', '?limit=0', '?x=1'),
  key: fc.constantFrom('first', 'second', 'revoked'),
  workspace: fc.constantFrom(undefined, 'ws_sandbox', 'ws_second'),
});
const change = fc.record({
  provider: fc.constantFrom('garmin', 'slack', 'oura'),
  after: fc.constantFrom('sync', 'expire', 'revoke', 'deactivate', 'reconnect', 'delete', 'reset', 'nothing'),
});
const steps = fc.array(fc.oneof({ arbitrary: read, weight: 4 }, { arbitrary: change, weight: 1 }), {
  minLength: 5,
  maxLength: 40,
});

describe.each(databases)('the answer cache, $name', ({ create }) => {
  let database: TestDatabase;
  let store: Store;
  let cached: Served;
  let uncached: Served;
  beforeAll(async () => {
    database = await create();
    store = await openStore({ data: database.data, now: () => new Date().toISOString() });
    [cached, uncached] = await Promise.all([serveStore(store, true), serveStore(store, false)]);
  });
  afterAll(async () => {
    await cached.close();
    await uncached.close();
    await store.close();
    await database.dispose();
  });

  async function compare({
    vendor,
    user,
    query,
    key,
    workspace,
  }: typeof read extends fc.Arbitrary<infer R> ? R : never) {
    const headers = {
      ...keyHeaders[vendor](keys[vendor][key]),
      ...(workspace === undefined ? {} : { 'X-Workspace-Id': workspace }),
    };
    const request = { path: listPath(vendor, user) + query, headers };
    const [one, again, fresh] = [
      await ask(cached.url, request),
      await ask(cached.url, request),
      await ask(uncached.url, request),
    ];
    expect(seen(one)).toEqual(seen(fresh));
    expect(seen(again)).toEqual(seen(fresh));
  }

  async function apply({ provider, after }: typeof change extends fc.Arbitrary<infer C> ? C : never) {
    if (after === 'reset') return void (await ask(uncached.url, { method: 'POST', path: '/sandbox/reset' }));
    const made = await post(uncached.url, connections, { provider });
    const { id } = made.json as { readonly id?: string };
    if (id === undefined || after === 'nothing') return;
    if (after === 'delete') await ask(uncached.url, { method: 'DELETE', path: `${connections}/${id}` });
    else await ask(uncached.url, { method: 'POST', path: `${connections}/${id}/${after}` });
  }

  test('always answers like a server without a cache', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (sequence) => {
        for (const step of sequence) await ('vendor' in step ? compare(step) : apply(step));
      }),
      propertyRuns(25),
    );
  });

  test('gives each answer its own id and its own line in the log', async () => {
    const request = { path: listPath('junction', noConnections), headers: validKey('junction') };
    const ids = new Set<unknown>();
    for (let count = 0; count < 3; count += 1) {
      ids.add((await ask(cached.url, request)).headers['x-request-id']);
    }
    expect(ids.size).toBe(3);
    const lines = cached.lines().filter(({ id }) => ids.has(id));
    expect(lines).toHaveLength(3);
    expect(new Set(lines.map(({ id, time, milliseconds, ...same }) => JSON.stringify(same))).size).toBe(1);
  });
});

test('an answer that violates the contract is neither sent nor cached', async () => {
  const database = await sqliteFile.create();
  const store = await openStore({ data: database.data, now: () => new Date().toISOString() });
  const served = await serveStore(store, true);
  const file = new DatabaseSync(database.data);
  try {
    // A user with rows of its own: the connections of scenarios are in code.
    const { ownUserId } = defaultWorkspaces[0];
    const request = { path: listPath('mielto', ownUserId), headers: validKey('mielto') };
    expect((await ask(served.url, request)).status).toBe(200);
    const spoil = (type: string) =>
      file.exec(
        `update connections set integration_type = '${type}' where provider = 'slack';
         update workspaces set version = version + 1`,
      );
    spoil('no-such-type');
    for (let count = 0; count < 3; count += 1) expect((await ask(served.url, request)).status).toBe(500);
    spoil('connectors');
    expect((await ask(served.url, request)).status).toBe(200);
  } finally {
    file.close();
    await served.close();
    await store.close();
    await database.dispose();
  }
});
