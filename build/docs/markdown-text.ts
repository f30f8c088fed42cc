/** A search engine shows about as much of a description. */
const longestDescription = 200;

/** The text of the heading that a document begins with, without its marks; null if it begins with something else. */
export function titleOf(markdown: string): string | null {
  const [, title] = /^\s*# +(.+)/.exec(markdown) ?? [];
  return title === undefined ? null : plainText(title);
}

/** The first paragraph as plain text; null if there is none before the next heading. */
export function firstParagraph(markdown: string): string | null {
  const prose = markdown.replaceAll(/^(```|~~~)[\s\S]*?^\1.*$/gm, '');
  const [, opening = ''] = /^\s*# .+\n([\s\S]*?)(?=\n#|$(?![\s\S]))/.exec(prose) ?? [];
  const paragraph = opening.split(/\n{2,}/).find((block) => /^\s*[\p{L}\d*_`[]/u.test(block));
  return paragraph === undefined ? null : plainText(paragraph);
}

/** Text without the marks of Markdown: links, emphasis and code. */
function plainText(markdown: string): string {
  return markdown
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/[`*]|(?<![\p{L}\d])_|_(?![\p{L}\d])/gu, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** As many whole sentences of a text as a description has room for, at least one. */
export function shortened(text: string): string {
  const sentences = text.split(/(?<=[.!?]) (?=[\p{Lu}\d])/u);
  let kept = sentences[0] ?? '';
  for (const sentence of sentences.slice(1)) {
    if (kept.length + 1 + sentence.length > longestDescription) break;
    kept += ` ${sentence}`;
  }
  return kept;
}
