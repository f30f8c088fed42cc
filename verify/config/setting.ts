import type { FlagType, ValueType } from './value-types.ts';

/** One setting of a command. Its flag, its help and all else that can set it are made from this. */
export interface FlagSetting {
  /** The flag with its argument, such as `--timeout <seconds>`. */
  readonly flag: string;
  readonly type: FlagType<unknown>;
  /** What it is, as a phrase without a full stop. */
  readonly help: string;
  /** The variable of the environment that sets it if no flag does. */
  readonly variable?: string;
  /** The value if nothing sets it. */
  readonly default?: unknown;
  /** What happens if nothing sets it, in words, if the code that uses it decides that. */
  readonly otherwise?: string;
}

/** A setting that a configuration can have too. */
export interface ConfigSetting extends FlagSetting {
  readonly type: ValueType<unknown>;
  /** Where it is in the configuration, such as `apis.*.users`; `*` stands for the name of each API. */
  readonly config: string;
}

/** The settings of a command by name. */
export type SettingTable = Readonly<Record<string, FlagSetting | ConfigSetting>>;

/** A setting that is only a variable of the environment, for it is a secret. */
export interface Variable {
  readonly variable: string;
  readonly help: string;
}

/** The type of a setting's value. */
export type ValueOf<Setting> = Setting extends { readonly type: FlagType<infer Value> } ? Value : never;

/** The values that flags give to the settings of a table: always one if the setting has a default. */
export type FlagValues<Table> = {
  readonly [Name in keyof Table as Table[Name] extends { readonly default: unknown } ? Name : never]: ValueOf<
    Table[Name]
  >;
} & {
  readonly [Name in keyof Table as Table[Name] extends { readonly default: unknown }
    ? never
    : Name]?: ValueOf<Table[Name]>;
};

/** The flag without its argument, `--timeout`. */
export function longFlag({ flag }: FlagSetting): string {
  return /--[a-z-]+/.exec(flag)?.[0] ?? flag;
}

/** What a setting is and, if its default is not a plain value, what happens without it. */
export function helpOf({ help, otherwise }: FlagSetting): string {
  return otherwise === undefined ? help : `${help} (default: ${otherwise})`;
}

export function isConfigSetting(setting: FlagSetting | ConfigSetting): setting is ConfigSetting {
  return 'config' in setting;
}
