import { expect, test } from 'vitest';
import { differences } from './differences.ts';

const example = {
  id: 'ws_1f0c9d2ab7e4',
  name: 'run 42',
  made: '2025-06-02T12:34:56.789Z',
  changed: '2025-06-02T12:34:56.789Z',
  path: '/workspaces/ws_1f0c9d2ab7e4',
  users: [],
  keys: { junction: 'sk_us_0000', mielto: 'mielto_0000' },
};
const [first, second] = ['aaaaaaaaaaaa', 'bbbbbbbbbbbb'].map((id, index) => ({
  ...example,
  id: `ws_${id}`,
  made: `202${index}-06-02T12:34:56.789Z`,
  changed: `202${index}-06-02T12:34:56.789Z`,
  path: `/workspaces/ws_${id}`,
  keys: { junction: `sk_us_${index}111`, mielto: `mielto_${index}111`, 'open-wearables': `ow_${index}` },
}));

test('an example that differs only in new values has no differences', () => {
  expect(differences(example, [first, second])).toEqual([]);
});

test('durations may differ or be equal, but must be numbers', () => {
  const [one, two] = [{ milliseconds: 1 }, { milliseconds: 2 }];
  expect(differences({ milliseconds: 3 }, [one, two])).toEqual([]);
  expect(differences({ milliseconds: 3 }, [one, one])).toEqual([]);
  expect(differences({ milliseconds: '3' }, [one, two])).toEqual(['/milliseconds is 1, not 3']);
});

test.each([
  ['another text', { name: 'run 43' }, ['/name is run 42, not run 43']],
  ['a missing field', { name: undefined }, ['/name is run 42, not undefined']],
  ['an extra item', { users: [1] }, ['/users/0 is undefined, not 1', '/users is [], not undefined']],
  [
    'a new value of another length',
    { made: '2025-06-02T12:34:56Z' },
    [expect.stringMatching(/^\/made is 2020/)],
  ],
  ['a new value of another kind', { id: 'wz_1f0c9d2ab7e4' }, [expect.stringMatching(/^\/id is ws_a/)]],
  [
    'a key of another vendor',
    { keys: { junction: 'mielto_000', mielto: 'mielto_0000' } },
    ['/keys/junction'],
  ],
  ['a path with another id', { path: '/workspaces/ws_000000000000' }, ['/path does not contain /id']],
  [
    'different times instead of equal ones',
    { changed: '2025-06-02T12:34:56.790Z' },
    ['/changed does not contain /made'],
  ],
])('%s is a difference', (_, change, findings) => {
  const found = differences({ ...example, ...change }, [first, second]);
  for (const finding of findings) {
    expect(found).toContainEqual(typeof finding === 'string' ? expect.stringContaining(finding) : finding);
  }
});
