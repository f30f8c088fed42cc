import { afterAll, afterEach, beforeAll, describe, expect, expectTypeOf, test, vi } from 'vitest';
import type { ClientOptions } from '../../client/client-options.ts';
import {
  createJunctionClient,
  type JunctionError,
  type JunctionProvider,
  type JunctionValidationError,
} from '../../client/junction.ts';
import {
  createMieltoClient,
  type MieltoConnectionList,
  type MieltoError,
  type MieltoValidationError,
} from '../../client/mielto.ts';
import {
  createOpenWearablesClient as createOpenWearables06Client,
  type OpenWearablesConnection as OpenWearables06Connection,
} from '../../client/open-wearables.0-6.ts';
import {
  createOpenWearablesClient,
  type OpenWearablesConnection,
  type OpenWearablesError,
} from '../../client/open-wearables.ts';
import { startServer } from '../../server/start-server.ts';
import { scenarioUsers } from '../../spec/scenarios.ts';
import { startPrismMock } from '../support/prism-mock.ts';

const keys = {
  'open-wearables': 'ow_sandbox_key',
  junction: 'sk_us_sandbox_key',
  mielto: 'mielto_sandbox_token',
};
const path = { user_id: scenarioUsers[0].userId };

describe.each([
  ['server', startServer],
  ['mock', startPrismMock],
] as const)('against the %s', (_, start) => {
  let running: { url: string; close(): Promise<void> };
  beforeAll(async () => {
    running = await start();
  });
  afterAll(() => running.close());

  test("Open Wearables' client lists connections and returns a typed error", async () => {
    const client = createOpenWearablesClient({ baseUrl: running.url, key: keys['open-wearables'] });
    const { data } = await client.GET('/api/v1/users/{user_id}/connections', { params: { path } });
    expectTypeOf(data).toEqualTypeOf<OpenWearablesConnection[] | undefined>();
    expect(data?.map(({ provider }) => provider)).toEqual(['garmin', 'strava', 'polar']);

    const malformed = { params: { path: { user_id: 'x' } }, headers: { Prefer: 'code=400' } };
    const { error, response } = await client.GET('/api/v1/users/{user_id}/connections', malformed);
    expectTypeOf(error).toEqualTypeOf<OpenWearablesError | undefined>();
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(error).toBeDefined();
  });

  test("Junction's client lists providers and returns a typed error", async () => {
    const client = createJunctionClient({ baseUrl: running.url, key: keys.junction });
    const { data } = await client.GET('/v2/user/providers/{user_id}', { params: { path } });
    expectTypeOf(data?.providers[0]).toEqualTypeOf<JunctionProvider | undefined>();
    expect(data?.providers[0]?.slug.toUpperCase()).toMatch(/^(?:STRAVA|FITBIT)$/);

    const preferred = { params: { path }, headers: { Prefer: 'code=404' } };
    const { error, response } = await client.GET('/v2/user/providers/{user_id}', preferred);
    expectTypeOf(error).toEqualTypeOf<JunctionError | JunctionValidationError | undefined>();
    expect([response.status, error]).toEqual([404, { detail: 'User not found' }]);
  });

  test("Mielto's client lists a page and returns a typed error", async () => {
    const client = createMieltoClient({ baseUrl: running.url, key: keys.mielto });
    const query = { status: 'active', limit: 5 } as const;
    const { data } = await client.GET('/api/v1/connections/users/{user_id}', { params: { path, query } });
    expectTypeOf(data).toEqualTypeOf<MieltoConnectionList | undefined>();
    expect(data?.connections.map(({ integration }) => integration)).toEqual(['slack', 'github']);

    const preferred = { params: { path }, headers: { Prefer: 'code=402' } };
    const { error, response } = await client.GET('/api/v1/connections/users/{user_id}', preferred);
    expectTypeOf(error).toEqualTypeOf<MieltoError | MieltoValidationError | undefined>();
    expect([response.status, error]).toEqual([
      402,
      { detail: 'Payment required', error_code: 'payment_required' },
    ]);
  });
});

test("the client of an edition sends the key in the edition's header and has the edition's types", async () => {
  const seen: Request[] = [];
  const fetch = async (request: Request) => {
    seen.push(request);
    return Response.json([]);
  };
  const client = createOpenWearables06Client({ baseUrl: 'http://prefix.example', key: 'a', fetch });
  const { data } = await client.GET('/api/v1/users/{user_id}/connections', { params: { path } });
  expectTypeOf(data).toEqualTypeOf<OpenWearables06Connection[] | undefined>();
  expectTypeOf<OpenWearables06Connection['live_sync_mode']>().toEqualTypeOf<'pull' | 'webhook' | null>();
  const [request] = seen;
  expect(request?.headers.get('X-Open-Wearables-API-Key')).toBe('a');
  expect(request?.headers.get('X-API-Key')).toBeNull();
});

test("a client uses the given fetch and sends the key in its vendor's header", async () => {
  const seen: Request[] = [];
  const fetch = async (request: Request) => {
    seen.push(request);
    return Response.json([]);
  };
  const baseUrl = 'http://prefix.example/under';
  await createOpenWearablesClient({ baseUrl, key: 'a', fetch }).GET('/api/v1/users/{user_id}/connections', {
    params: { path },
  });
  await createJunctionClient({ baseUrl, key: 'b', fetch }).GET('/v2/user/providers/{user_id}', {
    params: { path },
  });
  await createMieltoClient({ baseUrl, key: 'c', fetch }).GET('/api/v1/connections/users/{user_id}', {
    params: { path },
  });
  expect(seen.map(({ headers }) => headers.get('X-API-Key'))).toEqual(['a', null, null]);
  expect(seen.map(({ headers }) => headers.get('x-vital-api-key'))).toEqual([null, 'b', null]);
  expect(seen.map(({ headers }) => headers.get('Authorization'))).toEqual([null, null, 'Bearer c']);
  expect(seen[0]?.url).toBe(`http://prefix.example/under/api/v1/users/${path.user_id}/connections`);
});

describe('A client that exists before the globals are replaced', () => {
  afterEach(() => vi.unstubAllGlobals());

  const asked: Request[] = [];
  const answer = async (request: Request) => {
    asked.push(request);
    return Response.json([]);
  };

  test.each([
    [
      'Open Wearables',
      (options: ClientOptions) => {
        const client = createOpenWearablesClient(options);
        return () => client.GET('/api/v1/users/{user_id}/connections', { params: { path } });
      },
    ],
    [
      'Junction',
      (options: ClientOptions) => {
        const client = createJunctionClient(options);
        return () => client.GET('/v2/user/providers/{user_id}', { params: { path } });
      },
    ],
    [
      'Mielto',
      (options: ClientOptions) => {
        const client = createMieltoClient(options);
        return () => client.GET('/api/v1/connections/users/{user_id}', { params: { path } });
      },
    ],
  ])('uses the fetch and the Request of each call, unless it was given a fetch: %s', async (_, clientOf) => {
    const options = { baseUrl: 'http://nowhere.invalid', key: 'a' };
    const ask = clientOf(options);
    const given = vi.fn(async () => Response.json([]));
    const askGiven = clientOf({ ...options, fetch: given });
    class OtherRequest extends Request {}
    vi.stubGlobal('fetch', answer);
    vi.stubGlobal('Request', OtherRequest);
    asked.length = 0;
    expect((await ask()).data).toEqual([]);
    expect(asked).toEqual([expect.any(OtherRequest)]);
    expect((await askGiven()).data).toEqual([]);
    expect([asked.length, given.mock.calls.length]).toEqual([1, 1]);
  });
});

test('The types refuse a status that the contract does not have', () => {
  const client = createMieltoClient({ baseUrl: 'http://127.0.0.1:1', key: 'c' });
  const params = { path, query: { status: 'on' } } as const;
  // @ts-expect-error: the status does not exist
  const ask = () => client.GET('/api/v1/connections/users/{user_id}', { params });
  expectTypeOf(ask).toBeFunction();
});
