import { type Call, headerValues, keyHeadersOf, keyHeaderValues, presentedKey } from '../../proxy/call.ts';
import { everyVendor, type Mutant, type MutantHead } from '../../proxy/mutant.ts';
import { repeatWithKeys } from './accepted-keys.ts';

type Rule = Parameters<typeof repeatWithKeys>[0];

/** Wrong keys that are accepted. This starts as soon as the upstream server has accepted a valid key. */
export const authenticationMutants: readonly Mutant[] = [
  keyMutant({
    id: 'authentication-off',
    title: 'No key is required',
    checks: ['no-key', 'wrong-key'],
    rule: (call, accepted) => accepted.of(call.vendor).slice(0, 1),
  }),
  keyMutant({
    id: 'missing-key-accepted',
    title: 'A request without the key header is accepted, and a wrong key is refused',
    checks: ['no-key'],
    rule: (call, accepted) => (keyHeaderOf(call) === undefined ? accepted.of(call.vendor).slice(0, 1) : []),
  }),
  keyMutant({
    id: 'any-key-accepted',
    title: 'Any key is accepted that is not empty',
    checks: ['wrong-key', 'wrong-secret'],
    rule: (call, accepted) => (presentedKey(call) === null ? [] : accepted.of(call.vendor).slice(0, 1)),
  }),
  {
    ...keyMutant({
      id: 'any-key-in-second-header-accepted',
      title: 'Any key is accepted in a header other than the usual one',
      checks: ['wrong-key-in-other-header'],
      rule: (call, accepted) =>
        keyHeadersOf(call.vendor)
          .slice(1)
          .some((name) => headerValues(call.headers, name).length > 0)
          ? accepted.of(call.vendor).slice(0, 1)
          : [],
    }),
    vendors: everyVendor.filter((vendor) => keyHeadersOf(vendor).length > 1),
  },
  keyMutant({
    id: 'empty-key-accepted',
    title: 'An empty key is accepted',
    checks: ['empty-key'],
    rule: (call, accepted) =>
      /^(bearer)? *$/i.test(keyHeaderOf(call) ?? 'none') ? accepted.of(call.vendor).slice(0, 1) : [],
  }),
  keyMutant({
    id: 'key-prefix-compared',
    title: 'Only the first three characters of a key are compared',
    checks: ['wrong-secret'],
    rule: (call, accepted) =>
      similarKeys(call, accepted.of(call.vendor), (key, known) => key.slice(0, 3) === known.slice(0, 3)),
  }),
  keyMutant({
    id: 'truncated-key-accepted',
    title: 'The beginning of a key is accepted',
    checks: ['truncated-key'],
    rule: (call, accepted) =>
      similarKeys(call, accepted.of(call.vendor), (key, known) => known.startsWith(key)),
  }),
  keyMutant({
    id: 'longer-key-accepted',
    title: 'A text that begins with a key is accepted',
    checks: ['longer-key'],
    rule: (call, accepted) =>
      similarKeys(call, accepted.of(call.vendor), (key, known) => key.startsWith(known)),
  }),
  keyMutant({
    id: 'key-case-ignored',
    title: 'Keys are compared without regard to case',
    checks: ['other-case'],
    rule: (call, accepted) =>
      similarKeys(call, accepted.of(call.vendor), (key, known) => key.toLowerCase() === known.toLowerCase()),
  }),
  keyMutant({
    id: 'revoked-key-accepted',
    title: 'Any other key of the right format is accepted, also if it is revoked',
    checks: ['revoked-key'],
    rule: (call, accepted) => similarKeys(call, accepted.of(call.vendor), hasSameFormat),
  }),
  keyMutant({
    id: 'key-of-other-vendor-accepted',
    title: 'A key of another vendor is accepted',
    checks: ['other-api-key'],
    rule: (call, accepted) =>
      accepted.ofOtherVendors(call.vendor).includes(presentedKey(call) ?? '')
        ? accepted.of(call.vendor).slice(0, 1)
        : [],
  }),
  keyMutant({
    id: 'key-in-query-accepted',
    title: 'The key is also accepted in the query',
    checks: ['query-key'],
    rule: ({ search }) => [...new Set(new URLSearchParams(search).values())].filter(isHeaderText),
  }),
  keyMutant({
    id: 'key-in-other-header-accepted',
    title: 'The key is accepted in any header that may contain a key',
    checks: ['wrong-header'],
    rule: (call) => call.headers.filter(([name]) => /key|auth|token/i.test(name)).map(lastWord),
  }),
  keyMutant({
    id: 'key-in-cookie-accepted',
    title: 'The key is also accepted in a cookie',
    checks: ['wrong-header'],
    rule: ({ headers }) =>
      headerValues(headers, 'cookie').flatMap((cookies) =>
        cookies.split(/; */).map((cookie) => cookie.replace(/^[^=]*=/, '')),
      ),
  }),
  keyMutant({
    id: 'any-scheme-accepted',
    title: 'The key is accepted after any scheme, or without one',
    checks: ['wrong-scheme', 'no-scheme'],
    rule: (call) =>
      call.headers
        .filter(([name]) =>
          keyHeadersOf(call.vendor).some((known) => known.toLowerCase() === name.toLowerCase()),
        )
        .map(lastWord),
  }),
  {
    ...keyMutant({
      id: 'basic-accepted',
      title: 'The key is accepted as the name or the password of Basic credentials',
      checks: ['wrong-scheme'],
      rule: (call) =>
        /^basic /i.test(keyHeaderOf(call) ?? '') ? basicCredentials(keyHeaderOf(call) ?? '') : [],
    }),
    vendors: ['mielto'],
  },
];

/** A mutant that, if the upstream server refuses a request, repeats it with the keys that the rule returns. */
export function keyMutant({
  checks,
  rule,
  ...head
}: MutantHead & {
  readonly checks: readonly string[];
  readonly rule: Rule;
}): Mutant {
  const caughtBy = checks.map((check) => `authentication.${check}`);
  return { ...head, vendors: everyVendor, caughtBy, begin: repeatWithKeys(rule) };
}

function keyHeaderOf(call: Call): string | undefined {
  return keyHeaderValues(call)[0];
}

/** The accepted keys that are similar to the key of the call. */
export function similarKeys(
  call: Call,
  accepted: readonly string[],
  isSimilar: (key: string, known: string) => boolean,
): readonly string[] {
  const key = presentedKey(call);
  return key === null ? [] : accepted.filter((known) => isSimilar(key, known));
}

/** Of the same length, with the same prefix and another secret. */
function hasSameFormat(key: string, known: string): boolean {
  const half = Math.ceil(known.length / 2);
  const isAnother = key.slice(0, half) !== known.slice(0, half);
  return key.length === known.length && key.slice(0, 3) === known.slice(0, 3) && isAnother;
}

function lastWord([, value]: readonly [string, string]): string {
  return value.split(' ').at(-1) ?? '';
}

function basicCredentials(value: string): readonly string[] {
  const credentials = value.replace(/^basic +/i, '');
  return [credentials, ...Buffer.from(credentials, 'base64').toString('latin1').split(':')].filter(
    isHeaderText,
  );
}

function isHeaderText(text: string): boolean {
  return /^[\x21-\x7e]+$/.test(text);
}
