import { keyHeadersOf } from '../../proxy/call.ts';
import type { Mutant } from '../../proxy/mutant.ts';
import { keyMutant, similarKeys } from './authentication-mutants.ts';

/** Keys that a wrong comparison accepts because they are similar to a valid key. */
export const lookalikeKeyMutants: readonly Mutant[] = [
  similarKeyMutant({
    id: 'wildcard-in-key-accepted',
    title: 'Keys are compared as patterns with wildcards',
    checks: ['wildcard-key'],
    isSimilar: (key, known) => key.endsWith('%') && known.startsWith(key.slice(0, -1)),
  }),
  similarKeyMutant({
    id: 'key-prefix-ignored',
    title: 'The prefix of a key is not compared',
    checks: ['other-prefix', 'unprefixed-key'],
    isSimilar: (key, known) => key !== known && secretOf(key) === secretOf(known),
  }),
  similarKeyMutant({
    id: 'words-after-key-ignored',
    title: 'Words after the key are ignored',
    checks: ['word-after-key'],
    isSimilar: (key, known) => key !== known && key.split(' ')[0] === known,
  }),
  similarKeyMutant({
    id: 'punctuation-after-key-ignored',
    title: 'Punctuation after the key is ignored',
    checks: ['semicolon-after-key'],
    isSimilar: (key, known) => key !== known && key.replace(/[;,.]+$/, '') === known,
  }),
  similarKeyMutant({
    id: 'spaces-in-key-ignored',
    title: 'Spaces in the key are ignored',
    checks: ['space-in-key'],
    isSimilar: (key, known) => key !== known && key.replaceAll(' ', '') === known,
  }),
  keyMutant({
    id: 'key-in-query-by-name-accepted',
    title: 'The key is accepted in the query under the name of its header',
    checks: ['query-key'],
    rule: ({ vendor, search }) =>
      keyHeadersOf(vendor).flatMap((name) => new URLSearchParams(search).getAll(name)),
  }),
];

function similarKeyMutant({
  isSimilar,
  ...head
}: {
  readonly id: string;
  readonly title: string;
  readonly checks: readonly string[];
  readonly isSimilar: (key: string, known: string) => boolean;
}): Mutant {
  return keyMutant({
    ...head,
    rule: (call, accepted) => similarKeys(call, accepted.of(call.vendor), isSimilar),
  });
}

/** A key without its prefix. */
function secretOf(key: string): string {
  return key.replace(/^(?:[a-z]{1,12}[_-]){1,3}/, '');
}
