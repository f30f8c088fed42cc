import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run-cli.ts';

/** A Markdown file in the root or in `docs/`. Its commands, snippets, links and tables are tested. */
export interface Guide {
  /** Its path from the root, with `/` as separator. */
  readonly file: string;
  readonly text: string;
}

/** A fenced block of a guide. */
export interface Block {
  readonly language: string;
  readonly text: string;
}

/** A fenced block with its output: the next block, if there is no text between them. */
export interface BlockWithOutput extends Block {
  /** The guide that contains it. */
  readonly file: string;
  readonly output: Block | null;
}

/** One command of a `sh` block. The last command of a block has the output of the block. */
export interface Command {
  readonly file: string;
  readonly line: string;
  readonly output: Block | null;
}

/** All guides: README.md, then the others in the root, then those in `docs/`. */
export const guides: readonly Guide[] = ['README.md', '*.md', 'docs/**/*.md']
  .flatMap((pattern) => globSync(pattern, { cwd: root }).toSorted())
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file, index, all) => all.indexOf(file) === index)
  .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));

/** The fenced blocks of a guide, in order. `null` marks text between two blocks. */
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

/** Returns every block of a language in all guides, in order. */
export function blocks(language: string): BlockWithOutput[] {
  return guides.flatMap((guide) => {
    const all = pieces(guide);
    return all.flatMap((piece, index) =>
      piece?.language === language ? [{ ...piece, file: guide.file, output: all[index + 1] ?? null }] : [],
    );
  });
}

/** Returns the commands of all `sh` blocks, in order. `a && b` is two commands. Lines that begin with `#` are comments. */
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
 * Returns the rows of the table whose head begins with these cells, from any guide. Code marks are removed from cells
 * that contain only code. Throws if there is not exactly one such table.
 */
export function table(...heads: readonly string[]): string[][] {
  const [found, second] = guides.flatMap(({ text }) => tablesOf(text, heads));
  if (found === undefined || second !== undefined) {
    throw new Error(
      `${found === undefined ? 'No table' : 'More than one table'} in the guides begins with ${heads.join(', ')}. Exactly one must.`,
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
