import { docsSettings } from '../cli/docs.ts';
import { mockSettings } from '../cli/mock.ts';
import { mutateSettings } from '../cli/mutate.ts';
import { serveSettings, serveVariables } from '../cli/serve.ts';
import { statusTable } from '../server/vendors/status-table.ts';
import { vendors } from '../spec/vendors.ts';
import { type FlagSetting, longFlag, type SettingTable, type Variable } from '../verify/config/setting.ts';
import { settings, variables } from '../verify/config/settings.ts';
import { alternatives } from '../verify/config/value-types.ts';
import { allowedImports } from './allowed-imports.ts';

/** The tables that are made from the code, by the file and the name in the comments around them. */
const tables: Readonly<Record<string, Readonly<Record<string, () => string>>>> = {
  'README.md': { 'status-table': statusRows, 'settings-table': settingRows },
  'docs/architecture.md': { 'imports-table': importRows },
};

/** The files that have tables which are made from the code. */
export const filesWithTables: readonly string[] = Object.keys(tables);

/** The settings of each command, and what it reads from the environment alone. */
const commands: readonly (readonly [string, SettingTable, readonly Variable[]])[] = [
  ['serve', serveSettings, serveVariables],
  ['mock', mockSettings, []],
  ['verify', settings, variables],
  ['mutate', mutateSettings, []],
  ['docs', docsSettings, []],
];

/** A file's text with each of its generated tables made anew. Throws if the comments around one are missing. */
export function withTables(file: string, before: string): string {
  return Object.entries(tables[file] ?? {}).reduce((text, [name, table]) => {
    const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
    const [from, to] = [text.indexOf(start), text.indexOf(end)];
    if (from < 0 || to < from) {
      throw new Error(`${file} has no place for the ${name}. Put ${start} and ${end} where it belongs.`);
    }
    return `${text.slice(0, from + start.length)}\n\n${table()}\n${text.slice(to)}`;
  }, before);
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

function settingRows(): string {
  return markdownTable([
    ['command', 'flag', 'environment', 'in the file of `--config`', 'default', 'what it sets'],
    ...commands.flatMap(([command, table, ofEnvironment]) => [
      ...Object.values(table).map((setting) => [
        code(command),
        code(longFlag(setting)),
        code(setting.variable),
        code('config' in setting ? setting.config : undefined),
        setting.default === undefined ? (setting.otherwise ?? '–') : code(String(setting.default)),
        `${setting.help}${choicesOf(setting)}`,
      ]),
      ...ofEnvironment.map(({ variable, help }) => [
        code(command),
        '–',
        variable.split(', ').map(code).join(', '),
        '–',
        '–',
        help,
      ]),
    ]),
  ]);
}

/** Tests may import everything, and the files beside the rooms only configure tools. */
const unruled: readonly string[] = ['test/**', '.'];

function importRows(): string {
  const list = (folders: readonly string[] = []) =>
    folders.length === 0 ? '–' : folders.map(code).join(', ');
  return markdownTable([
    ['folder', 'may import', 'types only'],
    ...Object.entries(allowedImports)
      .filter(
        ([folder, { imports, planned }]) =>
          !unruled.includes(folder) && (imports.length > 0 || planned === undefined),
      )
      .map(([folder, { imports, types }]) => [code(folder), list(imports), list(types)]),
  ]);
}

function code(text: string | undefined): string {
  return text === undefined ? '–' : `\`${text}\``;
}

function choicesOf({ type: { choices } }: FlagSetting): string {
  return choices === undefined || choices.length < 2 ? '' : `: ${alternatives(choices.map(code))}`;
}

function markdownTable(rows: readonly (readonly string[])[]): string {
  const [head = []] = rows;
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |\n`;
  const [first, ...rest] = rows.map(line);
  return [first, line(widths.map((width) => '-'.repeat(width))), ...rest].join('');
}
