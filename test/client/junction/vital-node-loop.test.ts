import { VitalClient } from '@tryvital/vital-node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readContract } from '../../../contract/contract.ts';
import { type RunningServer, startServer } from '../../../server/start-server.ts';
import { callbackOf } from './callback-of.ts';
import { recordOperations } from './record-operations.ts';

let server: RunningServer;
let client: VitalClient;
beforeAll(async () => {
  server = await startServer();
  client = new VitalClient({ apiKey: server.keys.junction, baseUrl: server.url, maxRetries: 0 });
});
afterAll(() => server.close());

async function linkToken(userId: string): Promise<{ readonly vitalLinkToken: string }> {
  const { linkToken } = await client.link.token({ userId, redirectUrl: 'myapp://linked' });
  return { vitalLinkToken: linkToken };
}

async function statuses(userId: string): Promise<string[]> {
  const { providers = [] } = await client.user.getConnectedProviders(userId);
  return providers.map(({ slug, status }) => `${slug} ${status}`).sort();
}

test('The older SDK of the vendor calls every operation of the contract, in one loop', async () => {
  const recorded = recordOperations(server.url);
  const clientUserId = crypto.randomUUID();
  const { userId } = await client.user.create({ clientUserId });
  expect(await client.user.get(userId)).toMatchObject({ userId, clientUserId, connectedSources: [] });
  expect(await client.user.getByClientUserId(clientUserId)).toMatchObject({ userId });
  const { total } = await client.user.getAll();
  const last = await client.user.getAll({ offset: total - 1, limit: 3 });
  expect(last).toMatchObject({ total, offset: total - 1, limit: 3, users: [expect.anything()] });
  expect(await client.user.patch(userId, { fallbackBirthDate: '1990-02-28' })).toBeUndefined();
  expect((await client.user.get(userId)).fallbackBirthDate).toMatchObject({ value: '1990-02-28' });
  expect((await client.providers.getAll()).map(({ slug }) => slug)).toContain('oura');

  const first = await linkToken(userId);
  expect((await client.link.getAllProviders(first)).map(({ slug }) => slug)).toContain('renpho');
  const denied = await client.link.generateOauthLink('oura', first);
  expect(await callbackOf(denied.oauthUrl, 'deny')).toMatchObject({
    state: 'error',
    error_type: 'user_cancelled',
  });
  const granted = await client.link.generateOauthLink('oura', first);
  expect(await callbackOf(granted.oauthUrl, 'grant')).toEqual({ state: 'success' });

  const second = await linkToken(userId);
  const account = { username: 'mfa_email', password: 'a password' };
  expect(await client.link.connectPasswordProvider('renpho', { ...second, ...account })).toMatchObject({
    state: 'pending_provider_mfa',
    providerMfa: { method: 'email' },
  });
  const complete = (mfaCode: string) =>
    client.link.completePasswordProviderMfa('renpho', { ...second, mfaCode });
  expect(await complete('000000')).toMatchObject({ state: 'error', errorType: 'incorrect_mfa_code' });
  expect(await complete('123456')).toMatchObject({ state: 'success', connected: true });

  const third = await linkToken(userId);
  const wrong = { ...third, email: 'wrong@example.com' };
  expect(await client.link.connectEmailAuthProvider('freestyle_libre', wrong)).toMatchObject({
    error_type: 'provider_credential_error',
  });
  const right = { ...third, email: 'ada@example.com' };
  expect(await client.link.connectEmailAuthProvider('freestyle_libre', right)).toMatchObject({
    state: 'success',
  });
  expect(await statuses(userId)).toEqual(['freestyle_libre connected', 'oura connected', 'renpho connected']);

  expect(await client.user.refresh(userId, { timeout: 5 })).toMatchObject({ success: true, userId });
  expect(await client.user.deregisterProvider(userId, 'oura')).toEqual({ success: true });
  expect(await statuses(userId)).not.toContain('oura connected');
  expect(await client.user.delete(userId)).toEqual({ success: true });
  expect(await client.user.undoDelete({ userId })).toEqual({ success: true });
  expect(await client.user.get(userId)).toMatchObject({ clientUserId, connectedSources: [] });

  const demo = await client.user.create({ clientUserId: crypto.randomUUID() });
  expect(
    await client.link.connectDemoProvider({ userId: demo.userId, provider: 'apple_health_kit' }),
  ).toMatchObject({ success: true });
  expect(await statuses(demo.userId)).toEqual(['apple_health_kit connected']);
  const { expiresAt } = await client.link.codeCreate({ userId });
  expect(expiresAt.getTime()).toBeGreaterThan(Date.now());

  const called = recorded.ids();
  recorded.stop();
  expect([...called].sort()).toEqual([...readContract('junction').operations.keys()].sort());
});
