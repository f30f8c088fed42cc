import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../../server/start-server.ts';
import { scenarioUsers } from '../../../spec/scenarios.ts';
import { vendors } from '../../../spec/vendors.ts';
import { launchChromium } from '../../support/launch-chromium.ts';
import { referenceDocs } from '../../support/reference-docs.ts';
import { visit } from '../../support/visit.ts';

let browser: Awaited<ReturnType<typeof launchChromium>>;
let server: RunningServer;

beforeAll(async () => {
  if (!existsSync(new URL('../../../generated/docs/index.html', import.meta.url))) {
    throw new Error('The docs are not built. Run: npm run docs');
  }
  [browser, server] = await Promise.all([launchChromium(), startServer()]);
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const pageHeaders = {
  'content-security-policy': expect.stringMatching(/^default-src 'none';.*frame-ancestors 'none'/),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'SAMEORIGIN',
};

const open = (path: string) => visit(browser, server.url + path);

describe('the page at /', () => {
  test('shows a working command for each API, and one that begins a link', async () => {
    const { page, complaints } = await open('/');
    const commands = await page.locator('pre').allInnerTexts();
    expect(commands).toHaveLength(vendors.length + 2);
    for (const command of commands) {
      const [, name, value, url] = /^curl (?:-H '([^:]+): ([^']+)' )?'?(\S+?)'?$/.exec(command) ?? [];
      expect(url).toContain(server.url);
      const headers = name && value ? { [name]: value } : {};
      expect((await fetch(String(url), { headers })).status, command).toBe(200);
    }
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('has no dead links and no scripts', async () => {
    const { page, complaints, headers } = await open('/');
    const links = await page
      .locator('a')
      .evaluateAll((found) => found.map((link) => String(Reflect.get(link, 'href'))));
    expect(links.length).toBeGreaterThanOrEqual(referenceDocs.length);
    for (const link of new Set(links)) expect([link, (await fetch(link)).status]).toEqual([link, 200]);
    expect(await page.locator('script').count()).toBe(0);
    expect(headers).toMatchObject(pageHeaders);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test.each([320, 390, 1400])('fits a window that is %i pixels wide', async (width) => {
    const { page } = await open('/');
    await page.setViewportSize({ width, height: 800 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    await page.context().close();
  });
});

describe('the docs work under their Content-Security-Policy', () => {
  test('/docs/ and the guides, with their search', async () => {
    const { page, complaints, headers } = await open('/docs/');
    expect(headers).toMatchObject(pageHeaders);
    await page.locator('a[href="/docs/verify.html"]').first().click();
    await page.getByRole('heading', { name: 'Verify a server', level: 1 }).waitFor();
    await page.getByRole('button', { name: 'Search' }).first().click();
    await page.locator('.search-input').fill('reconnectSandboxConnection');
    await page.locator('.result[href*="reference/sandbox.html"]').first().click();
    await page.waitForURL('**/docs/reference/sandbox.html*');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test.each(referenceDocs)('the interactive reference of $name', async (reference) => {
    const { page, complaints, headers } = await open(
      `/docs/interactive/${reference.name}.html${reference.hash}`,
    );
    await page.getByText(reference.example).first().waitFor();
    expect(headers).toMatchObject(pageHeaders);
    await page.getByText(scenarioUsers[0].userId).first().waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test.each([
    ['verify.md', 'text/markdown; charset=utf-8', '# Verify a server'],
    ['reference/junction.md', 'text/markdown; charset=utf-8', '# Junction user connections'],
    ['llms.txt', 'text/plain; charset=utf-8', '# connections-contract'],
    ['openapi/junction.yaml', 'text/yaml; charset=utf-8', 'openapi: 3.1.0'],
  ])('/docs/%s is text', async (path, type, opening) => {
    const response = await fetch(`${server.url}/docs/${path}`);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, type]);
    expect(await response.text()).toMatch(new RegExp(`^${opening}\n`));
  });
});
