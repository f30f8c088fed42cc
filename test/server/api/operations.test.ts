import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import express from 'express';
import createClient from 'openapi-fetch';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contractOf } from '../../../contract/contract.ts';
import type { Api } from '../../../server/api/api.ts';
import { createApiRouter } from '../../../server/api/api-router.ts';
import { ProblemError } from '../../../server/api/problem.ts';
import { withRepairedUrl } from '../../../server/api/repair-url.ts';
import { openStore, type Store } from '../../../server/store/open-store.ts';
import { apiOf, type VendorCaller } from '../../../server/vendors/vendor-api.ts';
import { vendorApis } from '../../../server/vendors/vendor-apis.ts';
import { scenarioUsers } from '../../../spec/scenarios.ts';
import { planRunWith } from '../../../verify/plan-run-with.ts';
import { longerContract } from '../../support/longer-contract.ts';
import { ask, post } from '../../support/raw-http.ts';
import { captureLog, serve } from '../../support/serve.ts';
import { startPrism } from '../../support/start-prism.ts';
import { useFolder } from '../../support/use-folder.ts';
import { noConnections, unknown, validKey } from '../../support/vendor-calls.ts';

interface UserRequest {
  readonly path: { readonly user_id: string };
  readonly caller: VendorCaller;
}

const removed: string[] = [];

const handlers: Api['handlers'] = {
  ...vendorApis.junction.handlers,
  async getLongerUser({ path, caller }: UserRequest, context) {
    const user = await context.store.users.find(caller.workspaceId, path.user_id.toLowerCase());
    if (user === null) throw new ProblemError({ kind: 'not-found', what: 'user' });
    return { status: 200, body: { user_id: user.id, connected: 0 } };
  },
  async createLongerToken({ body }: { readonly body: { readonly provider: string } }) {
    return { status: 201, body: { token: `link-${body.provider}` } };
  },
  async removeLongerProviders({ path }: UserRequest) {
    removed.push(path.user_id);
    return { status: 200, body: { success: true } };
  },
};

const folder = useFolder();
const { log, lines } = captureLog();
let store: Store;
let server: Awaited<ReturnType<typeof serve>>;

function longerApi(given: Api['handlers'] = handlers): Api<VendorCaller> {
  return {
    ...apiOf({ vendor: 'junction', parts: { ...vendorApis.junction, handlers: given } }),
    contract: contractOf('junction', longerContract),
  };
}

function routerOf(api: Api<VendorCaller>) {
  const context = { store, now: () => new Date().toISOString(), newId: randomUUID };
  return createApiRouter({ api, context, log });
}

beforeAll(async () => {
  store = await openStore({ data: ':memory:', now: () => new Date().toISOString() });
  const app = express().disable('x-powered-by').use(routerOf(longerApi()));
  app.use((_request, response) => response.status(404).json({ detail: 'Not found' }));
  server = await serve(withRepairedUrl(app));
});
afterAll(async () => {
  await server.close();
  await store.close();
});

const headers = validKey('junction');
const detail = (loc: readonly string[]) => ({ detail: [expect.objectContaining({ loc })] });

describe('a second GET', () => {
  const path = `/v2/longer/${noConnections}`;

  test('is answered, also as HEAD, and refused without a key, for an unknown user and for a malformed id', async () => {
    expect(await ask(server.url, { path, headers })).toMatchObject({
      status: 200,
      json: { user_id: noConnections, connected: 0 },
    });
    expect(await ask(server.url, { method: 'HEAD', path, headers })).toMatchObject({ status: 200, text: '' });
    expect((await ask(server.url, { path })).status).toBe(401);
    expect((await ask(server.url, { path: `/v2/longer/${unknown}`, headers })).status).toBe(404);
    expect(await ask(server.url, { path: '/v2/longer/no-uuid', headers })).toMatchObject({
      status: 422,
      json: detail(['path', 'user_id']),
    });
  });

  test('answers with its own documented response if the client prefers it', async () => {
    const preferred = { ...headers, Prefer: 'code=404' };
    expect((await ask(server.url, { path, headers: preferred })).status).toBe(404);
  });
});

describe('a POST with a body', () => {
  const path = '/v2/longer/token';
  const latin1 = { 'Content-Type': 'application/json; charset=latin1' };

  test('reaches its handler with the body', async () => {
    const answer = await post(server.url, path, { provider: 'garmin' }, headers);
    expect(answer).toMatchObject({ status: 201, json: { token: 'link-garmin' } });
  });

  test.each<[string, string | Buffer | Record<string, unknown>, Record<string, string>, number, unknown]>([
    ['of the wrong type', { provider: 7 }, {}, 422, detail(['body', 'provider'])],
    ['with an additional field', { provider: 'garmin', note: 1 }, {}, 422, detail(['body', 'note'])],
    ['that is not JSON', '{"provider":', {}, 422, detail(['body'])],
    ['that is not UTF-8', Buffer.from('"é"', 'latin1'), {}, 422, detail(['body'])],
    ['that is missing', '', {}, 422, detail(['body'])],
    ['that is null', 'null', {}, 422, { detail: [expect.objectContaining({ msg: 'must be object' })] }],
    ['that is nested too deep', '['.repeat(200) + ']'.repeat(200), {}, 422, detail(['body'])],
    ['of another media type', 'provider=garmin', { 'Content-Type': 'text/plain' }, 415, expect.anything()],
    ['in another charset', '{}', latin1, 415, { detail: 'The charset of the body is not UTF-8' }],
    ['larger than 64 kB', { provider: 'x'.repeat(70_000) }, {}, 413, expect.anything()],
  ])('refuses a body %s, also after a valid body', async (_, body, more, status, json) => {
    expect((await post(server.url, path, { provider: 'garmin' }, headers)).status).toBe(201);
    expect(await post(server.url, path, body, { ...headers, ...more })).toMatchObject({ status, json });
  });

  test.each(['{"provider":', 'x'.repeat(70_000)])('checks the key before it reads the body', async (body) => {
    expect((await post(server.url, path, body)).status).toBe(401);
  });

  test('refuses other methods, and lists those of the path in Allow', async () => {
    for (const method of ['GET', 'HEAD', 'DELETE']) {
      const answer = await ask(server.url, { method, path, headers });
      expect([method, answer.status, answer.headers.allow]).toEqual([method, 405, 'POST, OPTIONS']);
    }
  });
});

describe('a second method on a path', () => {
  const path = `/v2/user/providers/${noConnections}`;

  test('is answered, and does not change the first', async () => {
    const answer = await ask(server.url, { method: 'DELETE', path, headers });
    expect(answer).toMatchObject({ status: 200, json: { success: true } });
    expect(removed).toEqual([noConnections]);
    expect(await ask(server.url, { path, headers })).toMatchObject({ status: 200, json: { providers: [] } });
  });

  test('is listed in Allow and in the answer to a preflight', async () => {
    const refused = await ask(server.url, { method: 'PATCH', path, headers });
    expect([refused.status, refused.headers.allow]).toEqual([405, 'GET, HEAD, DELETE, OPTIONS']);
    const preflight = await ask(server.url, {
      method: 'OPTIONS',
      path,
      headers: { Origin: 'http://page.example', 'Access-Control-Request-Method': 'DELETE' },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers['access-control-allow-methods']).toBe('GET,HEAD,DELETE');
  });
});

test('none of these requests failed or violated the contract', () => {
  expect(lines()).toEqual([]);
});

test('an operation without a handler and a handler without an operation are refused by name', () => {
  const { getLongerUser: _, ...rest } = handlers;
  expect(() => routerOf(longerApi(rest))).toThrow(
    /^spec\/junction\.yaml#\/paths\/~1v2~1longer~1\{user_id\}\/get has no handler for getLongerUser\./,
  );
  const stray = async () => ({ status: 200 });
  expect(() => routerOf(longerApi({ ...handlers, getLongerMoon: stray }))).toThrow(
    'spec/junction.yaml has no operation getLongerMoon. Remove its handler, or fix the name.',
  );
});

describe('the verifier', () => {
  const contract = contractOf('junction', longerContract);
  const key = headers['x-vital-api-key'] ?? '';
  const apis = [{ vendor: 'junction', key, users: [{ id: scenarioUsers[0].userId }] }] as const;
  const plan = (operations?: readonly string[]) => {
    const chosen = operations === undefined ? {} : { operations };
    return planRunWith(() => contract, { baseUrl: server.url, apis, strict: true, ...chosen });
  };

  test('checks the operation of the reference page by default', () => {
    expect(new Set(plan().checks.map(({ operationId }) => operationId))).toEqual(
      new Set(['listJunctionProviders']),
    );
    expect(() => plan(['createLongerToken'])).toThrow(/createLongerToken/);
  });

  test('finds no faults in both GETs', async () => {
    const run = plan(['listJunctionProviders', 'getLongerUser']);
    const ends = [];
    for await (const { check, status } of run.outcomes()) ends.push([check.operationId, check.id, status]);
    const asked = ends.filter(([, , status]) => status !== 'skipped' && status !== 'inconclusive');
    expect(asked.filter(([, , status]) => status !== 'passed')).toEqual([]);
    for (const id of ['listJunctionProviders', 'getLongerUser']) {
      expect(asked.filter(([operationId]) => operationId === id).length).toBeGreaterThan(20);
    }
  });
});

interface LongerPaths {
  '/v2/longer/{user_id}': {
    get: {
      parameters: { path: { user_id: string } };
      responses: { 200: { content: { 'application/json': { user_id: string; connected: number } } } };
    };
  };
  '/v2/user/providers/{user_id}': {
    delete: {
      parameters: { path: { user_id: string } };
      responses: { 200: { content: { 'application/json': { success: boolean } } } };
    };
  };
  '/v2/longer/token': {
    post: {
      requestBody: { content: { 'application/json': { provider: string } } };
      responses: { 201: { content: { 'application/json': { token: string } } } };
    };
  };
}

describe.each(['server', 'mock'] as const)('a client of the %s', (kind) => {
  let mock: Awaited<ReturnType<typeof startPrism>> | undefined;
  let baseUrl: string;
  beforeAll(async () => {
    if (kind === 'mock') {
      const file = join(folder, 'longer.json');
      writeFileSync(file, JSON.stringify(longerContract));
      mock = await startPrism('mock', file, '--errors');
    }
    baseUrl = mock?.url ?? server.url;
  });
  afterAll(() => mock?.close());

  test('can call all three operations', async () => {
    const client = createClient<LongerPaths>({ baseUrl, headers });
    const params = { path: { user_id: noConnections } };
    const user = await client.GET('/v2/longer/{user_id}', { params });
    expect([user.response.status, Object.keys(user.data ?? {})]).toEqual([200, ['user_id', 'connected']]);
    const token = await client.POST('/v2/longer/token', { body: { provider: 'garmin' } });
    expect([token.response.status, token.data]).toEqual([201, { token: 'link-garmin' }]);
    const removal = await client.DELETE('/v2/user/providers/{user_id}', { params });
    expect([removal.response.status, removal.data]).toEqual([200, { success: true }]);
    const refused = await client.POST('/v2/longer/token', { body: {} as never });
    expect(refused.response.status).toBe(422);
  });
});
