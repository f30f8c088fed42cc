import { parseConfig } from './parse-config.ts';
import { readTextFile } from './read-text-file.ts';
import type { VerifyConfig } from './verify-config.ts';

/** Reads the file of `--config`. Throws an `ExplainedError` if it cannot be read or is wrong. */
export function readConfig(file: string): VerifyConfig {
  return parseConfig(readTextFile(file, '--config'), file);
}
