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
 * Adds the flags of a table and the help for `variables` to a command. The action gets the values by the names in the
 * table. Flags override environment variables. A blank variable counts as not set; a blank flag is an error.
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

/** Replaces commander's own reading, for which a blank variable is a value and any value of a toggle means true. */
function readVariables(command: Command, table: SettingTable): void {
  for (const [name, setting] of Object.entries(table)) {
    const { variable } = setting;
    if (variable === undefined || command.getOptionValueSource(name) === 'cli') continue;
    const text = unlessBlank(process.env[variable]);
    if (text === undefined) continue;
    command.setOptionValueWithSource(name, read(setting, variable, text), 'env');
  }
}

/** Reports errors itself, because commander repeats the value, which can be a secret. The flag of a toggle has no text. */
function read(setting: FlagSetting, source: string, text: string | undefined, before?: unknown): unknown {
  try {
    if (text?.trim() === '') throw new ExplainedError('it is blank. Set a value, or omit it.');
    return setting.type.read(text ?? 'true', before);
  } catch (error) {
    if (!(error instanceof ExplainedError)) throw error;
    throw new ExplainedError(`Invalid ${source}: ${error.message}`);
  }
}
