import type { VerifyOptions } from '../verify-options.ts';
import { namesSecret } from './secret-shapes.ts';

/** Whatever must not be told: keys, and what headers hold. */
export function secretsOf({ apis, headers = {} }: VerifyOptions): string[] {
  return [
    ...apis.flatMap(({ key, secondKey = '', revokedKey = '', otherApiKey = '' }) => [
      key,
      secondKey,
      revokedKey,
      otherApiKey,
    ]),
    ...Object.entries(headers).flatMap(([name, value]) => secretsOfHeader(name, value)),
  ];
}

/** A value, and each that it is made of, as in a cookie; short ones are words and numbers that stand everywhere. */
function secretsOfHeader(name: string, value: string): string[] {
  return [value, ...value.split(/[;,\s=]+/)].filter(({ length }) => namesSecret(name) || length >= 8);
}
