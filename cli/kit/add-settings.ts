import { type Command, Option } from 'commander';
import { ExplainedError } from '../../contract/explained-error.ts';
import {
  type FlagSetting,
  helpOf,
  longFlag,
  type SettingTable,
  type Variable,
} from '../../verify/config/setting.ts';

/** Gives a command the flags of a table, whose values it gets under the names of the table, and help on its variables. */
export function addSettings(
  command: Command,
  table: SettingTable,
  variables: readonly Variable[] = [],
): Command {
  for (const [name, setting] of Object.entries(table)) command.addOption(new SettingOption(name, setting));
  if (variables.length === 0) return command;
  const lines = variables.map(({ variable, help }) => `  ${variable}\n      ${help}`);
  return command.addHelpText('after', `\nEnvironment:\n${lines.join('\n')}`);
}

class SettingOption extends Option {
  readonly #name: string;

  constructor(name: string, setting: FlagSetting) {
    const { flag, type, variable } = setting;
    super(flag, helpOf(setting));
    this.#name = name;
    if (type.choices !== undefined) this.choices(type.choices);
    if (variable !== undefined) this.env(variable);
    if (setting.default !== undefined) this.default(setting.default);
    this.argParser((text: string, before: unknown) => read(setting, text, before));
  }

  override attributeName(): string {
    return this.#name;
  }
}

/** Not commander's own error, which repeats what was given: that may be a secret. */
function read(setting: FlagSetting, text: string, before: unknown): unknown {
  try {
    return setting.type.read(text, before);
  } catch (error) {
    if (!(error instanceof ExplainedError)) throw error;
    const source = [longFlag(setting), ...(setting.variable === undefined ? [] : [setting.variable])];
    throw new ExplainedError(`Cannot take ${source.join(' or ')}: ${error.message}`);
  }
}
