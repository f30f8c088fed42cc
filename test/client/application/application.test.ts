import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { causeTypes } from '../../../server/model/connection.ts';
import { type RunningServer, startServer } from '../../../server/start-server.ts';
import { at } from '../../server/vendors/junction/call-junction.ts';
import { createJunctionPlatform } from './junction-platform.ts';
import { createMieltoPlatform } from './mielto-platform.ts';
import { createOpenWearablesPlatform } from './open-wearables-platform.ts';
import { accounts, connect, disconnect } from './person.ts';
import type { Platform } from './platform.ts';
import { startApplication } from './start-application.ts';

type Application = Awaited<ReturnType<typeof startApplication>>;

/** The platforms, with the advice of each cause that the sandbox API can set. */
const platforms = [
  {
    name: 'Junction',
    provider: 'oura',
    create: ({ url, keys }: RunningServer) => createJunctionPlatform({ baseUrl: url, apiKey: keys.junction }),
    deniedAt: /^\/linked\//,
    denied: { kind: 'failed', advice: 'connect-again', reason: 'The person denies access.' },
    shownAfterDisconnecting: [],
    advice: {
      token_refresh_failed: 'connect-again',
      webhook_registration_failed: 'wait',
      user_not_found: 'connect-again',
      deregistered_per_provider: 'connect-again',
      required_scopes_not_granted: 'allow-everything',
      provider_credential_error: 'renew-password',
      provider_password_expired: 'renew-password',
      unknown: 'connect-again',
      an_error_of_tomorrow: 'connect-again',
    },
  },
  {
    name: 'Open Wearables',
    provider: 'strava',
    create: ({ url, keys }: RunningServer) =>
      createOpenWearablesPlatform({ baseUrl: url, key: keys['open-wearables'] }),
    deniedAt: /^\/api\/v1\/oauth\/error$/,
    denied: { success: false, message: 'access_denied: The person denies access.' },
    shownAfterDisconnecting: [{ provider: 'strava', advice: 'connect-again' }],
    advice: {
      ...Object.fromEntries(causeTypes.map((cause) => [cause, 'connect-again'])),
      webhook_registration_failed: 'nothing',
      an_error_of_tomorrow: 'connect-again',
    },
  },
  {
    name: 'Mielto',
    provider: 'slack',
    create: ({ url, keys }: RunningServer) => createMieltoPlatform({ baseUrl: url, key: keys.mielto }),
    deniedAt: /^\/linked\//,
    denied: { kind: 'failed', advice: 'connect-again', reason: 'The person denies access.' },
    shownAfterDisconnecting: [],
    advice: {
      ...Object.fromEntries(causeTypes.map((cause) => [cause, 'connect-again'])),
      an_error_of_tomorrow: 'connect-again',
    },
  },
] as const;

describe.each(platforms)('An application with $name', (platform) => {
  const { provider, advice, denied, deniedAt, shownAfterDisconnecting } = platform;
  let server: RunningServer;
  let service: Platform;
  let application: Application;
  beforeAll(async () => {
    server = await startServer();
    service = platform.create(server);
    application = await startApplication(service);
  });
  afterAll(async () => {
    await application.close();
    await server.close();
  });

  const connected = [{ provider, advice: 'nothing' }];

  /** Changes the connection of a person by the sandbox API, as a provider would. */
  async function change(person: string, transition: string, body?: object): Promise<void> {
    const userId = await service.ensureUser(person);
    const path = `${server.url}/sandbox/workspaces/ws_sandbox/users/${userId}/connections`;
    const id = at(await (await fetch(path)).json(), 'connections.0.id');
    const headers = body === undefined ? {} : { 'Content-Type': 'application/json' };
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const { status } = await fetch(`${path}/${id}/${transition}`, { method: 'POST', headers, ...sent });
    expect(status).toBe(200);
  }

  test('connects an account, shows it and disconnects it', async () => {
    const { url } = application;
    expect(await accounts(url, 'ada')).toEqual([]);
    const arrival = await connect(url, 'ada', 'grant');
    expect(arrival).toEqual({ url: expect.stringMatching(`^${url}/linked/`), body: { kind: 'connected' } });
    expect(await accounts(url, 'ada')).toEqual(connected);
    expect(await accounts(url, 'bob')).toEqual([]);
    expect(await disconnect(url, 'ada')).toBe(204);
    expect(await accounts(url, 'ada')).toEqual(shownAfterDisconnecting);
  });

  test('shows a person who denies access what to do, and connects at the next attempt', async () => {
    const { url } = application;
    const arrival = await connect(url, 'eve', 'deny');
    expect(new URL(arrival.url).pathname).toMatch(deniedAt);
    expect(arrival.body).toEqual(denied);
    expect(await accounts(url, 'eve')).toEqual([]);
    expect((await connect(url, 'eve', 'grant')).body).toEqual({ kind: 'connected' });
    expect(await accounts(url, 'eve')).toEqual(connected);
  });

  test.each(Object.entries(advice))(
    'shows after the error %s the advice %s, and connects the account again',
    async (cause, expected) => {
      const { url } = application;
      const person = `person-${cause}`;
      await connect(url, person, 'grant');
      await change(person, 'fail', { cause });
      expect(await accounts(url, person)).toEqual([{ provider, advice: expected }]);
      await connect(url, person, 'grant');
      expect(await accounts(url, person)).toEqual(connected);
    },
  );

  test('accepts each return of a person once', async () => {
    const { url } = await connect(application.url, 'kim', 'grant');
    const again = await fetch(url);
    expect(again.status).toBe(404);
    expect(await accounts(application.url, 'kim')).toEqual(connected);
  });
});

describe('An application with Junction shows after a link that ended with', () => {
  let server: RunningServer;
  let application: Application;
  beforeAll(async () => {
    server = await startServer();
    const { url, keys } = server;
    application = await startApplication(createJunctionPlatform({ baseUrl: url, apiKey: keys.junction }));
  });
  afterAll(async () => {
    await application.close();
    await server.close();
  });

  test.each([
    ['deny', 'connect-again'],
    ['required_scopes_not_granted', 'allow-everything'],
    ['provider_api_error', 'wait'],
    ['provider_credential_error', 'renew-password'],
    ['provider_password_expired', 'renew-password'],
    ['unsupported_region', 'connect-again'],
    ['duplicate_connection', 'connect-again'],
    ['timeout', 'connect-again'],
  ])('%s the advice %s', async (outcome, advice) => {
    const { body } = await connect(application.url, outcome, outcome);
    expect(body).toEqual({ kind: 'failed', advice, reason: expect.any(String) });
    expect(await accounts(application.url, outcome)).toEqual([]);
  });
});
