import { ExplainedError } from '../../contract/explained-error.ts';
import type { Vendor } from '../../spec/vendors.ts';
import type { ApiTarget } from '../session/api-target.ts';
import { keyVariable } from '../session/credential.ts';
import type { SecretSource } from './secret-source.ts';

export type ApiKeys = Pick<ApiTarget, 'key' | 'secondKey' | 'revokedKey'>;

/** Returns the keys of each API. Throws an `ExplainedError` with the variable if a key is missing or not valid. */
export function readKeys(vendors: readonly Vendor[], secrets: SecretSource): ReadonlyMap<Vendor, ApiKeys> {
  const value = (name: string) => {
    const found = secrets.valueOf(name);
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
      if (key === '') throw new ExplainedError(`The key is missing: ${secrets.missing(name)}`);
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
