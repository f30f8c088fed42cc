import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run-cli.ts';

/** A Markdown file of the root or of `docs/`. Its commands, snippets, links and tables are tested. */
export interface Guide {
  /** Its path from the root, with `/`. */
  readonly file: string;
  readonly text: string;
}

/** A fenced block of a guide. */
export interface Block {
  readonly language: string;
  readonly text: string;
}

/** A fenced block, and the block right after it, with no text in between: its output. */
export interface BlockWithOutput extends Block {
  /** The guide that has it. */
  readonly file: string;
  readonly output: Block | null;
}

/** One command of a `sh` block. If it is the last one of its block, it has the output of the block. */
export interface Command {
  readonly file: string;
  readonly line: string;
  readonly output: Block | null;
}

/** All guides; README.md is the first, then come those of the root, and those of `docs/`. */
export const guides: readonly Guide[] = ['README.md', '*.md', 'docs/**/*.md']
  .flatMap((pattern) => globSync(pattern, { cwd: root }).toSorted())
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file, index, all) => all.indexOf(file) === index)
  .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));

/** The fenced blocks of a guide, in order; `null` is text between two of them. */
function pieces({ text: guide }: Guide): readonly (Block | null)[] {
  const fence = /^```(\w*)[^\n]*\n([\s\S]*?)^```$/gm;
  const found: (Block | null)[] = [];
  let end = 0;
  for (const { 0: all, 1: language = '', 2: text = '', index } of guide.matchAll(fence)) {
    if (guide.slice(end, index).trim() !== '') found.push(null);
    found.push({ language, text });
    end = index + all.length;
  }
  return found;
}

/** Every block of a language in all guides, in order. */
export function blocks(language: string): BlockWithOutput[] {
  return guides.flatMap((guide) => {
    const all = pieces(guide);
    return all.flatMap((piece, index) =>
      piece?.language === language ? [{ ...piece, file: guide.file, output: all[index + 1] ?? null }] : [],
    );
  });
}

/** The commands of all `sh` blocks, in order. `a && b` is two; a line that begins with `#` is a comment. */
export function commands(): Command[] {
  return blocks('sh').flatMap(({ file, text, output }) => {
    const lines = text
      .replace(/\s*\\\n\s*/g, ' ')
      .split(/\n| && /)
      .filter((line) => line !== '' && !line.startsWith('#'));
    return lines.map((line, index) => ({ file, line, output: index === lines.length - 1 ? output : null }));
  });
}

/**
 * The rows of the table whose head begins with these cells, from whichever guide has it. Code marks are taken off cells
 * that are all code. Throws if there is not exactly one such table.
 */
export function table(...heads: readonly string[]): string[][] {
  const [found, second] = guides.flatMap(({ text }) => tablesOf(text, heads));
  if (found === undefined || second !== undefined) {
    throw new Error(
      `${found === undefined ? 'No table' : 'More than one table'} of the guides begins with ${heads.join(', ')}. One has to.`,
    );
  }
  return found.map((row) => row.map((cell) => cell.replace(/^`([^`]+)`$/, '$1')));
}

function tablesOf(text: string, heads: readonly string[]): string[][][] {
  const lines = text.split('\n').map((line) => (line.startsWith('|') ? cells(line) : null));
  return lines.flatMap((line, start) => {
    const isHead = lines[start - 1] == null && line !== null;
    if (!isHead || !heads.every((head, index) => line[index] === head)) return [];
    const end = lines.indexOf(null, start);
    return [lines.slice(start + 2, end === -1 ? undefined : end).filter((row) => row !== null)];
  });
}

function cells(line: string): string[] {
  return line
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim());
}
