import type { Vendor } from '../../spec/vendors.ts';
import { isConfigSetting, type SettingTable, type ValueOf } from './setting.ts';
import type { VerifyConfig, VerifyFlags } from './settings.ts';

/** The sources of the settings. */
export interface SettingSources {
  readonly flags: VerifyFlags;
  readonly config: VerifyConfig;
  /** The API whose section of the configuration is used. */
  readonly vendor?: Vendor;
}

/** Returns the values of the settings. Flags override the configuration. Settings without a value are left out. */
export function chosenSettings<Table extends SettingTable>(
  table: Table,
  { flags, config, vendor }: SettingSources,
): { readonly [Name in keyof Table]?: ValueOf<Table[Name]> } {
  const byFlag: Readonly<Record<string, unknown>> = flags;
  const values = Object.entries<SettingTable[string]>(table).map(([name, setting]) => {
    const flag = byFlag[name];
    if (!isConfigSetting(setting)) return [name, flag];
    const other = valueAt(config, setting.config.replace('*', vendor ?? '*'));
    if (flag === undefined || other === undefined) return [name, flag ?? other];
    return [name, setting.type.merge?.(flag, other) ?? flag];
  });
  // The flag parsers and the configuration schema ensure that each value has the type of its setting.
  return Object.fromEntries(values.filter(([, value]) => value !== undefined)) as {
    readonly [Name in keyof Table]?: ValueOf<Table[Name]>;
  };
}

function valueAt(config: VerifyConfig, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (found, step) =>
        typeof found === 'object' && found !== null && Object.hasOwn(found, step)
          ? Reflect.get(found, step)
          : undefined,
      config,
    );
}
