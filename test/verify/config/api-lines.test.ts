import { expect, test } from 'vitest';
import { apiLines } from '../../../verify/config/api-lines.ts';

test.each<[string, string, readonly (readonly [string, number])[]]>([
  [
    'its name',
    'seed: 1\napis:\n  # ours\n  mielto:\n    workspace: w\n  junction: {}\n',
    [
      ['junction', 6],
      ['mielto', 4],
    ],
  ],
  ['its name in one line', '{ apis: { junction: {} } }', [['junction', 1]]],
  [
    'where a merge key brings it from',
    'x-apis: &apis\n  junction: {}\napis:\n  <<: *apis\n  mielto: {}\n',
    [
      ['junction', 2],
      ['mielto', 5],
    ],
  ],
  ['where an alias brings it from', 'x-apis: &apis\n  junction: {}\napis: *apis\n', [['junction', 2]]],
  ['none without APIs', 'seed: 1\n', []],
])('The line of an API is that of %s', (_, text, lines) => {
  expect([...apiLines(text)].toSorted()).toEqual(lines);
});
