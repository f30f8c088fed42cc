import { afterAll, expect, test } from 'vitest';
import { ask, exchange } from '../../../support/raw-http.ts';
import { startOpenWearables, wearablesKeys } from './open-wearables-server.ts';
import { wearableUsers } from './wearable-users.ts';

const { url, close } = await startOpenWearables({ uuidKeyBreaks: true });
afterAll(close);

const { ana, ben } = wearableUsers;
const headers = { 'X-Open-Wearables-API-Key': wearablesKeys.valid };
const listOf = (user: string) => `/api/v1/users/${user}/connections`;
const bare = ana.replaceAll('-', '');

test('A list is ordered by created_at, newest first, and its items have the 18 measured fields', async () => {
  const { json, headers: sent } = await ask(url, { path: listOf(ana), headers });
  expect(json).toMatchObject(
    ['apple', 'sensorbio', 'garmin', 'strava', 'coros'].map((provider) => ({ provider, user_id: ana })),
  );
  expect(Array.isArray(json) ? Object.keys(json[0]) : []).toHaveLength(18);
  expect(json).toMatchObject([
    { icon_url: '/static/provider-icons/apple.svg', scope: null, live_sync_mode: null },
    {},
    { max_historical_days: 30, webhook_callback: true, live_sync_mode: 'webhook', linked_user_ids: [ben] },
    {},
    { icon_url: null, live_sync_mode: null, rest_pull: false, linked_user_ids: [] },
  ]);
  expect(Object.keys(sent).sort()).toEqual(['content-length', 'content-type', 'date', 'server']);
});

test.each([
  ['in upper case', ana.toUpperCase()],
  ['without hyphens', bare],
  ['in braces', `%7B${ana}%7D`],
  ['as a URN', `urn:uuid:${ana}`],
])('A user id %s is the same user', async (_, user) => {
  expect(await ask(url, { path: listOf(user), headers })).toMatchObject({
    status: 200,
    json: [{ user_id: ana }, {}, {}, {}, {}],
  });
});

test('An unknown user has an empty list', async () => {
  const path = listOf('00000000-0000-0000-0000-000000000000');
  expect(await ask(url, { path, headers })).toMatchObject({ status: 200, json: [] });
});

test.each([
  ['abc', 'invalid length: expected length 32 for simple format, found 3'],
  [`${ana}0`, 'invalid group length in group 4: expected 12, found 13'],
  [`%20${ana}`, 'invalid character: found ` ` at 1'],
  [`${ana}%00`, 'invalid character: found `\0` at 37'],
])('A user id of %s is refused with a message that contains the fault twice', async (user, fault) => {
  expect(await ask(url, { path: listOf(user), headers })).toMatchObject({
    status: 400,
    json: { detail: `Input should be a valid UUID, ${fault} - ${fault}` },
  });
});

test.each<[string, Record<string, string>, string]>([
  ['no key', {}, 'Authentication required: provide JWT token or API key'],
  [
    'the key in X-API-Key',
    { 'X-API-Key': wearablesKeys.valid },
    'Authentication required: provide JWT token or API key',
  ],
  ['a revoked key', { 'x-open-wearables-api-key': wearablesKeys.revoked }, 'Invalid or missing API key'],
])('A request with %s is refused before its input is read', async (_, sent, detail) => {
  expect(await ask(url, { path: listOf('abc'), headers: sent })).toMatchObject({
    status: 401,
    json: { detail },
  });
});

test.each([
  ['HEAD', listOf(ana), 405, 'GET', ''],
  ['POST', listOf(ana), 405, 'GET', '{"detail":"Method Not Allowed"}'],
  ['GET', '/api/v1/nothing', 404, undefined, '{"detail":"Not Found"}'],
])('%s %s returns %i', async (method, path, status, allow, text) => {
  const answer = await ask(url, { method, path, headers });
  expect(answer).toMatchObject({ status, text });
  expect(answer.headers.allow).toBe(allow);
});

test('A slash at the end is a redirect to the host of the request, also without a key', async () => {
  const request = { path: `${listOf(ana)}/?a=1`, headers: { Host: 'invented.example' } };
  expect(await ask(url, request)).toMatchObject({
    status: 307,
    headers: { location: `http://invented.example${listOf(ana)}?a=1` },
    text: '',
  });
});

test('A key that reads as a UUID causes a 500 in plain text, after which the connection is closed', async () => {
  const request = `GET ${listOf(ana)} HTTP/1.1\r\nHost: x\r\nX-Open-Wearables-API-Key: ${bare}\r\n\r\n`;
  const answers = (await exchange(url, request + request)).split('\r\n\r\n');
  expect(answers).toEqual([expect.stringMatching(/^HTTP\/1\.1 500 /), 'Internal Server Error']);
  expect(answers[0]).toMatch(/^content-type: text\/plain; charset=utf-8$/im);
  expect(answers[0]).not.toMatch(/^connection:/im);
});

test('The look-up of such a key can be repaired', async () => {
  const repaired = await startOpenWearables({ uuidKeyBreaks: false });
  const sent = { 'X-Open-Wearables-API-Key': `{${ana}}` };
  expect(await ask(repaired.url, { path: listOf(ana), headers: sent })).toMatchObject({ status: 401 });
  await repaired.close();
});
