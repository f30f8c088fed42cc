import { parseEnv } from 'node:util';
import { readTextFile } from './read-text-file.ts';
import { unlessBlank } from './unless-blank.ts';

/** The source of keys and of other secrets, which are never in a flag or in the configuration. */
export interface SecretSource {
  /** The value of a variable without surrounding white space; empty if it is not set. */
  valueOf(name: string): string;
  /** States where a variable that is not set can be set, as a sentence. */
  missing(name: string): string;
}

/** Reads the key file, if any, and returns a source of its values and, for all others, of the environment. */
export function secretSource({
  environment,
  keyFile,
}: {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** A file in dotenv format. Its values override the environment. */
  readonly keyFile?: string | undefined;
}): SecretSource {
  const ofFile = keyFile === undefined ? {} : parseEnv(readTextFile(keyFile, '--key-file'));
  return {
    valueOf: (name) => (unlessBlank(ofFile[name]) ?? unlessBlank(environment[name]) ?? '').trim(),
    missing: (name) =>
      keyFile === undefined
        ? `${name} is not set. Set it in the environment or in the file of --key-file.`
        : `${name} is neither in ${keyFile} nor in the environment. Add it to one of them.`,
  };
}
