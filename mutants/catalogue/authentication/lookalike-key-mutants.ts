import { keyHeaderName } from '../../proxy/call.ts';
import type { Mutant } from '../../proxy/mutant.ts';
import { similar, taking } from './authentication-mutants.ts';

/** Keys that look nearly like a valid one to a careless comparison. */
export const lookalikeKeyMutants: readonly Mutant[] = [
  nearly({
    id: 'wildcard-in-key-accepted',
    title: 'Keys are compared as patterns, with a wildcard',
    checks: ['wildcard-key'],
    isTaken: (key, known) => key.endsWith('%') && known.startsWith(key.slice(0, -1)),
  }),
  nearly({
    id: 'key-prefix-ignored',
    title: 'The prefix of a key is not compared',
    checks: ['other-prefix', 'bare-key'],
    isTaken: (key, known) => key !== known && secretOf(key) === secretOf(known),
  }),
  nearly({
    id: 'words-behind-key-ignored',
    title: 'Words behind the key are ignored',
    checks: ['word-behind-key'],
    isTaken: (key, known) => key !== known && key.split(' ')[0] === known,
  }),
  nearly({
    id: 'marks-behind-key-ignored',
    title: 'Punctuation behind the key is ignored',
    checks: ['mark-behind-key'],
    isTaken: (key, known) => key !== known && key.replace(/[;,.]+$/, '') === known,
  }),
  nearly({
    id: 'blanks-in-key-ignored',
    title: 'Blanks in the key are ignored',
    checks: ['gap-in-key'],
    isTaken: (key, known) => key !== known && key.replaceAll(' ', '') === known,
  }),
  taking({
    id: 'key-in-query-by-name-accepted',
    title: 'The key is taken from the query under the name of its header',
    checks: ['query-key'],
    rule: ({ vendor, search }) => new URLSearchParams(search).getAll(keyHeaderName(vendor)),
  }),
];

function nearly({
  isTaken,
  ...head
}: {
  readonly id: string;
  readonly title: string;
  readonly checks: readonly string[];
  readonly isTaken: (key: string, known: string) => boolean;
}): Mutant {
  return taking({
    ...head,
    rule: (call, accepted) => similar(call, accepted.of(call.vendor), isTaken),
  });
}

/** A key without its prefix. */
function secretOf(key: string): string {
  return key.replace(/^(?:[a-z]{1,12}[_-]){1,3}/, '');
}
