import { randomUUID } from 'node:crypto';
import express from 'express';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contractOf, readContract } from '../../../contract/contract.ts';
import type { OpenApiDocument } from '../../../contract/openapi-document.ts';
import { createApiRouter } from '../../../server/api/api-router.ts';
import { openStore, type Store } from '../../../server/store/open-store.ts';
import { apiOf, type VendorCaller } from '../../../server/vendors/vendor-api.ts';
import { vendorApis } from '../../../server/vendors/vendor-apis.ts';
import { captureLog, serve } from '../../support/serve.ts';
import { keys } from '../../support/vendor-calls.ts';
import { newUser } from '../store/use-store.ts';

const { document } = readContract('junction');
const operation = (operationId: string, security: readonly object[], parameters: readonly object[] = []) => ({
  operationId,
  'x-trailing-slash': true,
  security,
  parameters,
  responses: {
    200: { content: { 'application/json': { schema: { type: 'object' } } } },
    401: { $ref: '#/components/responses/JunctionUnauthorized' },
    422: { $ref: '#/components/responses/JunctionUnprocessable' },
    500: { $ref: '#/components/responses/JunctionServerError' },
  },
});
const query = (name: string, type: string) => ({ name, in: 'query', schema: { type } });
const paths = {
  '/keyed': { get: operation('keyed', [{ JunctionKey: [] }]) },
  '/linked': { get: operation('linked', [{ TestLink: [] }]) },
  '/developed': { get: operation('developed', [{ TestDeveloper: [] }]) },
  '/optional': { get: operation('optional', [{ JunctionKey: [] }, {}]) },
  '/open': { get: operation('open', []) },
  '/rest/{name}': {
    get: operation(
      'rest',
      [],
      [{ name: 'name', in: 'path', required: true, 'x-rest-of-path': true, schema: { type: 'string' } }],
    ),
  },
  '/unsafe': { get: { ...operation('unsafe', []), 'x-unsafe': true } },
  '/rest/fixed': { get: operation('fixed', [{ JunctionKey: [] }]) },
  '/decoded': { get: operation('decoded', [], [query('a', 'boolean'), query('b', 'number')]) },
};
const contract = contractOf('junction', {
  ...document,
  paths,
  components: {
    ...document.components,
    securitySchemes: {
      ...document.components.securitySchemes,
      TestLink: { type: 'apiKey', in: 'header', name: 'x-vital-link-token' },
      TestDeveloper: { type: 'http', scheme: 'bearer' },
    },
  },
} as unknown as OpenApiDocument);

const shown = async ({
  caller,
  query: given,
  path,
  origin,
}: {
  caller: VendorCaller;
  query: object;
  path: object;
  origin: string;
}) => ({
  status: 200,
  body: { workspace: caller.publicId, user: caller.link?.userId ?? null, ...given, ...path, origin },
});

const now = () => new Date().toISOString();
const { log } = captureLog();
let store: Store;
let server: Awaited<ReturnType<typeof serve>>;
let linkToken: string;
let userId: string;

beforeAll(async () => {
  store = await openStore({ data: ':memory:', now });
  userId = await newUser(store, 'ws_second');
  const created = await store.links.create('ws_second', {
    kind: 'widget',
    vendor: 'junction',
    userId,
    provider: null,
    redirectUrl: null,
    settings: {},
    createdAt: now(),
    expiresAt: now(),
    tokenPrefix: 'link_us_',
  });
  if (created?.kind !== 'created') throw new Error('No link was created.');
  linkToken = created.token;
  const handlers = Object.fromEntries([...contract.operations.keys()].map((id) => [id, shown]));
  const parts = { ...vendorApis.junction, handlers };
  const api = { ...apiOf({ vendor: 'junction', parts }), contract };
  const router = createApiRouter({ api, context: { store, newId: randomUUID }, log });
  server = await serve(express().use(router));
});
afterAll(async () => {
  await server.close();
  await store.close();
});

async function get(path: string, headers: Record<string, string> = {}) {
  const response = await fetch(server.url + path, { headers });
  return { status: response.status, body: await response.json() };
}
const key = { 'x-vital-api-key': keys.junction.first };

describe('a link token', () => {
  test('admits a request to the workspace of its user, alone or beside a key', async () => {
    const own = { 'x-vital-link-token': linkToken };
    const answer = { status: 200, body: expect.objectContaining({ workspace: 'ws_second', user: userId }) };
    expect(await get('/linked', own)).toEqual(answer);
    expect(await get('/linked', { ...own, ...key })).toEqual(answer);
  });

  test('is refused if it is unknown, and in place of a key', async () => {
    expect(await get('/linked', { 'x-vital-link-token': `${linkToken}x` })).toMatchObject({ status: 401 });
    expect(await get('/linked', key)).toMatchObject({ status: 401 });
    expect(await get('/keyed', { 'x-vital-api-key': linkToken })).toMatchObject({ status: 401 });
    expect(await get('/keyed', { 'x-vital-link-token': linkToken })).toMatchObject({ status: 401 });
  });
});

describe('an operation', () => {
  test('that takes a developer token does not take a key in its place', async () => {
    expect(await get('/developed', { authorization: `Bearer ${keys.junction.first}` })).toMatchObject({
      status: 401,
    });
  });

  test('that needs no key uses the default workspace without one, and refuses a wrong one', async () => {
    expect(await get('/optional')).toMatchObject({ status: 200, body: { workspace: 'ws_sandbox' } });
    expect(await get('/optional', { 'x-vital-api-key': 'wrong' })).toMatchObject({ status: 401 });
  });

  test('that reads no key belongs to no workspace', async () => {
    expect(await get('/open', key)).toMatchObject({ status: 200, body: { workspace: '' } });
  });

  test('that accepts a slash at the end of its path answers with and without it', async () => {
    expect(await get('/keyed/', key)).toMatchObject({ status: 200, body: { workspace: 'ws_sandbox' } });
    expect(await get('/keyed', key)).toMatchObject({ status: 200, body: { origin: server.url } });
  });

  test('that changes something does not answer HEAD', async () => {
    const head = await fetch(`${server.url}/unsafe`, { method: 'HEAD' });
    expect([head.status, head.headers.get('allow')]).toEqual([405, 'GET, OPTIONS']);
    expect(await get('/unsafe')).toMatchObject({ status: 200 });
  });

  test.each([
    ['a/b', 'a/b'],
    ['a%2Fb//c', 'a/b//c'],
    ['%C3%A9', 'é'],
  ])('whose last parameter takes the rest of the path reads %s', async (rest, name) => {
    expect(await get(`/rest/${rest}`)).toMatchObject({ status: 200, body: { name } });
    expect(await get('/rest/fixed')).toMatchObject({ status: 401 });
  });

  test.each([
    ['a=1&b=2.5', { a: true, b: 2.5 }],
    ['a=off&b=-1e2', { a: false, b: -100 }],
    ['a=YES', { a: true }],
  ])('reads %s like FastAPI', async (text, values) => {
    expect(await get(`/decoded?${text}`)).toMatchObject({ status: 200, body: values });
  });

  test.each(['a=2', 'a=', 'b=NaN', 'b=1_0', 'b=0x1', 'b='])('refuses %s', async (text) => {
    expect(await get(`/decoded?${text}`)).toMatchObject({ status: 422 });
  });
});
