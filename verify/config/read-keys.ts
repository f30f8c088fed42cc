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
  /** A file in dotenv form; what stands in it wins over the environment. */
  readonly keyFile?: string | undefined;
}

export type ApiKeys = Pick<ApiTarget, 'key' | 'secondKey' | 'revokedKey'>;

/** The keys of each API. Throws an `ExplainedError` that names the variable if one is missing or cannot be a key. */
export function readKeys(options: ReadKeysOptions): ReadonlyMap<Vendor, ApiKeys> {
  const { vendors, environment, keyFile } = options;
  const ofFile = keyFile === undefined ? {} : parseEnv(readTextFile(keyFile, '--key-file'));
  const value = (name: string) => {
    const found = (unlessBlank(ofFile[name]) ?? unlessBlank(environment[name]) ?? '').trim();
    if (/^[\x21-\x7e]*$/.test(found)) return found;
    throw new ExplainedError(
      `${name} has a character that no key can have, such as a space or a line break. Set it to the key alone.`,
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
    ? `The key is missing: ${name} is not set. Set it in the environment, or give a file that has it with --key-file.`
    : `The key is missing: ${name} is neither in ${keyFile} nor in the environment. Add it to one of them.`;
}
