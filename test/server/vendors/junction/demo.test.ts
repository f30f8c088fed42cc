import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../../../server/start-server.ts';
import { callJunction, linkHeader, listedProviders, newUser } from './call-junction.ts';

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const call = callJunction(() => server.url);
const demo = (user_id: string, provider: string) => call('POST /v2/link/connect/demo', { user_id, provider });

function refusal(error_message: string) {
  return { status: 400, body: { detail: { error_type: 'INVALID_REQUEST', error_message } } };
}

const isDemo = refusal('A user with demo connections cannot connect a real account.');

describe('a demo connection', () => {
  test.each(['apple_health_kit', 'fitbit', 'freestyle_libre', 'oura'])(
    'to %s is listed',
    async (provider) => {
      const user = await newUser(call);
      const detail = `The user ${user} has a demo connection to ${provider} now.`;
      expect(await demo(user, provider)).toEqual({ status: 200, body: { success: true, detail } });
      expect(await listedProviders(call, user)).toEqual([`${provider} connected`]);
    },
  );

  test('can be one of several, but not twice to the same provider', async () => {
    const user = await newUser(call);
    await demo(user, 'oura');
    expect((await demo(user, 'fitbit')).status).toBe(200);
    expect(await demo(user, 'oura')).toEqual(refusal('The user has connected this provider already.'));
  });

  test('can be disconnected and made again', async () => {
    const user = await newUser(call);
    await demo(user, 'oura');
    await call(`DELETE /v2/user/${user}/oura`);
    expect((await demo(user, 'oura')).status).toBe(200);
  });

  test('is refused for a user with a real connection', async () => {
    const user = await newUser(call);
    const body = { username: 'ada', password: 'p' };
    await call('POST /v2/link/provider/password/renpho', body, await linkHeader(call, user));
    expect(await demo(user, 'oura')).toEqual(
      refusal('A user with real connections cannot have demo connections.'),
    );
  });

  test.each([
    ['garmin', {}],
    ['oura', { user_id: 'x' }],
    ['oura', { user_id: null }],
  ])('to %s with %j is refused', async (provider, more) => {
    const body = { user_id: await newUser(call), provider, ...more };
    expect((await call('POST /v2/link/connect/demo', body)).status).toBe(422);
  });
});

describe('a user with a demo connection', () => {
  test('gets no link token', async () => {
    const user = await newUser(call);
    await demo(user, 'oura');
    expect(await call('POST /v2/link/token', { user_id: user })).toEqual(isDemo);
  });

  test('cannot use a link token from before', async () => {
    const user = await newUser(call);
    const header = await linkHeader(call, user);
    await demo(user, 'oura');
    expect(await call('GET /v2/link/provider/oauth/oura', undefined, header)).toEqual(isDemo);
    const password = { username: 'ada', password: 'p' };
    expect(await call('POST /v2/link/provider/password/renpho', password, header)).toEqual(isDemo);
    const email = { email: 'ada@example.com' };
    expect(await call('POST /v2/link/provider/email/freestyle_libre', email, header)).toEqual(isDemo);
    expect(await listedProviders(call, user)).toEqual(['oura connected']);
  });

  test('has no demo any more after it was deleted and restored', async () => {
    const user = await newUser(call);
    await demo(user, 'oura');
    await call(`DELETE /v2/user/${user}`);
    await call(`POST /v2/user/undo_delete?user_id=${user}`);
    expect((await call('POST /v2/link/token', { user_id: user })).status).toBe(200);
  });
});
