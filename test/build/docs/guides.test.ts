import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readGuides } from '../../../build/docs/guides.ts';
import { useFolder } from '../../support/use-folder.ts';

const folder = useFolder();
const index =
  '# Project\n\nWhat it is.\n\n- [Second](b.md): the second one.\n- [First](a.md): the first one.\n';

function folderWith(files: Readonly<Record<string, string>>): string {
  const place = join(folder, String(Math.random()));
  mkdirSync(place);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(place, name), text);
  return place;
}

test('the guides come in the order of the list, with its names and what it says of them', async () => {
  const markdown = '# The title\n\nAbout *this* `code`, see [b](b.md).\nMore of it.\n\nNot this.\n';
  const read = await readGuides(
    folderWith({ 'index.md': index, 'a.md': markdown, 'b.md': '# B\n\nText.\n' }),
  );
  expect(read.index).toMatchObject({ path: 'index', name: 'Project', description: 'What it is.' });
  expect(read.pages).toMatchObject([
    { path: 'b', name: 'Second', summary: 'the second one.', description: 'Text.' },
    {
      path: 'a',
      name: 'First',
      summary: 'the first one.',
      description: 'About this code, see b. More of it.',
      markdown,
      source: markdown,
    },
  ]);
});

test.each<[string, Record<string, string>, string]>([
  [
    'is missing',
    { 'index.md': index, 'a.md': '# A\n\nText.\n' },
    'A guide is missing: docs/b.md. Write it, or remove it from the list in docs/index.md.',
  ],
  [
    'is not in the list',
    { 'index.md': '# Project\n\nWhat it is.\n', 'c.md': '# C\n\nText.\n' },
    'A guide is not in the navigation: docs/c.md. Add it to the list in docs/index.md.',
  ],
  [
    'has no title',
    { 'index.md': index, 'a.md': 'Text.\n', 'b.md': '# B\n\nText.\n' },
    'docs/a.md has no title. Begin it with a line such as "# Verify a server", and a paragraph that says what the guide is about.',
  ],
  [
    'has no first paragraph',
    { 'index.md': index, 'a.md': '# A\n\n```sh\nText.\n```\n\n## Part\n\nText.\n', 'b.md': '# B\n\nText.\n' },
    'docs/a.md has no first paragraph. Begin it with a line such as "# Verify a server", and a paragraph that says what the guide is about.',
  ],
])('a guide that %s is refused', async (_, files, message) => {
  await expect(readGuides(folderWith(files))).rejects.toMatchObject({ name: 'ExplainedError', message });
});
