import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { scenarioUsers, unknownUser } from '../../spec/scenarios.ts';
import { commandsRun } from '../readme/guide-commands.ts';
import { copyProject } from '../support/copy-project.ts';
import { launchChromium } from '../support/launch-chromium.ts';
import { referenceDocs } from '../support/reference-docs.ts';
import { runInShell } from '../support/run-command.ts';
import { useFolder } from '../support/use-folder.ts';
import { visit } from '../support/visit.ts';

const temporary = useFolder();
const copy = join(temporary, 'copy');
const folder = join(copy, 'site');

const [command, ...others] = commandsRun('docs');
let browser: Awaited<ReturnType<typeof launchChromium>>;
let built: Awaited<ReturnType<typeof runInShell>['ended']>;

beforeAll(async () => {
  copyProject(copy);
  [browser, built] = await Promise.all([
    launchChromium(),
    runInShell(command?.line ?? '', { cwd: copy }).ended,
  ]);
});
afterAll(() => browser?.close());

test(`${command?.line} puts the same docs into both folders, and nothing unfinished`, () => {
  expect(others).toEqual([]);
  const { code, output } = built;
  expect(code, output).toBe(0);
  const files = [...referenceDocs.map(({ file }) => file), 'index.html'].sort();
  for (const place of [join('generated', 'docs'), 'site']) {
    expect(readdirSync(join(copy, place)).sort()).toEqual(files);
    for (const file of files) expect(output).toContain(`${join(place, file)}\n`);
  }
  for (const file of files) {
    const [own, other] = [folder, join(copy, 'generated/docs')].map((place) =>
      readFileSync(join(place, file), 'utf8'),
    );
    expect(own === other, file).toBe(true);
  }
});

const onDisk = (file: string) => pathToFileURL(join(folder, file)).href;

describe('without a network', () => {
  test.each(referenceDocs)('$file shows its contract and asks nobody for anything', async (reference) => {
    const { file, hash, summary, path, example, source } = reference;
    const { page, complaints } = await visit(browser, onDisk(file) + hash, { offline: true });
    await page.getByRole('heading', { name: summary }).first().waitFor();
    for (const text of [path, example, source]) await page.getByText(text).first().waitFor();
    for (const { name, userId } of [...scenarioUsers, unknownUser]) {
      const row = page.getByRole('row').filter({ hasText: name }).filter({ hasText: userId });
      // The page goes on being drawn after its text is there.
      await row.first().waitFor();
      expect(await row.count()).toBe(1);
    }
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('what is typed into the search of a page is found', async () => {
    const { page, complaints } = await visit(browser, onDisk('mielto.html'), { offline: true });
    // It is there as soon as the page's script is at work.
    await page.getByAltText('redocly logo').waitFor();
    await page.getByText('Search').first().click();
    await page.keyboard.type('integrations');
    const found = page.locator('[data-component-name="Search/SearchItem"]');
    await found.filter({ hasText: "List a user's integrations" }).waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('the index leads to every page, and every page back to it', async () => {
    const { page, complaints } = await visit(browser, onDisk('index.html'), { offline: true });
    const files = await page
      .locator('a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(files).toEqual(referenceDocs.map(({ file }) => file));
    for (const { file } of referenceDocs) {
      await page.locator(`a[href="${file}"]`).click();
      await page.getByAltText('All references').click();
      await page.getByRole('heading', { name: 'User connections, in three shapes' }).waitFor();
      expect(page.url()).toBe(onDisk('index.html'));
    }
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
