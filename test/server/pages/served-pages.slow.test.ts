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

const open = (path: string) => visit(browser, server.url + path, { offline: false });

describe('the page at /', () => {
  test('shows a working command for each API', async () => {
    const { page, complaints } = await open('/');
    const commands = await page.locator('pre').allInnerTexts();
    expect(commands).toHaveLength(vendors.length + 1);
    for (const command of commands) {
      const [, name, value, url] = /^curl (?:-H '([^:]+): ([^']+)' )?(\S+)$/.exec(command) ?? [];
      expect(url).toContain(server.url);
      const headers = name && value ? { [name]: value } : {};
      expect((await fetch(String(url), { headers })).status, command).toBe(200);
    }
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test.each(['/', '/docs/'])(
    'has no dead links and no scripts, like the index of the docs: %s',
    async (path) => {
      const { page, complaints, headers } = await open(path);
      const links = await page
        .locator('a')
        .evaluateAll((found) => found.map((link) => String(Reflect.get(link, 'href'))));
      expect(links.length).toBeGreaterThanOrEqual(referenceDocs.length);
      for (const link of new Set(links)) expect([link, (await fetch(link)).status]).toEqual([link, 200]);
      expect(await page.locator('script').count()).toBe(0);
      expect(headers).toMatchObject({
        'content-security-policy': expect.stringMatching(/^default-src 'none';.*frame-ancestors 'none'/),
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'x-frame-options': 'SAMEORIGIN',
      });
      expect(complaints).toEqual([]);
      await page.context().close();
    },
  );

  test.each([320, 390, 1400])('fits a window that is %i pixels wide', async (width) => {
    const { page } = await open('/');
    await page.setViewportSize({ width, height: 800 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    await page.context().close();
  });
});

test.each(referenceDocs)('/docs/$file works under its Content-Security-Policy', async (reference) => {
  const { page, complaints, headers } = await open(`/docs/${reference.file}${reference.hash}`);
  await page.getByText(reference.example).first().waitFor();
  expect(headers['content-security-policy']).toMatch(/^default-src 'none';/);
  await page.getByText(scenarioUsers[0].userId).first().waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();
});
