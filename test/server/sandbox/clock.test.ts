import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../../server/start-server.ts';
import { databases, lastingDatabases, type TestDatabase } from '../../support/databases.ts';
import { ask, post } from '../../support/raw-http.ts';
import { clockOf, newWorkspace } from './clock-of.ts';

const start = '2030-01-01T00:00:00.000Z';
/** The base clock, which only the tests move. */
let base = start;
const now = () => new Date(base);
beforeEach(() => {
  base = start;
});

describe.each(databases)('the clock of a workspace, $name', ({ create }) => {
  let database: TestDatabase;
  let server: RunningServer;
  beforeAll(async () => {
    database = await create();
    server = await startServer({ data: database.data, now });
  });
  afterAll(async () => {
    await server.close();
    await database.dispose();
  });
  const url = () => server.url;
  const newClock = async () => {
    const workspace = await newWorkspace(url());
    return { workspace, clock: clockOf(url, workspace.id) };
  };

  test('runs with the base clock at first', async () => {
    const { clock } = await newClock();
    base = '2030-01-01T00:00:01.000Z';
    expect((await clock.read()).json).toEqual({ now: base, state: 'running' });
  });

  test('runs on from the time to which it was moved', async () => {
    const { clock } = await newClock();
    expect((await clock.by('P1DT2H3M4S')).json).toEqual({
      now: '2030-01-02T02:03:04.000Z',
      state: 'running',
    });
    base = '2030-01-01T00:00:01.000Z';
    expect((await clock.read()).json).toEqual({ now: '2030-01-02T02:03:05.000Z', state: 'running' });
    await clock.to('2031-01-01T01:00:00+01:00');
    base = '2030-01-01T00:00:02.500Z';
    expect((await clock.read()).json).toEqual({ now: '2031-01-01T00:00:01.500Z', state: 'running' });
  });

  test('is frozen until it runs again, and can be moved in between', async () => {
    const { clock } = await newClock();
    expect((await clock.freeze()).json).toEqual({ now: start, state: 'frozen' });
    base = '2030-01-05T00:00:00.000Z';
    expect((await clock.freeze()).json).toEqual({ now: start, state: 'frozen' });
    expect((await clock.by('PT1S')).json).toEqual({ now: '2030-01-01T00:00:01.000Z', state: 'frozen' });
    expect((await clock.run()).json).toEqual({ now: '2030-01-01T00:00:01.000Z', state: 'running' });
    base = '2030-01-05T00:00:01.000Z';
    expect((await clock.run()).json).toEqual({ now: '2030-01-01T00:00:02.000Z', state: 'running' });
  });

  test('never moves backwards', async () => {
    const { clock } = await newClock();
    await clock.by('PT1H');
    for (const time of ['2030-01-01T00:59:59.999Z', '0000-01-01T00:00:00+23:59'])
      expect(await clock.to(time)).toMatchObject({
        status: 409,
        json: { detail: 'The clock shows a later time. It only moves forward.' },
      });
    expect(await clock.to('2030-01-01T01:00:00Z')).toMatchObject({ status: 200 });
    expect((await clock.read()).json).toEqual({ now: '2030-01-01T01:00:00.000Z', state: 'running' });
  });

  test('is not that of another workspace, and runs with the base clock after a reset', async () => {
    const { clock } = await newClock();
    await clock.by('P1D');
    await clockOf(url, 'ws_sandbox').freeze();
    expect((await clockOf(url, 'ws_second').read()).json).toEqual({ now: start, state: 'running' });
    await ask(url(), { method: 'POST', path: '/sandbox/reset' });
    expect((await clockOf(url, 'ws_sandbox').read()).json).toEqual({ now: start, state: 'running' });
  });

  test('stamps what the APIs create and change', async () => {
    const { workspace, clock } = await newClock();
    await clock.to('2040-05-06T07:08:09Z');
    const at = '2040-05-06T07:08:09.000Z';
    const users = `/sandbox/workspaces/${workspace.id}/users`;
    const user = await post(url(), users, {});
    expect(user.json).toMatchObject({ created_at: at });
    const { id } = user.json as { id: string };
    const made = await post(url(), `${users}/${id}/connections`, { provider: 'oura' });
    expect(made.json).toMatchObject({ created_at: at });
    const { id: connection } = made.json as { id: string };
    await clock.by('PT1S');
    const synced = await post(url(), `${users}/${id}/connections/${connection}/sync`, '');
    expect(synced.json).toMatchObject({ last_synced_at: '2040-05-06T07:08:10.000Z' });
    const headers = { 'x-vital-api-key': workspace.keys.junction };
    const created = await post(url(), '/v2/user', { client_user_id: 'ada' }, headers);
    const { user_id } = created.json as { user_id: string };
    const shown = await ask(url(), { path: `/v2/user/${user_id}`, headers });
    expect(shown.json).toMatchObject({ created_on: '2040-05-06T07:08:10+00:00' });
  });

  test.each([
    [{}, '/body'],
    [{ by: 'PT1S', to: '2031-01-01T00:00:00Z' }, '/body'],
    [{ by: 'P' }, '/body/by'],
    [{ by: 'PT0S' }, '/body/by'],
    [{ by: 'P1Y' }, '/body/by'],
    [{ by: 'P9999999D' }, '/body/by'],
    [{ to: '2030-13-01T00:00:00Z' }, '/body/to'],
    [{ to: '9999-01-01T00:00:00Z' }, '/body/to'],
  ])('refuses to move by %j', async (body, pointer) => {
    const { clock } = await newClock();
    const answer = await clock.advance(body);
    expect(answer).toMatchObject({ status: 422, json: { errors: [{ pointer }] } });
    expect((await clock.read()).json).toEqual({ now: start, state: 'running' });
  });
});

test.each(lastingDatabases)(
  'a clock is kept, and all servers on one database show it, $name',
  async ({ create }) => {
    const database = await create();
    const options = { data: database.data, now };
    const servers = [await startServer(options), await startServer(options)];
    try {
      const clocks = servers.map(({ url }) => clockOf(() => url, 'ws_sandbox'));
      for (const clock of [...clocks, ...clocks]) await clock.by('PT1H');
      const later = await startServer(options);
      servers.push(later);
      for (const { url } of servers) {
        const { json } = await clockOf(() => url, 'ws_sandbox').read();
        expect(json).toEqual({ now: '2030-01-01T04:00:00.000Z', state: 'running' });
      }
    } finally {
      for (const server of servers) await server.close();
      await database.dispose();
    }
  },
);
