import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ExplainedError } from '../../contract/explained-error.ts';
import { firstParagraph, shortened, titleOf } from './markdown-text.ts';
import type { Page } from './page.ts';

/** The guides of a folder. */
export interface Guides {
  /** The page that lists the others, `index.md`. */
  readonly index: Page;
  /** In the order of the list. */
  readonly pages: readonly Page[];
}

/**
 * Reads the guides of a folder. The list in its `index.md` is the navigation of the site. Rejects with an
 * `ExplainedError` if a listed guide is missing, or if a guide is not listed.
 */
export async function readGuides(folder: string): Promise<Guides> {
  const markdown = await readFile(join(folder, 'index.md'), 'utf8');
  const listed = [...markdown.matchAll(/^- \[([^\]]+)\]\(([\w-]+)\.md\): (.+)$/gm)].map(
    ([, name = '', path = '', summary = '']) => ({ name, path, summary }),
  );
  const files = (await readdir(folder)).filter((file) => file.endsWith('.md') && file !== 'index.md');
  const missing = listed.filter(({ path }) => !files.includes(`${path}.md`));
  if (missing.length > 0) {
    throw new ExplainedError(
      `A guide is missing: ${missing.map(({ path }) => `docs/${path}.md`).join(', ')}. Write it, or remove it from the list in docs/index.md.`,
    );
  }
  const unlisted = files.filter((file) => !listed.some(({ path }) => file === `${path}.md`));
  if (unlisted.length > 0) {
    throw new ExplainedError(
      `A guide is not in the navigation: ${unlisted.map((file) => `docs/${file}`).join(', ')}. Add it to the list in docs/index.md.`,
    );
  }
  return {
    index: pageOf({ name: titleOf(markdown) ?? '', path: 'index', summary: '', markdown }),
    pages: await Promise.all(
      listed.map(async (entry) =>
        pageOf({ ...entry, markdown: await readFile(join(folder, `${entry.path}.md`), 'utf8') }),
      ),
    ),
  };
}

function pageOf(guide: Pick<Page, 'name' | 'path' | 'summary' | 'markdown'>): Page {
  const { path, markdown } = guide;
  const [title, opening] = [titleOf(markdown), firstParagraph(markdown)];
  if (title !== null && opening !== null) {
    return { ...guide, description: shortened(opening), source: markdown };
  }
  throw new ExplainedError(
    `docs/${path}.md has no ${title === null ? 'title' : 'first paragraph'}. Begin it with a line such as "# Verify a server", and a paragraph that says what the guide is about.`,
  );
}
