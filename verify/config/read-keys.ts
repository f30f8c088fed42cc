import { parseEnv } from 'node:util';
import { ExplainedError } from '../../contract/explained-error.ts';
import type { Vendor } from '../../spec/vendors.ts';
import type { ApiTarget } from '../session/api-target.ts';
import { keyVariable } from '../session/credential.ts';
import { readTextFile } from './read-text-file.ts';
import { unlessBlank } from './unless-blank.ts';

export interface ReadKeysOptions {
  readonly vendors: readonly Vendor[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** A file in dotenv format. Its values override the environment. */
  readonly keyFile?: string | undefined;
}

export type ApiKeys = Pick<ApiTarget, 'key' | 'secondKey' | 'revokedKey'>;

/** Returns the keys of each API. Throws an `ExplainedError` with the variable if a key is missing or not valid. */
export function readKeys(options: ReadKeysOptions): ReadonlyMap<Vendor, ApiKeys> {
  const { vendors, environment, keyFile } = options;
  const ofFile = keyFile === undefined ? {} : parseEnv(readTextFile(keyFile, '--key-file'));
  const value = (name: string) => {
    const found = (unlessBlank(ofFile[name]) ?? unlessBlank(environment[name]) ?? '').trim();
    if (/^[\x21-\x7e]*$/.test(found)) return found;
    throw new ExplainedError(
      `${name} contains a character that a key cannot have, such as a space or a line break. Set it to the key only.`,
    );
  };
  return new Map(
    vendors.map((vendor) => {
      const name = keyVariable(vendor);
      const [key, secondKey, revokedKey] = [
        value(name),
        value(keyVariable(vendor, 'SECOND_')),
        value(keyVariable(vendor, 'REVOKED_')),
      ];
      if (key === '') throw new ExplainedError(missing(name, keyFile));
      return [
        vendor,
        {
          key,
          ...(secondKey === '' ? {} : { secondKey }),
          ...(revokedKey === '' ? {} : { revokedKey }),
        },
      ];
    }),
  );
}

function missing(name: string, keyFile: string | undefined): string {
  return keyFile === undefined
    ? `The key is missing: ${name} is not set. Set it in the environment or in the file of --key-file.`
    : `The key is missing: ${name} is neither in ${keyFile} nor in the environment. Add it to one of them.`;
}
