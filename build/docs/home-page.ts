import { firstParagraph } from './markdown-text.ts';
import type { Page } from './page.ts';

/** All pages that have a place in the navigation. */
export interface Listing {
  /** The list of the guides. */
  readonly index: Page;
  readonly guides: readonly Page[];
  readonly references: readonly Page[];
}

/** The first page of the site, which leads to all others. */
export function homePage({ index, guides, references }: Listing): Page {
  const actions = [
    ...guides.slice(0, 1).map(({ name, path }) => ({ theme: 'brand', text: name, link: `/${path}` })),
    ...references.slice(0, 1).map(({ path }) => ({ theme: 'alt', text: 'References', link: `/${path}` })),
  ];
  const features = [...guides, ...references].map(({ name, summary, path }) => ({
    title: name,
    details: capitalized(summary),
    link: `/${path}`,
  }));
  return {
    ...index,
    markdown: `${index.markdown.trimEnd()}\n\n## References\n\n${linkList(references)}\n`,
    source: '',
    frontmatter: {
      layout: 'home',
      hero: { text: index.name, tagline: openingOf(index), actions },
      features,
    },
  };
}

/** The pages as a list of links to their Markdown, for programs that read. @see https://llmstxt.org */
export function llmsText({ index, guides, references }: Listing): string {
  return `# ${index.name}

> ${openingOf(index)}

## Guides

${linkList(guides)}

## References

${linkList(references)}
`;
}

function openingOf({ markdown, description }: Page): string {
  return firstParagraph(markdown) ?? description;
}

function linkList(pages: readonly Page[]): string {
  return pages.map(({ name, path, summary }) => `- [${name}](${path}.md): ${summary}`).join('\n');
}

function capitalized(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
