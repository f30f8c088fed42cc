import { parseConfig } from './parse-config.ts';
import { readTextFile } from './read-text-file.ts';
import type { VerifyConfig } from './verify-config.ts';

/** Reads the file of `--config`. Throws a `ConfigError` that tells everything that is wrong with it. */
export function readConfig(file: string): VerifyConfig {
  return parseConfig(readTextFile(file, '--config'), file);
}
