import { statusTable } from '../server/vendors/status-table.ts';
import { vendors } from '../spec/vendors.ts';

/** The tables of the README that are made from the code, each by the name in the comments around it. */
const tables: Readonly<Record<string, () => string>> = { 'status-table': statusRows };

/** The README with each of its generated tables made anew. Throws if the comments around one are missing. */
export function withTables(readme: string): string {
  return Object.entries(tables).reduce((text, [name, table]) => {
    const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
    const [from, to] = [text.indexOf(start), text.indexOf(end)];
    if (from < 0 || to < from) {
      throw new Error(`README.md has no place for the ${name}. Put ${start} and ${end} where it belongs.`);
    }
    return `${text.slice(0, from + start.length)}\n\n${table()}\n${text.slice(to)}`;
  }, readme);
}

function statusRows(): string {
  return markdownTable([
    ['state', 'cause', ...vendors.map(({ title }) => title)],
    ...statusTable.map(({ state, cause, shown }) => [
      state,
      cause === null ? '–' : `\`${cause}\``,
      ...vendors.map(({ vendor }) => {
        const status = shown[vendor];
        if (status === null) return 'not listed';
        return status === cause ? 'error' : status;
      }),
    ]),
  ]);
}

function markdownTable(rows: readonly (readonly string[])[]): string {
  const [head = []] = rows;
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |\n`;
  const [first, ...rest] = rows.map(line);
  return [first, line(widths.map((width) => '-'.repeat(width))), ...rest].join('');
}
