import { JunctionClient } from '@junction-api/sdk';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readContract } from '../../../contract/contract.ts';
import { type RunningServer, startServer } from '../../../server/start-server.ts';
import { callbackOf } from './callback-of.ts';
import { recordOperations } from './record-operations.ts';

let server: RunningServer;
let client: JunctionClient;
beforeAll(async () => {
  server = await startServer();
  client = new JunctionClient({ apiKey: server.keys.junction, baseUrl: server.url, maxRetries: 0 });
});
afterAll(() => server.close());

const redirectUrl = 'https://app.example/linked?from=junction';
const renpho = { provider: 'renpho', password: 'a password' } as const;

async function createUser(): Promise<{ readonly userId: string; readonly clientUserId: string }> {
  const clientUserId = crypto.randomUUID();
  const { userId } = await client.user.create({ clientUserId });
  return { userId, clientUserId };
}

async function linkToken(userId: string): Promise<{ readonly vitalLinkToken: string }> {
  const { linkToken } = await client.link.token({ userId, redirectUrl });
  return { vitalLinkToken: linkToken };
}

async function statuses(userId: string): Promise<string[]> {
  const { providers = [] } = await client.user.getConnectedProviders({ userId });
  return providers.map(({ slug, status }) => `${slug} ${status}`);
}

test('The SDK calls every operation of the contract, in one loop', async () => {
  const recorded = recordOperations(server.url);
  const { userId, clientUserId } = await createUser();
  expect(await client.user.get({ userId })).toMatchObject({ userId, clientUserId, connectedSources: [] });
  expect(await client.user.getByClientUserId({ clientUserId })).toMatchObject({ userId });
  expect((await client.user.getAll({ limit: 1 })).users).toMatchObject([{ userId }]);
  await client.user.patch({ userId, fallbackTimeZone: 'Europe/Warsaw' });
  expect((await client.providers.getAll()).map(({ slug }) => slug)).toContain('oura');

  const token = await linkToken(userId);
  expect((await client.link.getAllProviders(token)).map(({ slug }) => slug)).toContain('renpho');
  const { oauthUrl } = await client.link.generateOauthLink({ ...token, oauthProvider: 'oura' });
  expect(await callbackOf(oauthUrl, 'grant')).toEqual({ from: 'junction', state: 'success' });

  const second = await linkToken(userId);
  await client.link.connectPasswordProvider({ ...second, ...renpho, username: 'mfa' });
  await client.link.completePasswordProviderMfa({ ...second, provider: 'renpho', mfaCode: '123456' });
  const third = await linkToken(userId);
  const email = { provider: 'freestyle_libre', email: 'ada@example.com' } as const;
  await client.link.connectEmailAuthProvider({ ...third, ...email });
  expect((await statuses(userId)).sort()).toEqual([
    'freestyle_libre connected',
    'oura connected',
    'renpho connected',
  ]);

  const { refreshedSources } = await client.user.refresh({ userId, timeout: 5 });
  expect(refreshedSources).toContain('oura/sleep');
  expect(await client.user.deregisterProvider({ userId, provider: 'oura' })).toEqual({ success: true });
  expect(await client.user.delete({ userId })).toEqual({ success: true });
  expect(await client.user.undoDelete({ userId })).toEqual({ success: true });
  expect(await statuses(userId)).toEqual([]);

  const demo = await createUser();
  const demoUser = { userId: demo.userId, provider: 'fitbit' } as const;
  expect(await client.link.connectDemoProvider(demoUser)).toMatchObject({ success: true });
  expect(await statuses(demo.userId)).toEqual(['fitbit connected']);
  expect((await client.link.codeCreate({ userId })).code).not.toBe('');

  const called = recorded.ids();
  recorded.stop();
  expect([...called].sort()).toEqual([...readContract('junction').operations.keys()].sort());
});

describe('A user', () => {
  test('keeps all fields that were set, until they are changed or cleared', async () => {
    const given = {
      clientUserId: crypto.randomUUID(),
      fallbackTimeZone: 'Europe/London',
      fallbackBirthDate: '1990-02-28',
      ingestionStart: '2025-01-01',
      ingestionEnd: '2026-01-01',
    };
    const created = await client.user.create(given);
    const { userId } = created;
    expect(created).toMatchObject({
      clientUserId: given.clientUserId,
      createdOn: expect.any(Date),
      fallbackTimeZone: { id: 'Europe/London', sourceSlug: 'manual', updatedAt: expect.any(Date) },
      fallbackBirthDate: { value: '1990-02-28', sourceSlug: 'manual', updatedAt: expect.any(Date) },
      ingestionStart: '2025-01-01',
      ingestionEnd: '2026-01-01',
    });
    expect(await client.user.get({ userId })).toEqual(created);
    const clientUserId = crypto.randomUUID();
    expect(await client.user.patch({ userId, clientUserId, fallbackTimeZone: null })).toBeUndefined();
    const { fallbackTimeZone, ...rest } = created;
    expect(fallbackTimeZone).not.toBeNull();
    expect(await client.user.getByClientUserId({ clientUserId })).toEqual({
      ...rest,
      clientUserId,
      fallbackTimeZone: null,
    });
  });

  test.each(['a b', 'a+b', 'ä/ö', '100%', '?x=1#y'])(
    'is found by the id %j of the application',
    async (id) => {
      const { userId } = await client.user.create({ clientUserId: id });
      expect(await client.user.getByClientUserId({ clientUserId: id })).toMatchObject({ userId });
      await client.user.delete({ userId });
      expect(await client.user.undoDelete({ clientUserId: id })).toEqual({ success: true });
      expect(await client.user.get({ userId })).toMatchObject({ clientUserId: id });
    },
  );

  test('appears once in the pages of all users, newest first', async () => {
    const own = await startServer();
    const paged = new JunctionClient({ apiKey: own.keys.junction, baseUrl: own.url });
    for (const id of ['one', 'two', 'three']) await paged.user.create({ clientUserId: id });
    const { total, users: all } = await paged.user.getAll();
    const found: typeof all = [];
    for (let offset = 0; offset < total; offset += 4) {
      const page = await paged.user.getAll({ offset, limit: 4 });
      expect(page).toMatchObject({ total, offset, limit: 4 });
      found.push(...page.users);
    }
    expect(found).toEqual(all);
    expect(all.slice(0, 3).map(({ clientUserId }) => clientUserId)).toEqual(['three', 'two', 'one']);
    expect(new Set(all.map(({ userId }) => userId)).size).toBe(total);
    await own.close();
  });
});

describe('A link', () => {
  test('shows the scopes that the person has granted', async () => {
    const { userId } = await createUser();
    const token = await linkToken(userId);
    const { oauthUrl } = await client.link.generateOauthLink({ ...token, oauthProvider: 'oura' });
    await callbackOf(oauthUrl, 'grant-required');
    const { providers = [] } = await client.user.getConnectedProviders({ userId });
    const availability = Object.values(providers[0]?.resourceAvailability ?? {});
    expect(new Set(availability.map(({ status }) => status))).toEqual(new Set(['available', 'unavailable']));
    const missing = availability.find(({ status }) => status === 'unavailable');
    expect(missing?.scopeRequirements?.userDenied.required).not.toEqual([]);
    expect((await client.user.get({ userId })).connectedSources).toMatchObject([
      { provider: { slug: 'oura', name: 'Oura' }, createdOn: expect.any(Date) },
    ]);
  });

  test.each([
    ['deny', 'user_cancelled'],
    ['required_scopes_not_granted', 'required_scopes_not_granted'],
    ['provider_api_error', 'provider_api_error'],
    ['provider_credential_error', 'provider_credential_error'],
    ['timeout', 'token_expired'],
  ])(
    'returns to the application after the outcome %s, and the token can be used again',
    async (name, type) => {
      const { userId } = await createUser();
      const token = await linkToken(userId);
      const { oauthUrl } = await client.link.generateOauthLink({ ...token, oauthProvider: 'strava' });
      expect(await callbackOf(oauthUrl, name)).toMatchObject({ state: 'error', error_type: type });
      expect(await statuses(userId)).toEqual([]);
      const again = await client.link.generateOauthLink({ ...token, oauthProvider: 'strava' });
      expect(await callbackOf(again.oauthUrl, 'grant')).toMatchObject({ state: 'success' });
    },
  );

  test('by password asks for the second factor, and a wrong code can be corrected', async () => {
    const { userId } = await createUser();
    const token = await linkToken(userId);
    expect(await client.link.connectPasswordProvider({ ...token, ...renpho, username: 'mfa' })).toMatchObject(
      {
        state: 'pending_provider_mfa',
        connected: false,
        providerMfa: { method: 'sms', hint: expect.any(String) },
      },
    );
    const complete = (mfaCode: string) =>
      client.link.completePasswordProviderMfa({ ...token, provider: 'renpho', mfaCode });
    expect(await complete('000000')).toMatchObject({ state: 'error', errorType: 'incorrect_mfa_code' });
    expect(await complete('123456')).toMatchObject({
      state: 'success',
      connected: true,
      provider: 'renpho',
      redirectUrl: `${redirectUrl}&state=success`,
    });
    expect(await statuses(userId)).toEqual(['renpho connected']);
    expect(await complete('123456')).toMatchObject({ state: 'error', errorType: 'token_consumed' });
  });
});

test('A code for the app on a phone expires when the application says', async () => {
  const { userId } = await createUser();
  const expiresAt = new Date('2090-01-02T03:04:05.000Z');
  expect(await client.link.codeCreate({ userId, expiresAt })).toMatchObject({
    code: expect.any(String),
    exchangeUrl: expect.stringContaining('code='),
    expiresAt,
  });
});
