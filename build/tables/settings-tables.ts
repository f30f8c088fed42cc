import { docsSettings } from '../../cli/docs.ts';
import { mockSettings } from '../../cli/mock.ts';
import { mutateSettings } from '../../cli/mutate.ts';
import { serveSettings, serveVariables } from '../../cli/serve.ts';
import { type FlagSetting, longFlag, type SettingTable, type Variable } from '../../verify/config/setting.ts';
import { settings, variables } from '../../verify/config/settings.ts';
import { alternatives } from '../../verify/config/value-types.ts';
import { code, markdownTable } from './markdown-table.ts';

/** The settings of each command, and the variables that it reads only from the environment. */
const commands: readonly (readonly [string, SettingTable, readonly Variable[]])[] = [
  ['serve', serveSettings, serveVariables],
  ['mock', mockSettings, []],
  ['verify', settings, variables],
  ['mutate', mutateSettings, []],
  ['docs', docsSettings, []],
];

/** A heading and a table for each command. A column appears only if a setting of the command uses it. */
export function settingsTables(): string {
  return commands
    .map(([command, table, variablesOnly]) => `## \`${command}\`\n\n${tableOf(table, variablesOnly)}`)
    .join('\n');
}

function tableOf(table: SettingTable, variablesOnly: readonly Variable[]): string {
  const rows = [
    ...Object.values(table).map((setting) => ({
      flag: code(longFlag(setting)),
      environment: code(setting.variable),
      'in the `--config` file': code('config' in setting ? setting.config : undefined),
      default: setting.default === undefined ? (setting.defaultText ?? '–') : code(String(setting.default)),
      'what it sets': `${setting.help}${choicesOf(setting)}`,
    })),
    ...variablesOnly.map(({ variable, help }) => ({
      flag: '–',
      environment: variable.split(', ').map(code).join(', '),
      'in the `--config` file': '–',
      default: '–',
      'what it sets': help,
    })),
  ];
  const columns = Object.keys(rows[0] ?? {}) as (keyof (typeof rows)[number])[];
  const used = columns.filter((column) => rows.some((row) => row[column] !== '–'));
  return markdownTable([used, ...rows.map((row) => used.map((column) => row[column]))]);
}

function choicesOf({ type: { choices } }: FlagSetting): string {
  return choices === undefined || choices.length < 2 ? '' : `: ${alternatives(choices.map(code))}`;
}
