/** A key that differs slightly from the valid key. */
export interface ChangedKey {
  readonly key: string;
  /** The shell code, between double quotes, that makes it from the valid key. `variable` is the name of the variable. */
  readonly shell: (variable: string) => string;
}

/** Each change of a key that is tried. `what` completes "a request with …". */
export const changedKeys: readonly {
  readonly name: string;
  readonly what: string;
  /** Only the changes with `false` are tried at a remote target. */
  readonly intrusive?: false;
  readonly change: (key: string) => ChangedKey;
}[] = [
  {
    name: 'wrong-secret',
    what: 'an unknown key of the right format and length',
    intrusive: false,
    change: otherSecret,
  },
  { name: 'wrong-beginning', what: 'a key whose first half is changed', change: otherBeginning },
  { name: 'truncated-key', what: 'the key without its last character', change: truncated },
  { name: 'longer-key', what: 'the key followed by one more character', change: longerBy('x') },
  { name: 'word-after-key', what: 'the key followed by a word', change: longerBy(' x') },
  { name: 'semicolon-after-key', what: 'the key followed by a semicolon', change: longerBy(';') },
  { name: 'space-in-key', what: 'the key with a space in the middle', change: withSpace },
  { name: 'unprefixed-key', what: 'the key without its prefix', change: withoutPrefix },
  { name: 'other-prefix', what: 'the same secret under another prefix', change: otherPrefix },
  { name: 'wildcard-key', what: 'the first half of the key and a wildcard', change: withWildcard },
  { name: 'other-case', what: 'the key in another case', change: otherCase },
];

/** With another beginning and the same end. */
function otherBeginning(key: string): ChangedKey {
  return shiftedUpTo(key, halfOf(key));
}

/** With the same beginning, length and kinds of characters. */
function otherSecret(key: string): ChangedKey {
  const half = halfOf(key);
  const changed = key.slice(0, half) + shifted(key.slice(half));
  if (changed !== key)
    return {
      key: changed,
      shell: (name) => `${cut(name, 1, half)}${cut(name, half + 1, undefined, shiftCommand)}`,
    };
  const last = key.endsWith('0') ? '1' : '0';
  return { key: key.slice(0, -1) + last, shell: (name) => `\${${name}%?}${last}` };
}

/** In upper case; in lower case if it is upper case already. */
export function otherCase(key: string): ChangedKey {
  const upper = key.toUpperCase();
  return upper === key
    ? { key: key.toLowerCase(), shell: (name) => `$(printf %s "$${name}" | tr A-Z a-z)` }
    : { key: upper, shell: (name) => `$(printf %s "$${name}" | tr a-z A-Z)` };
}

/** Without its last character. */
function truncated(key: string): ChangedKey {
  return { key: key.slice(0, -1), shell: (name) => `\${${name}%?}` };
}

/** Followed by more text. */
function longerBy(more: string): (key: string) => ChangedKey {
  return (key) => ({ key: key + more, shell: (name) => `\${${name}}${more}` });
}

/** Without its prefix, such as `sk_us_`; without its first letter if it has no prefix. */
function withoutPrefix(key: string): ChangedKey {
  const length = Math.max(1, prefixOf(key).length);
  return { key: key.slice(length), shell: (name) => cut(name, length + 1) };
}

/** With another prefix and the same secret. */
function otherPrefix(key: string): ChangedKey {
  const { length } = prefixOf(key);
  return length === 0 ? otherBeginning(key) : shiftedUpTo(key, length);
}

/** With a space in the middle. */
function withSpace(key: string): ChangedKey {
  const half = halfOf(key);
  return {
    key: `${key.slice(0, half)} ${key.slice(half)}`,
    shell: (name) => `${cut(name, 1, half)} ${cut(name, half + 1)}`,
  };
}

/** Its first half and the wildcard of SQL. */
function withWildcard(key: string): ChangedKey {
  const half = halfOf(key);
  return { key: `${key.slice(0, half)}%`, shell: (name) => `${cut(name, 1, half)}%` };
}

function shiftedUpTo(key: string, end: number): ChangedKey {
  return {
    key: shifted(key.slice(0, end)) + key.slice(end),
    shell: (name) => `${cut(name, 1, end, shiftCommand)}${cut(name, end + 1)}`,
  };
}

/** Each letter and digit replaced by the next one. */
function shifted(text: string): string {
  return [...text]
    .map((letter) => {
      if (/[a-y]/i.test(letter)) return String.fromCharCode(letter.charCodeAt(0) + 1);
      return /\d/.test(letter) ? String((Number(letter) + 1) % 10) : letter;
    })
    .join('');
}

/** The same as a pipe in the shell. */
const shiftCommand = ' | tr a-yA-Y0-9 b-zB-Z1-90';

/** The characters from one position to another, counted from 1, or to the end. */
function cut(name: string, from: number, to?: number, then = ''): string {
  return `$(printf %s "$${name}" | cut -c${from}-${to ?? ''}${then})`;
}

function halfOf(key: string): number {
  return Math.ceil(key.length / 2);
}

function prefixOf(key: string): string {
  return /^(?:[a-z]{1,12}[_-]){1,3}(?=.{6})/.exec(key)?.[0] ?? '';
}
