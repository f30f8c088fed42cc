/** A key that is not quite the valid one. */
export interface ChangedKey {
  readonly key: string;
  /** What makes it of the valid key in a shell, between double quotes; `variable` is the name of the key's variable. */
  readonly shell: (variable: string) => string;
}

/** Each way to change a key that is tried, as the end of "a request with …". */
export const changedKeys: readonly {
  readonly name: string;
  readonly what: string;
  /** All but those that are false are too many for a target that is not on this machine. */
  readonly intrusive?: false;
  readonly change: (key: string) => ChangedKey;
}[] = [
  {
    name: 'wrong-secret',
    what: 'a key of the right form and length that nobody has',
    intrusive: false,
    change: otherSecret,
  },
  { name: 'wrong-beginning', what: 'a key whose first half is changed', change: otherBeginning },
  { name: 'truncated-key', what: 'the key without its last character', change: truncated },
  { name: 'longer-key', what: 'the key and one character more', change: longerBy('x') },
  { name: 'word-behind-key', what: 'the key and a word behind it', change: longerBy(' x') },
  { name: 'mark-behind-key', what: 'the key and a semicolon behind it', change: longerBy(';') },
  { name: 'gap-in-key', what: 'the key with a blank in its middle', change: withGap },
  { name: 'bare-key', what: 'the key without its prefix', change: withoutPrefix },
  { name: 'other-prefix', what: 'the key behind another prefix', change: otherPrefix },
  { name: 'wildcard-key', what: 'the beginning of the key and a wildcard', change: withWildcard },
  { name: 'other-case', what: 'the key in another case', change: otherCase },
];

/** With another beginning and the same end. */
function otherBeginning(key: string): ChangedKey {
  return turnedUpTo(key, halfOf(key));
}

/** Of the same letters' kinds and length, and with the same beginning. */
function otherSecret(key: string): ChangedKey {
  const half = halfOf(key);
  const changed = key.slice(0, half) + turned(key.slice(half));
  if (changed !== key)
    return {
      key: changed,
      shell: (name) => `${cut(name, 1, half)}${cut(name, half + 1, undefined, turning)}`,
    };
  const last = key.endsWith('0') ? '1' : '0';
  return { key: key.slice(0, -1) + last, shell: (name) => `\${${name}%?}${last}` };
}

/** With small letters for capitals, or the other way round. */
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

/** With more behind it. */
function longerBy(more: string): (key: string) => ChangedKey {
  return (key) => ({ key: key + more, shell: (name) => `\${${name}}${more}` });
}

/** Without what tells the kind of key, such as `sk_us_`; without its first letter where it has nothing like it. */
function withoutPrefix(key: string): ChangedKey {
  const length = Math.max(1, prefixOf(key).length);
  return { key: key.slice(length), shell: (name) => cut(name, length + 1) };
}

/** With another kind of key in front of the same secret. */
function otherPrefix(key: string): ChangedKey {
  const { length } = prefixOf(key);
  return length === 0 ? otherBeginning(key) : turnedUpTo(key, length);
}

/** With a blank in the middle. */
function withGap(key: string): ChangedKey {
  const half = halfOf(key);
  return {
    key: `${key.slice(0, half)} ${key.slice(half)}`,
    shell: (name) => `${cut(name, 1, half)} ${cut(name, half + 1)}`,
  };
}

/** Its first half and what stands for any end in SQL. */
function withWildcard(key: string): ChangedKey {
  const half = halfOf(key);
  return { key: `${key.slice(0, half)}%`, shell: (name) => `${cut(name, 1, half)}%` };
}

function turnedUpTo(key: string, end: number): ChangedKey {
  return {
    key: turned(key.slice(0, end)) + key.slice(end),
    shell: (name) => `${cut(name, 1, end, turning)}${cut(name, end + 1)}`,
  };
}

/** Each letter and digit replaced by the next one. */
function turned(text: string): string {
  return [...text]
    .map((letter) => {
      if (/[a-y]/i.test(letter)) return String.fromCharCode(letter.charCodeAt(0) + 1);
      return /\d/.test(letter) ? String((Number(letter) + 1) % 10) : letter;
    })
    .join('');
}

/** The same in a pipe of the shell. */
const turning = ' | tr a-yA-Y0-9 b-zB-Z1-90';

/** The characters from one place to another, counted from 1, or to the end. */
function cut(name: string, from: number, to?: number, then = ''): string {
  return `$(printf %s "$${name}" | cut -c${from}-${to ?? ''}${then})`;
}

function halfOf(key: string): number {
  return Math.ceil(key.length / 2);
}

function prefixOf(key: string): string {
  return /^(?:[a-z]{1,12}[_-]){1,3}(?=.{6})/.exec(key)?.[0] ?? '';
}
