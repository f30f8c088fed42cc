import { acceptingKeys, tellingBeforeKey } from './accepted-keys.ts';
import { type Call, headerValues, keyHeaderName, presentedKey } from './call.ts';
import { onAnswer, problem } from './change-answer.ts';
import { everyVendor, type Mutant } from './mutant.ts';

type Rule = Parameters<typeof acceptingKeys>[0];

/** Keys that are taken and must not be. Where no key was taken yet, there is none to take a wrong one for. */
export const authenticationMutants: readonly Mutant[] = [
  taking('authentication-off', 23, 'No key is needed', ['no-key', 'wrong-key'], (call, accepted) =>
    accepted.of(call.vendor).slice(0, 1),
  ),
  taking(
    'missing-key-accepted',
    23,
    'A request without the header of the key is answered, and a wrong key is not',
    ['no-key'],
    (call, accepted) => (keyHeaderOf(call) === undefined ? accepted.of(call.vendor).slice(0, 1) : []),
  ),
  taking(
    'any-key-accepted',
    24,
    'Any key is taken that is not empty',
    ['wrong-key', 'wrong-secret'],
    (call, accepted) => (presentedKey(call) === null ? [] : accepted.of(call.vendor).slice(0, 1)),
  ),
  taking('empty-key-accepted', null, 'An empty key is taken', ['empty-key'], (call, accepted) =>
    /^(bearer)? *$/i.test(keyHeaderOf(call) ?? 'none') ? accepted.of(call.vendor).slice(0, 1) : [],
  ),
  taking(
    'key-prefix-compared',
    null,
    'Of a key only the first three characters are compared',
    ['wrong-secret'],
    (call, accepted) =>
      similar(call, accepted.of(call.vendor), (key, known) => key.slice(0, 3) === known.slice(0, 3)),
  ),
  taking(
    'truncated-key-accepted',
    null,
    'The beginning of a key is taken for the key',
    ['truncated-key'],
    (call, accepted) => similar(call, accepted.of(call.vendor), (key, known) => known.startsWith(key)),
  ),
  taking(
    'longer-key-accepted',
    null,
    'What begins with a key is taken for the key',
    ['longer-key'],
    (call, accepted) => similar(call, accepted.of(call.vendor), (key, known) => key.startsWith(known)),
  ),
  taking(
    'key-case-ignored',
    null,
    'Capitals and small letters of a key are not told apart',
    ['other-case'],
    (call, accepted) =>
      similar(call, accepted.of(call.vendor), (key, known) => key.toLowerCase() === known.toLowerCase()),
  ),
  taking(
    'revoked-key-accepted',
    null,
    'A key is taken that was revoked: one that has worked before, or that says "revoked" or "expired"',
    ['revoked-key'],
    (call, accepted) =>
      similar(call, accepted.of(call.vendor), (key, known) => key === known || /revoked|expired/i.test(key)),
  ),
  taking(
    'key-of-other-vendor-accepted',
    null,
    'A key of another vendor is taken',
    ['wrong-key'],
    (call, accepted) =>
      accepted.ofOthers(call.vendor).includes(presentedKey(call) ?? '')
        ? accepted.of(call.vendor).slice(0, 1)
        : [],
  ),
  taking('key-in-query-accepted', null, 'The key is taken from the query too', ['query-key'], ({ search }) =>
    [...new Set(new URLSearchParams(search).values())].filter(isHeaderText),
  ),
  taking(
    'key-in-other-header-accepted',
    null,
    'The key is taken from any header that may hold one',
    ['wrong-header'],
    (call) => call.headers.filter(([name]) => /key|auth|token/i.test(name)).map(lastWord),
  ),
  taking(
    'key-in-cookie-accepted',
    null,
    'The key is taken from a cookie too',
    ['wrong-header'],
    ({ headers }) =>
      headerValues(headers, 'cookie').flatMap((cookies) =>
        cookies.split(/; */).map((cookie) => cookie.replace(/^[^=]*=/, '')),
      ),
  ),
  taking(
    'any-scheme-accepted',
    null,
    'Whatever word stands before the key, or none, the key is taken',
    ['wrong-scheme'],
    (call) =>
      call.headers
        .filter(([name]) => name.toLowerCase() === keyHeaderName(call.vendor).toLowerCase())
        .map(lastWord),
  ),
  {
    ...taking(
      'basic-accepted',
      null,
      'The key is taken as the name or the password of Basic credentials',
      ['wrong-scheme'],
      (call) => (/^basic /i.test(keyHeaderOf(call) ?? '') ? basicCredentials(keyHeaderOf(call) ?? '') : []),
    ),
    vendors: ['mielto'],
  },
];

/** What is told to whoever has no valid key, and what a refusal says. */
export const refusalMutants: readonly Mutant[] = [
  telling(
    'existence-before-key',
    25,
    'Without a key an unknown user is a 404',
    'before-existence',
    [404],
    (call) => presentedKey(call) === null,
  ),
  telling(
    'existence-before-wrong-key',
    25,
    'With a wrong key an unknown user is a 404',
    'before-existence',
    [404],
    (call) => presentedKey(call) !== null,
  ),
  telling(
    'validation-before-key',
    null,
    'Invalid input is told without a key',
    'before-validation',
    [400, 422],
    (call) => presentedKey(call) === null,
  ),
  telling(
    'validation-before-wrong-key',
    null,
    'Invalid input is told with a wrong key',
    'before-validation',
    [400, 422],
    (call) => presentedKey(call) !== null,
  ),
  refusing(
    'forbidden-for-unauthorized',
    26,
    'A request without a valid key is a 403',
    ['open-wearables', 'junction'],
    () => true,
  ),
  {
    ...refusing(
      'forbidden-for-unauthorized-mielto',
      26,
      'A request without a valid token is a 403',
      ['mielto'],
      () => true,
    ),
    warnsOnly: true,
  },
  refusing(
    'forbidden-for-wrong-key',
    26,
    'A wrong key is a 403, and none is a 401',
    ['open-wearables', 'junction'],
    (call) => presentedKey(call) !== null,
  ),
  {
    id: 'wrong-key-not-found',
    row: null,
    title: 'With a wrong key every user is unknown',
    vendors: everyVendor,
    caughtBy: ['authentication.wrong-key'],
    begin: onAnswer(401, (answer, call) =>
      presentedKey(call) === null ? answer : problem(404, 'User not found'),
    ),
  },
];

function taking(
  id: string,
  row: number | null,
  title: string,
  checks: readonly string[],
  rule: Rule,
): Mutant {
  const caughtBy = checks.map((check) => `authentication.${check}`);
  return { id, row, title, vendors: everyVendor, caughtBy, begin: acceptingKeys(rule) };
}

function telling(
  id: string,
  row: number | null,
  title: string,
  check: string,
  ...rule: Parameters<typeof tellingBeforeKey>
): Mutant {
  const caughtBy = [`authentication.${check}`];
  return { id, row, title, vendors: everyVendor, caughtBy, begin: tellingBeforeKey(...rule) };
}

function refusing(
  id: string,
  row: number | null,
  title: string,
  vendors: Mutant['vendors'],
  isConcerned: (call: Call) => boolean,
): Mutant {
  const begin = onAnswer(401, (answer, call) => (isConcerned(call) ? { ...answer, status: 403 } : answer));
  return { id, row, title, vendors, caughtBy: ['authentication.no-key', 'authentication.wrong-key'], begin };
}

function keyHeaderOf(call: Call): string | undefined {
  return headerValues(call.headers, keyHeaderName(call.vendor))[0];
}

function similar(
  call: Call,
  accepted: readonly string[],
  isSimilar: (key: string, known: string) => boolean,
): readonly string[] {
  const key = presentedKey(call);
  return key === null ? [] : accepted.filter((known) => isSimilar(key, known));
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
