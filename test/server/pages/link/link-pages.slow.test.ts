import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { consentOutcomes } from '../../../../server/link/consent-outcomes.ts';
import { launchChromium } from '../../../support/launch-chromium.ts';
import { serve } from '../../../support/serve.ts';
import { useLinkServer } from './use-link-server.ts';

const server = useLinkServer();
let browser: Browser;
/** The integrator's application, and a second site to which it sends the person on. */
let application: Awaited<ReturnType<typeof serve>>;
let secondSite: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  browser = await launchChromium();
  secondSite = await serve((_request, response) => {
    response
      .setHeader('Content-Type', 'text/html')
      .end('<title>Welcome back</title><link rel=icon href=data:,>');
  });
  application = await serve((request, response) => {
    const query = request.url?.split('?')[1] ?? '';
    response
      .writeHead(302, { Location: `${secondSite.url.replace('127.0.0.1', 'localhost')}/end?${query}` })
      .end();
  });
});

afterAll(async () => {
  await browser?.close();
  await application?.close();
  await secondSite?.close();
});

const redirectUrl = () => `${application.url}/done`;

/** Opens a page. `messages` are those of its console. */
async function open(url: string, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ viewport: { width: 1000, height: 1800 }, ...options });
  // Disabled: the timeout of the test applies.
  context.setDefaultTimeout(0);
  const page = await context.newPage();
  const messages: string[] = [];
  page.on('console', (message) => messages.push(message.text()));
  page.on('pageerror', (error) => messages.push(error.message));
  await page.goto(url);
  return { context, page, messages };
}

/** The result that the application gets. */
async function arrival(page: Page): Promise<Record<string, string>> {
  await page.waitForURL('**/end?*');
  return Object.fromEntries(new URL(page.url()).searchParams);
}

async function beginWidget() {
  const begun = await server.beginWidget({ redirectUrl: redirectUrl() });
  return { ...begun, url: `${server.url()}/link?token=${begun.token}&env=sandbox&region=us` };
}

describe('A person without scripts', () => {
  test('chooses a provider, an account and scopes, and returns to the application', async () => {
    const { url, userId } = await beginWidget();
    const { page, context, messages } = await open(url, { javaScriptEnabled: false });
    await page.getByLabel('Oura').check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByLabel('sam.okafor').check();
    await page.getByLabel('sleep').uncheck();
    await page.getByRole('button', { name: 'Allow', exact: true }).click();
    expect(await arrival(page)).toEqual({ state: 'success' });
    expect(await page.title()).toBe('Welcome back');
    expect(await server.connectionsOf(userId)).toMatchObject([
      { provider: 'oura', externalUsername: 'sam.okafor', grantedScopes: 'activity heartrate body' },
    ]);
    expect(messages).toEqual([]);
    await context.close();
  });

  test.each(consentOutcomes)('chooses the outcome "$title"', async ({ name, title }) => {
    const { url } = await server.beginConsent({ redirectUrl: redirectUrl() });
    const { page, context, messages } = await open(url, { javaScriptEnabled: false });
    await page.getByRole('button', { name: title, exact: true }).click();
    const clicked = await arrival(page);
    const other = await server.beginConsent({ redirectUrl: redirectUrl() });
    await page.goto(`${other.url}&simulate=${name}`);
    expect(await arrival(page)).toEqual(clicked);
    expect(messages).toEqual([]);
    await context.close();
  });

  test('goes back after the end and sends the form again', async () => {
    const { url, userId } = await server.beginConsent({ redirectUrl: redirectUrl() });
    const { page, context } = await open(url, { javaScriptEnabled: false });
    await page.getByRole('button', { name: 'Allow', exact: true }).click();
    expect(await arrival(page)).toEqual({ state: 'success' });
    await page.goBack();
    await page.waitForURL(url);
    const button = page.getByRole('button', { name: 'Allow', exact: true });
    if ((await button.count()) === 0)
      expect(await page.innerText('h1')).toBe('This link has already been used.');
    else {
      await button.click();
      expect(await arrival(page)).toMatchObject({ state: 'error', error_type: 'token_consumed' });
    }
    expect(await server.connectionsOf(userId)).toHaveLength(1);
    await context.close();
  });

  test('gets a page at the end if the link has no URL of an application', async () => {
    const { url } = await server.beginConsent({ redirectUrl: null });
    const { page, context, messages } = await open(url, { javaScriptEnabled: false });
    await page.getByRole('button', { name: 'Deny' }).click();
    await page.waitForURL('**/link/finished?*');
    expect(await page.innerText('h1')).toBe('The account is not connected');
    expect(messages).toEqual([]);
    await context.close();
  });
});

test('The keyboard alone completes a link, and shows where it is', async () => {
  const { url, userId } = await beginWidget();
  const { page, context } = await open(url);
  const { keyboard } = page;
  await keyboard.press('Tab');
  await keyboard.press('Space');
  await keyboard.press('ArrowDown');
  expect(await page.evaluate('document.activeElement.value')).toBe('fitbit');
  const outline =
    'getComputedStyle(document.activeElement.closest("label") ?? document.activeElement).outlineStyle';
  expect(await page.evaluate(outline)).toBe('solid');
  await keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement.textContent')).toBe('Continue');
  expect(await page.evaluate(outline)).toBe('solid');
  await keyboard.press('Enter');
  await page.waitForURL('**/consent/fitbit?*');
  for (const key of ['Tab', 'ArrowDown', 'Tab', 'Tab', 'Space', 'Tab', 'Tab', 'Tab'])
    await keyboard.press(key);
  expect(await page.evaluate('document.activeElement.textContent')).toBe('Allow');
  await keyboard.press('Enter');
  expect(await arrival(page)).toEqual({ state: 'success' });
  expect(await server.connectionsOf(userId)).toMatchObject([
    { externalUsername: 'sam.okafor', grantedScopes: 'activity heartrate body' },
  ]);
  await context.close();
});

describe('Each page', () => {
  const schemes = ['light', 'dark'] as const;
  test.each(schemes.flatMap((colorScheme) => [320, 1280].map((width) => ({ colorScheme, width }))))(
    'fits a window of $width pixels, in $colorScheme, with a name for each control',
    async ({ colorScheme, width }) => {
      const { url } = await beginWidget();
      const consent = await server.beginConsent();
      const { page, context, messages } = await open(url, { colorScheme, viewport: { width, height: 800 } });
      for (const address of [url, consent.url, `${server.url()}/link/finished?state=success`]) {
        await page.goto(address);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
        expect(await page.locator('h1').count()).toBe(1);
        expect(await page.locator('script').count()).toBe(0);
        const unnamed = /^\s*- (?:radio|checkbox|button|group)(?::|$| \[)/m;
        expect(await page.locator('main').ariaSnapshot()).not.toMatch(unnamed);
      }
      expect(messages).toEqual([]);
      await context.close();
    },
  );
});

describe('Another site', () => {
  /** Opens a page of another site with this markup. */
  async function hostile(markup: string, context?: BrowserContext) {
    const site = await serve((_request, response) => {
      response.setHeader('Content-Type', 'text/html').end(`<link rel=icon href=data:,>${markup}`);
    });
    const url = site.url.replace('127.0.0.1', 'localhost');
    const page = await (context ?? (await browser.newContext())).newPage();
    return { page, site, url };
  }

  test('cannot frame a page', async () => {
    const { url } = await server.beginConsent();
    const { page, site, url: evil } = await hostile(`<iframe src="${url}"></iframe>`);
    await page.goto(evil);
    const [, frame] = page.frames();
    await expect.poll(() => frame?.url()).toBe('chrome-error://chromewebdata/');
    await page.context().close();
    await site.close();
  });

  test('cannot send a form, although the person has the page open', async () => {
    const { url, token } = await server.beginConsent();
    const { context } = await open(url);
    const form = `<form method=post action="${url.replaceAll('&', '&amp;')}"><button name=outcome value=grant>Go</button></form>`;
    const { page, site, url: evil } = await hostile(form, context);
    await page.goto(evil);
    await page.getByRole('button').click();
    await page.waitForURL('**/consent/**');
    expect(await page.innerText('h1')).toBe('The form was not sent from its own page');
    expect((await server.store().links.find(token, 'consent'))?.pending).toBeNull();
    await context.close();
    await site.close();
  });

  test('cannot read a page', async () => {
    const { url } = await server.beginConsent();
    const { page, site, url: evil } = await hostile('<p>evil</p>');
    await page.goto(evil);
    const read = `fetch(${JSON.stringify(url)}).then((answer) => answer.text(), (error) => error.name)`;
    expect(await page.evaluate(read)).toBe('TypeError');
    await page.context().close();
    await site.close();
  });
});
