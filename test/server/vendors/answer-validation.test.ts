import { randomUUID } from 'node:crypto';
import express from 'express';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../../../server/api/answer.ts';
import { createApiRouter } from '../../../server/api/api-router.ts';
import { openStore, type Store } from '../../../server/store/open-store.ts';
import { apiOf } from '../../../server/vendors/vendor-api.ts';
import { vendorApis } from '../../../server/vendors/vendor-apis.ts';
import { vendors } from '../../../spec/vendors.ts';
import { ask } from '../../support/raw-http.ts';
import { captureLog, serve } from '../../support/serve.ts';
import { listPath, noConnections, unknown, validKey } from '../../support/vendor-calls.ts';

let store: Store;
beforeAll(async () => {
  store = await openStore({ data: ':memory:', now: () => new Date().toISOString() });
});
afterAll(() => store.close());

function contextOf(given: Store) {
  return { store: given, now: () => new Date().toISOString(), newId: randomUUID };
}

type Reply = (request: unknown) => Answer;

/** Serves an API whose handler returns what the test chooses. */
async function serveReplies(vendor: (typeof vendors)[number]) {
  let reply: Reply;
  const parts = vendorApis[vendor.vendor];
  const handlers = {
    ...parts.handlers,
    [vendor.list.operationId]: async (request: unknown) => reply(request),
  };
  const api = apiOf({ vendor: vendor.vendor, parts: { ...parts, handlers } });
  const { log, lines } = captureLog();
  const { url, close } = await serve(express().use(createApiRouter({ api, context: contextOf(store), log })));

  return {
    close,
    async ask(chosen: Reply, userId: string = noConnections) {
      reply = chosen;
      const before = lines().length;
      const headers = validKey(vendor.vendor);
      const answer = await ask(url, { path: listPath(vendor.vendor, userId), headers });
      return { answer, logged: lines().slice(before) };
    },
  };
}

const secret = 'a-secret-that-must-not-leave';
const [openWearables, junction, mielto] = vendors;

const owConnection = {
  id: '123e4567-e89b-12d3-a456-426614174000',
  user_id: noConnections,
  provider: 'garmin',
  provider_user_id: null,
  provider_username: null,
  scope: null,
  status: 'active',
  last_synced_at: null,
  created_at: '2024-02-29T12:00:00Z',
  updated_at: '2024-02-29T12:00:00Z',
};
const junctionProvider = {
  name: 'Garmin',
  slug: 'garmin',
  logo: 'https://example.com/garmin.svg',
  created_on: '2024-02-29T12:00:00+00:00',
  status: 'connected',
  resource_availability: {},
};
const mieltoConnection = {
  integration: 'slack',
  integration_type: 'connectors',
  id: '1',
  credential_id: '1',
  user_id: noConnections,
  workspace_id: 'ws_sandbox',
  created_by: noConnections,
  status: 'active',
  created_at: '2024-02-29T12:00:00Z',
  updated_at: '2024-02-29T12:00:00Z',
};
const lists = [
  { ...openWearables, good: owConnection, body: (one: object) => [one], at: '/0' },
  { ...junction, good: junctionProvider, body: (one: object) => ({ providers: [one] }), at: '/providers/0' },
  {
    ...mielto,
    good: mieltoConnection,
    body: (one: object) => ({ connections: [one], total: 1, page: 1, size: 100 }),
    at: '/connections/0',
  },
];

describe.each(lists)('the API of $title', ({ good, body, at, ...vendor }) => {
  const created = vendor.vendor === 'junction' ? 'created_on' : 'created_at';
  const without = (name: string) => Object.fromEntries(Object.entries(good).filter(([key]) => key !== name));
  const february30 = String(Reflect.get(good, created)).replace('-29T', '-30T');

  let server: Awaited<ReturnType<typeof serveReplies>>;
  beforeAll(async () => {
    server = await serveReplies(vendor);
  });
  afterAll(() => server.close());

  test('sends an answer that conforms', async () => {
    const { answer, logged } = await server.ask(() => ({ status: 200, body: body(good) }));
    expect(answer).toMatchObject({ status: 200, json: body(good) });
    expect(logged).toEqual([]);
  });

  test.each<[string, Answer, string, string]>([
    [
      'with an access token',
      { status: 200, body: body({ ...good, access_token: secret }) },
      at,
      'access_token',
    ],
    ['with an additional field', { status: 200, body: body({ ...good, note: secret }) }, at, 'note'],
    [
      'with a value outside an enum',
      { status: 200, body: body({ ...good, status: secret }) },
      `${at}/status`,
      'allowed values',
    ],
    ['without a required field', { status: 200, body: body(without('status')) }, at, "'status'"],
    [
      'with the date 30 February',
      { status: 200, body: body({ ...good, [created]: february30 }) },
      `${at}/${created}`,
      'date-time',
    ],
    ['with a string as its body', { status: 200, body: secret }, '', 'must be'],
    ['without a body', { status: 200 }, '', 'must be'],
    ['with an undeclared status', { status: 418, body: { detail: secret } }, '', 'undeclared status'],
    [
      'with an undeclared content type',
      { status: 200, body: body(good), contentType: 'text/html' },
      '',
      'text/html',
    ],
    [
      'without a required header',
      { status: 429, body: { detail: secret } },
      '/headers/Retry-After',
      'required',
    ],
    [
      'with a header that is not a number',
      { status: 429, body: { detail: secret }, headers: { 'Retry-After': 'soon' } },
      '/headers/Retry-After',
      'integer',
    ],
    ['with an error of the wrong shape', { status: 404, body: { message: secret } }, '', "'detail'"],
  ])('replaces an answer %s with a 500', async (_, wrong, pointer, message) => {
    const { answer, logged } = await server.ask(() => wrong);
    expect(answer).toMatchObject({ status: 500, json: { detail: 'Internal server error' } });
    expect(answer.headers).toMatchObject({ 'content-type': 'application/json' });
    expect(JSON.stringify(answer)).not.toContain(secret);
    expect(logged).toMatchObject([
      {
        msg: 'an answer violated the contract',
        status: wrong.status,
        violations: expect.arrayContaining([{ pointer, message: expect.stringContaining(message) }]),
      },
    ]);
    expect(JSON.stringify(logged)).not.toContain(secret);
  });

  test('answers 500 without details if the handler throws', async () => {
    const { answer, logged } = await server.ask(() => {
      throw new Error(secret);
    });
    expect(answer).toMatchObject({ status: 500, json: { detail: 'Internal server error' } });
    expect(logged).toMatchObject([{ msg: 'a request failed' }]);
  });

  test('does not call the handler if the request is invalid', async () => {
    const bad = vendor.vendor === 'mielto' ? `${unknown}?limit=0` : 'no-uuid';
    const handled: unknown[] = [];
    const { answer } = await server.ask((request) => {
      handled.push(request);
      return { status: 200, body: body(good) };
    }, bad);
    expect(handled).toEqual([]);
    expect(answer.status).toBe(vendor.vendor === 'open-wearables' ? 400 : 422);
  });
});

test('an API whose own 500 violates its contract is refused at the start', () => {
  const renderProblem = () => ({ status: 500, body: 'no' });
  const api = apiOf({ vendor: 'mielto', parts: { ...vendorApis.mielto, renderProblem } });
  expect(() => createApiRouter({ api, context: contextOf(store), log: captureLog().log })).toThrow(
    /^The 500 of \w+ violates its own contract\./,
  );
});
