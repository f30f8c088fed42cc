import { Kysely, sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { startServer } from '../../../server/start-server.ts';
import { isStoreUnavailable } from '../../../server/store/is-store-unavailable.ts';
import { createPostgresDialect } from '../../../server/store/postgres-dialect.ts';
import type { Tables } from '../../../server/store/tables.ts';
import { createTransactions } from '../../../server/store/transactions.ts';
import { postgres } from '../../support/databases.ts';
import { ask, post } from '../../support/raw-http.ts';
import { startCli } from '../../support/run-cli.ts';
import { type Relay, startRelay } from '../../support/start-relay.ts';
import { listPath, noConnections, validKey, vendorLists } from '../../support/vendor-calls.ts';

const users = '/sandbox/workspaces/ws_sandbox/users';

/** Requests of each kind, more than the server has connections to the database. */
const burst = (url: string) =>
  Array.from({ length: 5 }, () => [
    ...vendorLists.map(({ vendor }) =>
      ask(url, { path: listPath(vendor, noConnections), headers: validKey(vendor) }),
    ),
    ask(url, { path: users }),
    post(url, users, {}),
  ]).flat();

async function connect(url: string): Promise<Kysely<Tables>> {
  return new Kysely<Tables>({ dialect: await createPostgresDialect({ url, onIdleError: () => undefined }) });
}

async function withRelay(use: (relay: Relay, direct: string) => Promise<void>): Promise<void> {
  const database = await postgres.create();
  const relay = await startRelay(database.data);
  try {
    await use(relay, database.data);
  } finally {
    await relay.cut();
    await database.dispose();
  }
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

// Most of the time they wait, so they wait at the same time.
describe.concurrent('a database that is suspended', () => {
  test('does not delay an answer longer than stated: it is 503 with Retry-After', () =>
    withRelay(async (relay) => {
      const server = await startServer({ data: relay.data });
      for (const { status } of await Promise.all(burst(server.url))) expect(status).toBeLessThan(300);
      relay.freeze();
      const seconds = await secondsOf(async () => {
        for (const { status, headers } of await Promise.all(burst(server.url))) {
          expect({ status, retryAfter: headers['retry-after'] }).toEqual({ status: 503, retryAfter: '5' });
        }
      });
      expect(seconds).toBeLessThan(15);
      expect((await ask(server.url, { path: '/healthz' })).status).toBe(200);
      await server.close();
    }));

  test('does not delay a statement of a transaction longer than stated, nor keep its locks', () =>
    withRelay(async (relay, direct) => {
      const db = await connect(relay.data);
      const { transact } = createTransactions({ db, dialect: 'postgres' });
      let failure: unknown;
      const seconds = await secondsOf(async () => {
        failure = await transact(async (transaction) => {
          relay.freeze();
          await sql`select 1`.execute(transaction);
        }).catch((error: unknown) => error);
      });
      expect(String(failure)).toMatch(/timeout/);
      expect(isStoreUnavailable(failure)).toBe(true);
      expect(seconds).toBeLessThan(13);
      await db.destroy();

      const other = await connect(direct);
      const { transactAlone } = createTransactions({ db: other, dialect: 'postgres' });
      await transactAlone(async () => undefined);
      await other.destroy();
    }));

  test('does not delay the end of the process', () =>
    withRelay(async (relay) => {
      const serving = startCli(['serve', '--port', '0', '--data', relay.data]);
      const [url = ''] = await serving.until(/http:\/\/127\.0\.0\.1:\d+/);
      await Promise.all(burst(url));
      relay.freeze();
      serving.child.kill('SIGTERM');
      const seconds = await secondsOf(async () => expect((await serving.ended).code).toBe(0));
      expect(seconds).toBeLessThan(6);
    }));

  test('does not delay the end of the process longer than stated while requests wait for it', () =>
    withRelay(async (relay) => {
      const serving = startCli(['serve', '--port', '0', '--data', relay.data]);
      const [url = ''] = await serving.until(/http:\/\/127\.0\.0\.1:\d+/);
      await Promise.all(burst(url));
      relay.freeze();
      const waiting = Promise.allSettled(burst(url));
      // Connections are accepted in the order in which they are opened.
      await ask(url, { path: '/healthz' });
      serving.child.kill('SIGTERM');
      const seconds = await secondsOf(async () => expect((await serving.ended).code).toBe(0));
      expect(seconds).toBeLessThan(16);
      await waiting;
    }));
});
