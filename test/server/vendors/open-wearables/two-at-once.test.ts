import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../../../../server/create-app.ts';
import { type ConsentDecision, codeHash } from '../../../../server/link/consent-decision.ts';
import { openStore, type Store } from '../../../../server/store/open-store.ts';
import { vendorEntry } from '../../../../spec/vendors.ts';
import { ask, type RawAnswer, type RawRequest } from '../../../support/raw-http.ts';
import { captureLog, serve } from '../../../support/serve.ts';
import { useFolder } from '../../../support/use-folder.ts';
import { jsonOf } from './use-open-wearables.ts';

/** Two servers, each with a connection of its own to one database. */
const folder = useFolder();
const now = () => new Date().toISOString();
let stores: readonly Store[];
let servers: readonly Awaited<ReturnType<typeof serve>>[];
beforeAll(async () => {
  const data = `${folder}/connections.db`;
  stores = [await openStore({ data, now }), await openStore({ data, now })];
  servers = await Promise.all(
    stores.map((store) => {
      const docsFolder = new URL('file:///no-docs/');
      const { log } = captureLog();
      return serve(createApp({ store, log, now, newId: randomUUID, allowedHosts: [], docsFolder }));
    }),
  );
});
afterAll(async () => {
  await Promise.all(servers.map(({ close }) => close()));
  for (const store of stores) await store.close();
});

const { key, developerToken } = vendorEntry('open-wearables');
const headers = {
  'X-API-Key': key.samples.first,
  Authorization: `Bearer ${developerToken?.samples.first}`,
  'Content-Type': 'application/json',
};

/** Sends the same request to both servers, twice to each, at once. */
function askAll(request: RawRequest): Promise<RawAnswer[]> {
  return Promise.all(
    [...servers, ...servers].map(({ url }) =>
      ask(url, { ...request, headers: { ...headers, ...request.headers } }),
    ),
  );
}

async function askFirst(request: RawRequest): Promise<RawAnswer> {
  return ask(servers[0]?.url ?? '', { ...request, headers });
}

const statuses = (answers: readonly RawAnswer[]) => answers.map(({ status }) => status).toSorted();

async function createUser(body: object = {}): Promise<string> {
  const created = await askFirst({ method: 'POST', path: '/api/v1/users', body: JSON.stringify(body) });
  return String(jsonOf(created).id);
}

test('a user with one external id is created once, and all answers show the same user', async () => {
  const body = JSON.stringify({ external_user_id: 'at-once', email: 'at-once@example.com' });
  const answers = await askAll({ method: 'POST', path: '/api/v1/users', body });
  expect(statuses(answers)).toEqual([201, 201, 201, 201]);
  expect(new Set(answers.map((answer) => jsonOf(answer).id)).size).toBe(1);
  expect(jsonOf(await askFirst({ path: '/api/v1/users?external_user_id=at-once' })).total).toBe(1);
});

test('a user with one e-mail address is created once, and the others are conflicts', async () => {
  const body = JSON.stringify({ email: 'one@example.com' });
  const answers = await askAll({ method: 'POST', path: '/api/v1/users', body });
  expect(statuses(answers)).toEqual([201, 409, 409, 409]);
  expect(jsonOf(await askFirst({ path: '/api/v1/users?email=one@example.com' })).total).toBe(1);
});

test('one e-mail address is given to one of two users', async () => {
  const body = JSON.stringify({ email: 'given@example.com' });
  const users = [await createUser(), await createUser()];
  const answers = await Promise.all(
    users.map((id, index) =>
      ask(servers[index]?.url ?? '', { method: 'PATCH', path: `/api/v1/users/${id}`, headers, body }),
    ),
  );
  expect(statuses(answers)).toEqual([200, 409]);
});

test('a user is deleted once', async () => {
  const answers = await askAll({ method: 'DELETE', path: `/api/v1/users/${await createUser()}` });
  expect(statuses(answers)).toEqual([200, 404, 404, 404]);
});

test('a state makes one connection', async () => {
  const id = await createUser();
  const begun = await askFirst({ path: `/api/v1/oauth/strava/authorize?user_id=${id}` });
  const { state } = jsonOf(begun);
  const session = await stores[0]?.links.find(String(state), 'consent');
  if (session == null) throw new Error('The state is unknown.');
  const account = { id: '1', username: 'runner' };
  const decision: ConsentDecision = { outcome: 'granted', codeHash: codeHash('code'), account, scopes: [] };
  await stores[0]?.links.hold(session, decision);
  const answers = await askAll({ path: `/api/v1/oauth/strava/callback?state=${state}&code=code` });
  expect(statuses(answers)).toEqual([303, 400, 400, 400]);
  expect((await askFirst({ path: `/api/v1/users/${id}/connections` })).json).toMatchObject([
    { status: 'active' },
  ]);
});

test('disconnecting and syncing at once leave one legal state', async () => {
  const user = '00000000-0000-4000-8000-000000000002';
  const answers = await Promise.all([
    askAll({ method: 'DELETE', path: `/api/v1/users/${user}/connections/garmin` }),
    askAll({ method: 'POST', path: `/api/v1/providers/garmin/users/${user}/sync` }),
  ]);
  expect(answers.map(statuses)).toEqual([
    [204, 204, 204, 204],
    [200, 200, 200, 200],
  ]);
  const lists = await askAll({ path: `/api/v1/users/${user}/connections` });
  for (const { json } of lists) {
    expect(json).toEqual(lists[0]?.json);
    expect(json).toContainEqual(expect.objectContaining({ provider: 'garmin', status: 'revoked' }));
  }
});
