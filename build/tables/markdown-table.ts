/** The widest padding of a column, in characters: a few long cells must not widen every row of a long table. */
const widest = 60;

/** A Markdown table of these rows, the first of which is the head. A `|` in a cell is escaped. */
export function markdownTable(rows: readonly (readonly string[])[]): string {
  const escaped = rows.map((row) => row.map((cell) => cell.replaceAll('|', '\\|')));
  const [head = []] = escaped;
  const widths = head.map((_, column) =>
    Math.min(widest, Math.max(...escaped.map((row) => row[column]?.length ?? 0))),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |\n`;
  const [first, ...rest] = escaped.map(line);
  return [first, line(widths.map((width) => '-'.repeat(width))), ...rest].join('');
}

/** A text in code marks; a dash if there is none. */
export function code(text: string | undefined): string {
  return text === undefined ? '–' : `\`${text}\``;
}
