import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { scenarioUsers, unknownUser } from '../../spec/scenarios.ts';
import { commandsRun } from '../readme/guide-commands.ts';
import { copyProject } from '../support/copy-project.ts';
import { launchChromium } from '../support/launch-chromium.ts';
import { linkFaults } from '../support/link-faults.ts';
import { guides } from '../support/read-guides.ts';
import { readSite } from '../support/read-site.ts';
import { referenceDocs } from '../support/reference-docs.ts';
import { runInShell } from '../support/run-command.ts';
import type { serve } from '../support/serve.ts';
import { serveFolder } from '../support/serve-folder.ts';
import { useFolder } from '../support/use-folder.ts';
import { visit } from '../support/visit.ts';

const temporary = useFolder();
const copy = join(temporary, 'copy');
const guideNames = guides.flatMap(({ file }) => /^docs\/(.+)\.md$/.exec(file)?.[1] ?? []);

const [command, ...others] = commandsRun('docs');
let browser: Awaited<ReturnType<typeof launchChromium>>;
let built: Awaited<ReturnType<typeof runInShell>['ended']>;
let server: Awaited<ReturnType<typeof serve>>;
/** What the server of this project shows, and what a static host does. */
let own: ReadonlyMap<string, string>;
let site: ReadonlyMap<string, string>;

beforeAll(async () => {
  copyProject(copy);
  [browser, built] = await Promise.all([
    launchChromium(),
    runInShell(command?.line ?? '', { cwd: copy }).ended,
  ]);
  expect(built.code, built.output).toBe(0);
  own = readSite(join(copy, 'generated', 'docs'));
  site = readSite(join(copy, 'site'));
  server = await serveFolder(join(copy, 'site'), '/');
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const open = (path: string, options = {}) => visit(browser, server.url + path, options);
const pagesOf = (files: ReadonlyMap<string, string>) =>
  [...files.keys()].filter((path) => path.endsWith('.html'));

describe(`${command?.line}`, () => {
  test('writes the same pages for /docs/ and for the root of a static host, and nothing unfinished', () => {
    expect(others).toEqual([]);
    const names = [
      ...guideNames.flatMap((name) => [`${name}.html`, `${name}.md`]),
      ...referenceDocs.flatMap(({ name }) => [
        `interactive/${name}.html`,
        `openapi/${name}.json`,
        `openapi/${name}.yaml`,
        `reference/${name}.html`,
        `reference/${name}.md`,
      ]),
      '404.html',
      'THIRD-PARTY-LICENSES.txt',
      'hashmap.json',
      'llms.txt',
      'vp-icons.css',
    ];
    expect([...own.keys()].filter((path) => !path.startsWith('assets/')).sort()).toEqual(names.sort());
    expect([...site.keys()].sort()).toEqual([...own.keys()].sort());
    expect(built.output).toContain(
      `${join('generated', 'docs')}: ${own.size} files, to be served at /docs/\nsite: ${own.size} files, to be served at /\n`,
    );
    expect(own.get('index.html')).toContain('href="/docs/verify.html"');
    expect(site.get('index.html')).toContain('href="/verify.html"');
  });

  test('names the packages whose code the site contains, with their licences', () => {
    const text = site.get('THIRD-PARTY-LICENSES.txt') ?? '';
    const named = Array.from(text.matchAll(/^={80}\n(\S+) \S+ \(\S+\)$/gm), ([, name]) => name);
    for (const name of ['vitepress', '@vue/runtime-core', 'minisearch', 'mark.js', '@redocly/cli']) {
      expect(named).toContain(name);
    }
    expect(text.match(/copyright/gi)?.length).toBeGreaterThan(named.length);
  });

  test('leaves no dead link, no dead anchor and no file that is missing', () => {
    expect(linkFaults(own, '/docs/')).toEqual([]);
    expect(linkFaults(site, '/')).toEqual([]);
  });

  test('describes each page, and names its Markdown', () => {
    for (const path of pagesOf(site).filter((name) => name !== '404.html')) {
      const html = site.get(path) ?? '';
      const [, description = ''] = /<meta name="description" content="([^"]+)">/.exec(html) ?? [];
      expect(description.length, path).toBeGreaterThan(20);
      expect(description.length, path).toBeLessThan(300);
      const [, markdown = ''] =
        /<link rel="alternate" type="text\/markdown" href="([^"]+)">/.exec(html) ?? [];
      expect(site.has(join(path, '..', markdown)), path).toBe(true);
    }
    for (const { file, text } of guides) {
      if (file.startsWith('docs/') && file !== 'docs/index.md') expect(site.get(file.slice(5))).toBe(text);
    }
  });
});

describe('in a browser', () => {
  test('each page fits windows of 360 and 1600 pixels, light and dark, and asks no other host', async () => {
    for (const path of pagesOf(site)) {
      const { page, complaints } = await open(`/${path}`, { viewport: { width: 1600, height: 900 } });
      for (const width of [1600, 360]) {
        await page.setViewportSize({ width, height: 900 });
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          await page.locator('h1, .VPHero, .NotFound').first().waitFor();
          expect(await page.evaluate('document.documentElement.scrollWidth'), path).toBe(width);
        }
      }
      expect(complaints, path).toEqual([]);
      await page.context().close();
    }
  });

  test.each([
    ['resource_availability', 'Junction', 'reference/junction.html'],
    ['token_refresh_failed', 'Junction', 'reference/junction.html'],
    ['createSandboxConnection', 'Connect', 'reference/sandbox.html'],
    ['authentication.no-key', 'authentication.no-key', 'checks.html'],
  ])('the search finds %s', async (words, title, target) => {
    const { page, complaints } = await open('/');
    await page.getByRole('button', { name: 'Search' }).first().click();
    await page.locator('.search-input').fill(words);
    const result = page.locator(`.result[href*="${target}"]`).filter({ hasText: title }).first();
    await result.click();
    await page.waitForURL(`**/${target}*`);
    await page.getByText(words).first().waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('the first page leads through a guide to a reference, and back', async () => {
    const { page, complaints } = await open('/');
    await page.getByRole('link', { name: 'Getting started' }).first().click();
    await page.getByRole('heading', { name: 'Getting started', level: 1 }).waitFor();
    await page.locator('.VPSidebar').getByRole('link', { name: 'Junction' }).click();
    await page.getByRole('heading', { name: 'Junction user connections', level: 1 }).waitFor();
    await page.getByRole('link', { name: 'Interactive reference' }).click();
    await page.waitForURL('**/interactive/junction.html');
    await page.getByRole('link', { name: 'Text version' }).click();
    await page
      .getByRole('tab', { name: 'Python' })
      .or(page.getByText('Python', { exact: true }))
      .first()
      .click();
    await page.getByText('import requests').first().waitFor();
    await page.locator('.VPNavBarTitle a').click();
    await page.locator('.VPHero').waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('a page that does not exist says so', async () => {
    const { page } = await open('/404.html');
    await page.getByText('PAGE NOT FOUND').waitFor();
    await page.context().close();
  });

  test.each(referenceDocs)('the interactive reference of $name shows its contract', async (reference) => {
    const { name, hash, summary, path, example, source } = reference;
    const start = await open(`/interactive/${name}.html`);
    for (const { name: user, userId } of [...scenarioUsers, unknownUser]) {
      const row = start.page.getByRole('row').filter({ hasText: user }).filter({ hasText: userId });
      // The page is still being drawn after its text is there.
      await row.first().waitFor();
      expect(await row.count()).toBe(1);
    }
    await start.page.context().close();
    const { page, complaints } = await open(`/interactive/${name}.html${hash}`);
    await page.getByRole('heading', { name: summary }).first().waitFor();
    for (const text of [path, example, source]) await page.getByText(text).first().waitFor();
    expect([...start.complaints, ...complaints]).toEqual([]);
    await page.context().close();
  });

  test('an interactive reference shows the code samples in each language', async () => {
    const { page, complaints } = await open('/interactive/junction.html#/other/listjunctionproviders');
    for (const [from, to, line] of [
      ['cURL', 'TypeScript', 'createJunctionClient'],
      ['TypeScript', 'Junction SDK', 'JunctionClient'],
      ['Junction SDK', 'Python', 'import requests'],
      ['Python', 'Go', 'http.NewRequest'],
      ['Go', 'Java', 'HttpRequest.newBuilder'],
    ] as const) {
      await page.getByText(from, { exact: true }).first().click();
      await page.getByText(to, { exact: true }).last().click();
      await page.getByText(line).first().waitFor();
    }
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('the search of an interactive reference finds its operation', async () => {
    const { page, complaints } = await open('/interactive/mielto.html');
    const input = page.getByPlaceholder('Search docs');
    // Until the page's script runs, a click opens nothing. Later, the open search covers its button.
    await vi.waitFor(async () => {
      if (!(await input.isVisible())) await page.getByTestId('search-trigger').click({ timeout: 1_000 });
      await input.waitFor({ timeout: 1_000 });
    }, 100_000);
    await input.fill('integrations');
    const found = page.locator('[data-component-name="Search/SearchItem"]');
    await found.filter({ hasText: "List a user's integrations" }).waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
