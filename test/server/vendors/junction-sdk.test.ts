import { Junction, JunctionClient, JunctionError } from '@junction-api/sdk';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../../server/start-server.ts';
import { noConnections, unknown } from '../../support/vendor-calls.ts';

let server: RunningServer;
let client: JunctionClient;
beforeAll(async () => {
  server = await startServer();
  client = clientWith(server.keys.junction);
});
afterAll(() => server.close());

function clientWith(apiKey: string): JunctionClient {
  return new JunctionClient({ apiKey, environment: server.url, maxRetries: 0 });
}

function user(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

describe("Junction's SDK reads", () => {
  test("the response example of Junction's reference", async () => {
    const { providers } = await client.user.getConnectedProviders({ userId: user(5) });
    expect(providers).toMatchObject([
      {
        slug: 'fitbit',
        status: 'connected',
        createdOn: new Date('2010-01-23T12:34:56Z'),
        errorDetails: null,
        resourceAvailability: { body: { status: 'available' }, sleep: { status: 'unavailable' } },
      },
    ]);
  });

  test("the schema example of Junction's reference", async () => {
    const { providers } = await client.user.getConnectedProviders({ userId: user(6) });
    expect(providers).toMatchObject([
      {
        slug: 'garmin',
        status: 'error',
        logo: 'https://logo_url.com',
        errorDetails: {
          errorType: 'deregistered_per_provider',
          errorMessage: 'The user has deregistered the connection per notification from Garmin.',
          erroredAt: new Date('2010-01-24T23:45:32Z'),
        },
      },
    ]);
  });

  test("every error type, in the order of Junction's reference", async () => {
    const { providers } = await client.user.getConnectedProviders({ userId: user(3) });
    expect(providers?.map(({ errorDetails }) => errorDetails?.errorType)).toEqual([
      'token_refresh_failed',
      'webhook_registration_failed',
      'user_not_found',
      'deregistered_per_provider',
      'required_scopes_not_granted',
      'provider_credential_error',
      'provider_password_expired',
      'unknown',
    ]);
  });

  test('values that no list contains yet', async () => {
    const userId = '00000000-0000-4000-8000-00000000000a';
    const { providers } = await client.user.getConnectedProviders({ userId });
    expect(providers?.map(({ slug }) => slug)).toEqual(['aurora_ring', 'aurora_scale', 'fitbit']);
    const types = providers?.map(({ errorDetails }) => errorDetails?.errorType);
    expect(types).toEqual([undefined, 'quota_exceeded', 'account_merged']);
    expect(providers?.[0]?.resourceAvailability).toMatchObject({ brain_waves: { status: 'available' } });
  });

  test.each([
    ['an empty list', 1, 0],
    ['every state except inactive', 2, 5],
    ['null in every nullable field', 4, 1],
    ['awkward text', 9, 3],
  ])('%s', async (_, number, length) => {
    const { providers } = await client.user.getConnectedProviders({ userId: user(number) });
    expect(providers).toHaveLength(length);
    for (const { createdOn } of providers ?? []) expect(createdOn.getTime()).not.toBeNaN();
  });
});

describe("Junction's SDK throws", () => {
  test.each([
    [401, 'sk_us_wrong', noConnections, { detail: 'Invalid or missing API key' }],
    [404, 'sk_us_sandbox_key', unknown, { detail: 'User not found' }],
  ])('a JunctionError for the status %i', async (statusCode, apiKey, userId, body) => {
    const error = await clientWith(apiKey)
      .user.getConnectedProviders({ userId })
      .catch((thrown) => thrown);
    expect(error).toBeInstanceOf(JunctionError);
    expect(error).toMatchObject({ statusCode, body });
  });

  test('an UnprocessableEntityError for an invalid request', async () => {
    const error = await client.user.getConnectedProviders({ userId: 'no-uuid' }).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(Junction.UnprocessableEntityError);
    expect(error).toMatchObject({
      body: {
        detail: [{ loc: ['path', 'user_id'], msg: 'must be a UUID', type: 'uuid_parsing' }],
      },
    });
  });
});
