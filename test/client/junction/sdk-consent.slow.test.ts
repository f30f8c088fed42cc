import { JunctionClient } from '@junction-api/sdk';
import { VitalClient } from '@tryvital/vital-node';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../../server/start-server.ts';
import { launchChromium } from '../../support/launch-chromium.ts';
import { serve } from '../../support/serve.ts';

let server: RunningServer;
let browser: Browser;
/** The application to which the person returns. */
let application: Awaited<ReturnType<typeof serve>>;
let junction: JunctionClient;
beforeAll(async () => {
  browser = await launchChromium();
  server = await startServer();
  junction = new JunctionClient({ apiKey: server.keys.junction, baseUrl: server.url, maxRetries: 0 });
  application = await serve((_request, response) => {
    response.setHeader('Content-Type', 'text/html').end('<title>Linked</title><link rel=icon href=data:,>');
  });
});
afterAll(async () => {
  await browser?.close();
  await application?.close();
  await server?.close();
});

/** Opens a page, acts on it as a person, and returns the query with which the person comes to the application. */
async function visit(
  url: string | null | undefined,
  act: (page: Page) => Promise<void>,
): Promise<Readonly<Record<string, string>>> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  // Disabled: the timeout of the test applies.
  context.setDefaultTimeout(0);
  const page = await context.newPage();
  await page.goto(String(url));
  await act(page);
  await page.waitForURL(`${application.url}/**`);
  expect(await page.title()).toBe('Linked');
  const { searchParams } = new URL(page.url());
  await context.close();
  return Object.fromEntries(searchParams);
}

const click = (name: string) => (page: Page) => page.getByRole('button', { name, exact: true }).click();

async function createUser(): Promise<string> {
  const { userId } = await junction.user.create({ clientUserId: crypto.randomUUID() });
  return userId;
}

async function tokenOf(userId: string) {
  const made = await junction.link.token({ userId, redirectUrl: `${application.url}/linked` });
  return { vitalLinkToken: made.linkToken, linkWebUrl: made.linkWebUrl };
}

async function connected(userId: string) {
  const { providers = [] } = await junction.user.getConnectedProviders({ userId });
  return providers;
}

describe.each([
  [
    '@junction-api/sdk',
    (vitalLinkToken: string) => junction.link.generateOauthLink({ vitalLinkToken, oauthProvider: 'oura' }),
  ],
  [
    '@tryvital/vital-node',
    (vitalLinkToken: string) => {
      const vital = new VitalClient({ apiKey: server.keys.junction, baseUrl: server.url, maxRetries: 0 });
      return vital.link.generateOauthLink('oura', { vitalLinkToken });
    },
  ],
])('A person at the consent page of a link by %s', (_, generateOauthLink) => {
  test('grants some scopes, which the list shows', async () => {
    const userId = await createUser();
    const { oauthUrl } = await generateOauthLink((await tokenOf(userId)).vitalLinkToken);
    const result = await visit(oauthUrl, async (page) => {
      await page.getByLabel('sam.okafor').check();
      await page.getByLabel('sleep').uncheck();
      await click('Allow')(page);
    });
    expect(result).toEqual({ state: 'success' });
    expect(await connected(userId)).toMatchObject([
      {
        slug: 'oura',
        status: 'connected',
        externalUserId: 'oura-sam',
        resourceAvailability: { activity: { status: 'available' }, sleep: { status: 'unavailable' } },
      },
    ]);
  });

  test('denies, and grants with the same link token', async () => {
    const userId = await createUser();
    const { vitalLinkToken } = await tokenOf(userId);
    const denied = await generateOauthLink(vitalLinkToken);
    expect(await visit(denied.oauthUrl, click('Deny'))).toMatchObject({
      state: 'error',
      error_type: 'user_cancelled',
    });
    expect(await connected(userId)).toEqual([]);
    const granted = await generateOauthLink(vitalLinkToken);
    expect(await visit(granted.oauthUrl, click('Allow'))).toEqual({ state: 'success' });
    expect(await connected(userId)).toMatchObject([{ slug: 'oura', status: 'connected' }]);
  });
});

test('A person opens the widget of a link token, chooses a provider and returns to the application', async () => {
  const userId = await createUser();
  const result = await visit((await tokenOf(userId)).linkWebUrl, async (page) => {
    await page.getByLabel('Strava').check();
    await click('Continue')(page);
    await page.waitForURL('**/consent/strava?*');
    await click('Allow')(page);
  });
  expect(result).toEqual({ state: 'success' });
  expect(await connected(userId)).toMatchObject([{ slug: 'strava', status: 'connected' }]);
});
