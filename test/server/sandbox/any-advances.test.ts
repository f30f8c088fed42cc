import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../../server/start-server.ts';
import { drivers, type TestDatabase } from '../../support/databases.ts';
import { ask, post } from '../../support/raw-http.ts';
import { propertyRuns } from '../../support/repetitions.ts';
import { keyHeaders, listPath } from '../../support/vendor-calls.ts';
import { callJunction } from '../vendors/junction/call-junction.ts';
import { clockOf, newWorkspace } from './clock-of.ts';

const start = new Date('2030-01-01T00:00:00.000Z');
const user = '00000000-0000-4000-8000-00000000f00d';
const demoUser = '00000000-0000-4000-8000-00000000f11d';
const providers = ['garmin', 'oura', 'polar'] as const;

const seconds = fc.integer({ min: 1, max: 400_000 });
/** Which tokens expire when, whether there is a demo user with an expiring token, and the steps of the clock. */
const situation = fc.record({
  expiries: fc.array(seconds, { minLength: 1, maxLength: providers.length }),
  demoExpiry: seconds,
  advances: fc.array(fc.record({ by: seconds, isRead: fc.boolean() }), { minLength: 1, maxLength: 6 }),
});
type Situation = typeof situation extends fc.Arbitrary<infer Value> ? Value : never;

describe.each(drivers)('$name', ({ create }) => {
  let database: TestDatabase;
  let server: RunningServer;
  beforeAll(async () => {
    database = await create();
    server = await startServer({ data: database.data, now: () => start });
  });
  afterAll(async () => {
    await server.close();
    await database.dispose();
  });
  const url = () => server.url;
  const timeAfter = (wait: number) => new Date(start.getTime() + wait * 1000).toISOString();

  async function prepare({ expiries, demoExpiry }: Situation) {
    const { id, keys } = await newWorkspace(url());
    const users = `/sandbox/workspaces/${id}/users`;
    for (const owner of [user, demoUser]) await post(url(), users, { id: owner });
    for (const [index, wait] of expiries.entries()) {
      const connection = { provider: providers[index], id: connectionId(index), expires_at: timeAfter(wait) };
      await post(url(), `${users}/${user}/connections`, connection);
    }
    const call = callJunction(url, keys.junction);
    await call('POST /v2/link/connect/demo', { user_id: demoUser, provider: 'oura' });
    await post(url(), `${users}/${demoUser}/connections`, {
      provider: 'garmin',
      id: connectionId(9),
      expires_at: timeAfter(demoExpiry),
    });
    const headers = keyHeaders['open-wearables'](keys['open-wearables']);
    const read = async () => {
      const lists = [];
      for (const owner of [user, demoUser]) {
        const { status, json } = await ask(url(), { path: `${users}/${owner}/connections` });
        const seen = await ask(url(), { path: listPath('open-wearables', owner), headers });
        lists.push({ status, json: withoutRandomIds(json), seen: withoutRandomIds(seen.json) });
      }
      return lists;
    };
    return { read, clock: clockOf(url, id) };
  }

  test('any sequence of advances shows the same as one advance by their sum', async () => {
    await fc.assert(
      fc.asyncProperty(situation, async (given) => {
        const [steps, once] = [await prepare(given), await prepare(given)];
        for (const { by, isRead } of given.advances) {
          await steps.clock.by(`PT${by}S`);
          if (isRead) await steps.read();
        }
        const sum = given.advances.reduce((total, { by }) => total + by, 0);
        await once.clock.by(`PT${sum}S`);
        expect((await steps.clock.read()).json).toEqual((await once.clock.read()).json);
        expect(await steps.read()).toEqual(await once.read());
        const [own, demo] = await once.read();
        if (own === undefined) throw new Error('No list was read.');
        const states = (own.json as { connections: { state: string }[] }).connections.map(
          ({ state }) => state,
        );
        expect(states).toEqual(given.expiries.map((wait) => (wait <= sum ? 'expired' : 'active')));
        expect(demo?.status).toBe(sum < 7 * 24 * 60 * 60 ? 200 : 404);
      }),
      propertyRuns(10),
    );
  });
});

function connectionId(index: number): string {
  return `00000000-0000-4000-a000-00000000f00${index}`;
}

/** The demo connection has a random id. */
function withoutRandomIds(json: unknown): unknown {
  return JSON.parse(
    JSON.stringify(json).replaceAll(/"(?:id|credential_id|next)":"(?!0000)[^"]*"/g, '"id":"random"'),
  );
}
