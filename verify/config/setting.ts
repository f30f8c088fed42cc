import type { FlagType, ValueType } from './value-types.ts';

/** One setting of a command. Its flag, its help and its other sources are generated from this. */
export interface FlagSetting {
  /** The flag with its argument, such as `--timeout <seconds>`. */
  readonly flag: string;
  readonly type: FlagType<unknown>;
  /** What the setting is, as a phrase without a full stop. */
  readonly help: string;
  /** The environment variable that sets it if no flag does. */
  readonly variable?: string;
  /** The value if it is not set. */
  readonly default?: unknown;
  /** A description of the default, if the code that uses the setting chooses it. */
  readonly defaultText?: string;
}

/** A setting that a configuration can also have. */
export interface ConfigSetting extends FlagSetting {
  readonly type: ValueType<unknown>;
  /** Its path in the configuration, such as `apis.*.users`. `*` is the name of any API. */
  readonly config: string;
}

/** The settings of a command by name. */
export type SettingTable = Readonly<Record<string, FlagSetting | ConfigSetting>>;

/** A setting that can only be an environment variable, because it can contain a secret. */
export interface Variable {
  readonly variable: string;
  readonly help: string;
}

/** The type of a setting's value. */
export type ValueOf<Setting> = Setting extends { readonly type: FlagType<infer Value> } ? Value : never;

/** The values of a table's settings after the flags are parsed. A setting with a default always has a value. */
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

/** The help of a setting, with its default if only `defaultText` describes it. */
export function helpOf({ help, defaultText }: FlagSetting): string {
  return defaultText === undefined ? help : `${help} (default: ${defaultText})`;
}

export function isConfigSetting(setting: FlagSetting | ConfigSetting): setting is ConfigSetting {
  return 'config' in setting;
}
