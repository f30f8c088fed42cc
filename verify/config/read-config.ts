import { parseConfig } from './parse-config.ts';
import { readTextFile } from './read-text-file.ts';
import type { VerifyConfig } from './verify-config.ts';

/** Reads the file of `--config`. Throws a `SettingError` where it is none, and a `ConfigError` where it is wrong. */
export function readConfig(file: string): VerifyConfig {
  return parseConfig(readTextFile(file, '--config'), file);
}
