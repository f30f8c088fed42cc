import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type RunningServer, startServer } from '../../../server/start-server.ts';
import { vendorNames } from '../../../spec/vendors.ts';
import { lastingDatabases, type TestDatabase } from '../../support/databases.ts';
import { ask, post } from '../../support/raw-http.ts';
import { type RunningProcess, startCli } from '../../support/run-cli.ts';
import { keyHeaders, listPath, noConnections, validKey } from '../../support/vendor-calls.ts';

/** 2,000 in `npm run test:long`. */
const rounds = 80 * inject('repetitions');

const connections = `/sandbox/workspaces/ws_sandbox/users/${noConnections}/connections`;

interface Listed {
  readonly id: string;
  readonly last_synced_at: string | null;
  readonly updated_at: string;
}

describe.each(lastingDatabases)('two servers on one store, $name', ({ create }) => {
  let database: TestDatabase;
  const processes: RunningProcess[] = [];
  let [one, other] = ['', ''];

  beforeAll(async () => {
    database = await create();
    const start = async () => {
      const running = startCli(['serve', '--port', '0', '--data', database.data, '--log-level', 'silent']);
      processes.push(running);
      return (await running.until(/listening on (\S+)/))[1] ?? '';
    };
    one = await start();
    other = await start();
  });
  afterAll(async () => {
    for (const { child } of processes) child.kill('SIGTERM');
    await Promise.all(processes.map(({ ended }) => ended));
    await database.dispose();
  });

  async function connect(url: string, provider: string): Promise<Listed> {
    return (await post(url, connections, { provider })).json as Listed;
  }

  async function listed(url: string): Promise<readonly Listed[]> {
    const request = { path: listPath('open-wearables', noConnections), headers: validKey('open-wearables') };
    return (await ask(url, request)).json as readonly Listed[];
  }

  test('every write to one server is visible on the other', async () => {
    const { id } = await connect(one, 'garmin');
    let stale = 0;
    for (let round = 0; round < rounds; round += 1) {
      const [writer, reader] = round % 2 === 0 ? [one, other] : [other, one];
      const synced = await ask(writer, { method: 'POST', path: `${connections}/${id}/sync` });
      const [seen] = await listed(reader);
      const { last_synced_at: time } = synced.json as Listed;
      if (Date.parse(seen?.last_synced_at ?? '') !== Date.parse(time ?? '')) stale += 1;
    }
    expect(stale).toBe(0);
    await ask(one, { method: 'DELETE', path: `${connections}/${id}` });
  });

  test('a removed user, a deleted workspace and a reset are visible to the next request on the other server', async () => {
    const made = await post(one, '/sandbox/workspaces', { name: 'to be deleted' });
    const {
      id,
      keys,
      own_user_id: user,
    } = made.json as {
      readonly id: string;
      readonly keys: Readonly<Record<(typeof vendorNames)[number], string>>;
      readonly own_user_id: string;
    };
    const statuses = (url: string) =>
      Promise.all(
        vendorNames.map(async (vendor) => {
          const request = { path: listPath(vendor, user), headers: keyHeaders[vendor](keys[vendor]) };
          return (await ask(url, request)).status;
        }),
      );
    for (const url of [one, other, one, other]) expect(await statuses(url)).toEqual([200, 200, 200]);
    await ask(one, { method: 'DELETE', path: `/sandbox/workspaces/${id}/users/${user}` });
    for (const url of [other, one]) expect(await statuses(url)).toEqual([404, 404, 404]);
    await ask(other, { method: 'DELETE', path: `/sandbox/workspaces/${id}` });
    for (const url of [one, other]) expect(await statuses(url)).toEqual([401, 401, 401]);

    await connect(one, 'oura');
    expect(await listed(other)).toHaveLength(1);
    await ask(one, { method: 'POST', path: '/sandbox/reset' });
    expect(await listed(other)).toEqual([]);
  });
});

describe.each(lastingDatabases)('concurrent transitions on two servers, $name', ({ create }) => {
  test('are all applied, each once', async () => {
    const database = await create();
    // The clock is frozen, so each change moves `updatedAt` by one millisecond.
    const now = () => new Date('2030-01-01T00:00:00.000Z');
    const servers: RunningServer[] = [];
    for (let count = 0; count < 2; count += 1) servers.push(await startServer({ data: database.data, now }));
    try {
      const [first] = servers;
      const made = await post(first?.url ?? '', connections, { provider: 'polar' });
      const { id } = made.json as Listed;
      const sync = (url: string) => ask(url, { method: 'POST', path: `${connections}/${id}/sync` });
      const times: number[] = [];
      // Sent in batches: with too many concurrent requests, the last would exceed the time limit of the server.
      while (times.length < rounds) {
        const batch = servers.flatMap(({ url }) => Array.from({ length: 20 }, () => sync(url)));
        for (const { json } of await Promise.all(batch)) times.push(Date.parse((json as Listed).updated_at));
      }
      const start = now().getTime();
      const ordered = times.toSorted((one, other) => one - other);
      expect(ordered).toEqual(times.map((_, index) => start + index + 1));
    } finally {
      for (const server of servers) await server.close();
      await database.dispose();
    }
  });
});
