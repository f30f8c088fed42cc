import { readFileSync } from 'node:fs';

/** A fenced block of the README. */
export interface Block {
  readonly language: string;
  readonly text: string;
}

/** One command of a `sh` block, and what stands in the block right after it: the output of the last command. */
export interface Command {
  readonly line: string;
  readonly output: Block | null;
}

export const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

/** The fenced blocks, in order; `null` stands for text between two of them. */
function pieces(): readonly (Block | null)[] {
  const fence = /^```(\w+)\n([\s\S]*?)^```$/gm;
  const found: (Block | null)[] = [];
  let end = 0;
  for (const { 0: all, 1: language = '', 2: text = '', index } of readme.matchAll(fence)) {
    if (readme.slice(end, index).trim() !== '') found.push(null);
    found.push({ language, text });
    end = index + all.length;
  }
  return found;
}

/** Every block of a language, with the block that follows it with no text between. */
export function blocks(language: string): { text: string; output: Block | null }[] {
  const all = pieces();
  return all.flatMap((piece, index) =>
    piece?.language === language ? [{ text: piece.text, output: all[index + 1] ?? null }] : [],
  );
}

/** The commands of all `sh` blocks, in order. `a && b` is two. */
export function commands(): Command[] {
  return blocks('sh').flatMap(({ text, output }) => {
    const lines = text
      .replace(/\s*\\\n\s*/g, ' ')
      .split(/\n| && /)
      .filter((line) => line !== '');
    return lines.map((line, index) => ({ line, output: index === lines.length - 1 ? output : null }));
  });
}

/** The rows of the table whose head begins with these cells; code marks are taken off cells that are all code. */
export function table(...heads: readonly string[]): string[][] {
  const lines = readme.split('\n').map((line) => (line.startsWith('|') ? cells(line) : null));
  const start = lines.findIndex(
    (line) => line !== null && heads.every((head, index) => line[index] === head),
  );
  if (start === -1) throw new Error(`README.md has no table whose head begins with ${heads.join(', ')}.`);
  const rows = lines.slice(start + 2, lines.indexOf(null, start)).filter((line) => line !== null);
  return rows.map((row) => row.map((cell) => cell.replace(/^`([^`]+)`$/, '$1')));
}

function cells(line: string): string[] {
  return line
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim());
}
