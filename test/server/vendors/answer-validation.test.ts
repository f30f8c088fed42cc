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

type Lie = (request: unknown) => Answer;

/** Serves an API that answers as it is told to, whatever the request. */
async function serveLiar(vendor: (typeof vendors)[number]) {
  let lie: Lie;
  const handlers = { [vendor.list.operationId]: async (request: unknown) => lie(request) };
  const api = apiOf(vendor.vendor, { ...vendorApis[vendor.vendor], handlers });
  const { log, lines } = captureLog();
  const { url, close } = await serve(express().use(createApiRouter({ api, context: contextOf(store), log })));

  return {
    close,
    async ask(told: Lie, userId: string = noConnections) {
      lie = told;
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

describe.each(lists)('an API of $title that', ({ good, body, at, ...vendor }) => {
  const created = vendor.vendor === 'junction' ? 'created_on' : 'created_at';
  const without = (name: string) => Object.fromEntries(Object.entries(good).filter(([key]) => key !== name));
  const february30 = String(Reflect.get(good, created)).replace('-29T', '-30T');

  let liar: Awaited<ReturnType<typeof serveLiar>>;
  beforeAll(async () => {
    liar = await serveLiar(vendor);
  });
  afterAll(() => liar.close());

  test('keeps the contract is let through', async () => {
    const { answer, logged } = await liar.ask(() => ({ status: 200, body: body(good) }));
    expect(answer).toMatchObject({ status: 200, json: body(good) });
    expect(logged).toEqual([]);
  });

  test.each<[string, Answer, string, string]>([
    [
      'adds an access token',
      { status: 200, body: body({ ...good, access_token: secret }) },
      at,
      'access_token',
    ],
    ['adds a field', { status: 200, body: body({ ...good, note: secret }) }, at, 'note'],
    [
      'answers a wrong enum',
      { status: 200, body: body({ ...good, status: secret }) },
      `${at}/status`,
      'allowed values',
    ],
    ['leaves a field out', { status: 200, body: body(without('status')) }, at, "'status'"],
    [
      'answers 30 February',
      { status: 200, body: body({ ...good, [created]: february30 }) },
      `${at}/${created}`,
      'date-time',
    ],
    ['answers text for a list', { status: 200, body: secret }, '', 'must be'],
    ['answers nothing', { status: 200 }, '', 'must be'],
    ['answers an undeclared status', { status: 418, body: { detail: secret } }, '', 'undeclared status'],
    [
      'answers an undeclared content type',
      { status: 200, body: body(good), contentType: 'text/html' },
      '',
      'text/html',
    ],
    [
      'leaves a required header out',
      { status: 429, body: { detail: secret } },
      '/headers/Retry-After',
      'required',
    ],
    [
      'answers a header that is no number',
      { status: 429, body: { detail: secret }, headers: { 'Retry-After': 'soon' } },
      '/headers/Retry-After',
      'integer',
    ],
    ['breaks the shape of an error', { status: 404, body: { message: secret } }, '', "'detail'"],
  ])('%s is answered for with a 500', async (_, lie, pointer, message) => {
    const { answer, logged } = await liar.ask(() => lie);
    expect(answer).toMatchObject({ status: 500, json: { detail: 'Internal server error' } });
    expect(answer.headers).toMatchObject({ 'content-type': 'application/json' });
    expect(JSON.stringify(answer)).not.toContain(secret);
    expect(logged).toMatchObject([
      {
        msg: 'an answer broke the contract',
        status: lie.status,
        violations: expect.arrayContaining([{ pointer, message: expect.stringContaining(message) }]),
      },
    ]);
    expect(JSON.stringify(logged)).not.toContain(secret);
  });

  test('throws what nobody foresaw is answered for with a 500 that says nothing', async () => {
    const { answer, logged } = await liar.ask(() => {
      throw new Error(secret);
    });
    expect(answer).toMatchObject({ status: 500, json: { detail: 'Internal server error' } });
    expect(logged).toMatchObject([{ msg: 'a request failed' }]);
  });

  test('would answer whatever comes is never asked where the request is not valid', async () => {
    const bad = vendor.vendor === 'mielto' ? `${unknown}?limit=0` : 'no-uuid';
    const asked: unknown[] = [];
    const { answer } = await liar.ask((request) => {
      asked.push(request);
      return { status: 200, body: body(good) };
    }, bad);
    expect(asked).toEqual([]);
    expect(answer.status).toBe(vendor.vendor === 'open-wearables' ? 400 : 422);
  });
});

test('an API whose own 500 breaks its contract is refused at the start', () => {
  const renderProblem = () => ({ status: 500, body: 'no' });
  const api = apiOf('mielto', { ...vendorApis.mielto, renderProblem });
  expect(() => createApiRouter({ api, context: contextOf(store), log: captureLog().log })).toThrow(
    /^The 500 of listMieltoConnections breaks its own contract\./,
  );
});
