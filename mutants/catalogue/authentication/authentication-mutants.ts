import { type Call, headerValues, keyHeaderName, presentedKey } from '../../proxy/call.ts';
import { everyVendor, type Mutant, type MutantHead } from '../../proxy/mutant.ts';
import { acceptingKeys } from './accepted-keys.ts';

type Rule = Parameters<typeof acceptingKeys>[0];

/** Keys that are taken and must not be. Where no key was taken yet, there is none to take a wrong one for. */
export const authenticationMutants: readonly Mutant[] = [
  taking({
    id: 'authentication-off',
    title: 'No key is needed',
    checks: ['no-key', 'wrong-key'],
    rule: (call, accepted) => accepted.of(call.vendor).slice(0, 1),
  }),
  taking({
    id: 'missing-key-accepted',
    title: 'A request without the header of the key is answered, and a wrong key is not',
    checks: ['no-key'],
    rule: (call, accepted) => (keyHeaderOf(call) === undefined ? accepted.of(call.vendor).slice(0, 1) : []),
  }),
  taking({
    id: 'any-key-accepted',
    title: 'Any key is taken that is not empty',
    checks: ['wrong-key', 'wrong-secret'],
    rule: (call, accepted) => (presentedKey(call) === null ? [] : accepted.of(call.vendor).slice(0, 1)),
  }),
  taking({
    id: 'empty-key-accepted',
    title: 'An empty key is taken',
    checks: ['empty-key'],
    rule: (call, accepted) =>
      /^(bearer)? *$/i.test(keyHeaderOf(call) ?? 'none') ? accepted.of(call.vendor).slice(0, 1) : [],
  }),
  taking({
    id: 'key-prefix-compared',
    title: 'Of a key only the first three characters are compared',
    checks: ['wrong-secret'],
    rule: (call, accepted) =>
      similar(call, accepted.of(call.vendor), (key, known) => key.slice(0, 3) === known.slice(0, 3)),
  }),
  taking({
    id: 'truncated-key-accepted',
    title: 'The beginning of a key is taken for the key',
    checks: ['truncated-key'],
    rule: (call, accepted) => similar(call, accepted.of(call.vendor), (key, known) => known.startsWith(key)),
  }),
  taking({
    id: 'longer-key-accepted',
    title: 'What begins with a key is taken for the key',
    checks: ['longer-key'],
    rule: (call, accepted) => similar(call, accepted.of(call.vendor), (key, known) => key.startsWith(known)),
  }),
  taking({
    id: 'key-case-ignored',
    title: 'Upper and lower case of a key are not distinguished',
    checks: ['other-case'],
    rule: (call, accepted) =>
      similar(call, accepted.of(call.vendor), (key, known) => key.toLowerCase() === known.toLowerCase()),
  }),
  taking({
    id: 'revoked-key-accepted',
    title: 'A key is taken that is of the right form and not of this caller, revoked or not',
    checks: ['revoked-key'],
    rule: (call, accepted) => similar(call, accepted.of(call.vendor), isOfTheSameForm),
  }),
  taking({
    id: 'key-of-other-vendor-accepted',
    title: 'A key of another vendor is taken',
    checks: ['other-api-key'],
    rule: (call, accepted) =>
      accepted.ofOthers(call.vendor).includes(presentedKey(call) ?? '')
        ? accepted.of(call.vendor).slice(0, 1)
        : [],
  }),
  taking({
    id: 'key-in-query-accepted',
    title: 'The key is taken from the query too',
    checks: ['query-key'],
    rule: ({ search }) => [...new Set(new URLSearchParams(search).values())].filter(isHeaderText),
  }),
  taking({
    id: 'key-in-other-header-accepted',
    title: 'The key is taken from any header that may hold one',
    checks: ['wrong-header'],
    rule: (call) => call.headers.filter(([name]) => /key|auth|token/i.test(name)).map(lastWord),
  }),
  taking({
    id: 'key-in-cookie-accepted',
    title: 'The key is taken from a cookie too',
    checks: ['wrong-header'],
    rule: ({ headers }) =>
      headerValues(headers, 'cookie').flatMap((cookies) =>
        cookies.split(/; */).map((cookie) => cookie.replace(/^[^=]*=/, '')),
      ),
  }),
  taking({
    id: 'any-scheme-accepted',
    title: 'The key is accepted after any word, or none',
    checks: ['wrong-scheme', 'no-scheme'],
    rule: (call) =>
      call.headers
        .filter(([name]) => name.toLowerCase() === keyHeaderName(call.vendor).toLowerCase())
        .map(lastWord),
  }),
  {
    ...taking({
      id: 'basic-accepted',
      title: 'The key is taken as the name or the password of Basic credentials',
      checks: ['wrong-scheme'],
      rule: (call) =>
        /^basic /i.test(keyHeaderOf(call) ?? '') ? basicCredentials(keyHeaderOf(call) ?? '') : [],
    }),
    vendors: ['mielto'],
  },
];

/** Takes the keys that a rule names, and no others, if the upstream server refuses the one that came. */
export function taking({
  checks,
  rule,
  ...head
}: MutantHead & {
  readonly checks: readonly string[];
  readonly rule: Rule;
}): Mutant {
  const caughtBy = checks.map((check) => `authentication.${check}`);
  return { ...head, vendors: everyVendor, caughtBy, begin: acceptingKeys(rule) };
}

function keyHeaderOf(call: Call): string | undefined {
  return headerValues(call.headers, keyHeaderName(call.vendor))[0];
}

/** The keys that are taken to which the one that came is similar. */
export function similar(
  call: Call,
  accepted: readonly string[],
  isSimilar: (key: string, known: string) => boolean,
): readonly string[] {
  const key = presentedKey(call);
  return key === null ? [] : accepted.filter((known) => isSimilar(key, known));
}

/** As long, with the same prefix, and another secret from its beginning on. */
function isOfTheSameForm(key: string, known: string): boolean {
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
