import { type Command, Option } from 'commander';
import { ExplainedError } from '../../contract/explained-error.ts';
import {
  type FlagSetting,
  helpOf,
  longFlag,
  type SettingTable,
  type Variable,
} from '../../verify/config/setting.ts';
import { unlessBlank } from '../../verify/config/unless-blank.ts';

/**
 * Gives a command the flags of a table, whose values it gets under the names of the table, and help on its variables.
 * A flag is stronger than its variable. A variable that is blank counts as not set; a flag that is blank is an error.
 */
export function addSettings(
  command: Command,
  table: SettingTable,
  variables: readonly Variable[] = [],
): Command {
  for (const [name, setting] of Object.entries(table)) command.addOption(new SettingOption(name, setting));
  command.hook('preAction', () => readVariables(command, table));
  if (variables.length === 0) return command;
  const lines = variables.map(({ variable, help }) => `  ${variable}\n      ${help}`);
  return command.addHelpText('after', `\nEnvironment:\n${lines.join('\n')}`);
}

class SettingOption extends Option {
  readonly #name: string;

  constructor(name: string, setting: FlagSetting) {
    const { flag, type, variable } = setting;
    super(flag, variable === undefined ? helpOf(setting) : `${helpOf(setting)} (env: ${variable})`);
    this.#name = name;
    if (type.choices !== undefined) this.choices(type.choices);
    if (setting.default !== undefined) this.default(setting.default);
    this.argParser((text: string | undefined, before: unknown) =>
      read(setting, longFlag(setting), text, before),
    );
  }

  override attributeName(): string {
    return this.#name;
  }
}

/** Not by commander itself, which takes a blank variable for a value, and any value of a toggle for true. */
function readVariables(command: Command, table: SettingTable): void {
  for (const [name, setting] of Object.entries(table)) {
    const { variable } = setting;
    if (variable === undefined || command.getOptionValueSource(name) === 'cli') continue;
    const text = unlessBlank(process.env[variable]);
    if (text === undefined) continue;
    command.setOptionValueWithSource(name, read(setting, variable, text), 'env');
  }
}

/** Not commander's own error, which repeats what was given: that may be a secret. A toggle as a flag has no text. */
function read(setting: FlagSetting, source: string, text: string | undefined, before?: unknown): unknown {
  try {
    if (text?.trim() === '') throw new ExplainedError('it is blank. Give it a value, or leave it out.');
    return setting.type.read(text ?? 'true', before);
  } catch (error) {
    if (!(error instanceof ExplainedError)) throw error;
    throw new ExplainedError(`Cannot take ${source}: ${error.message}`);
  }
}
