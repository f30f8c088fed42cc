import type { ApiTarget } from './api-target.ts';
import { namesSecret } from './secret-shapes.ts';

/** Everything that must not be shown: keys, and the values of the user's headers. */
export function secretsOf(apis: readonly ApiTarget[], headers: Readonly<Record<string, string>>): string[] {
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
