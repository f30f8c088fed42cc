import { describe, expect, test } from 'vitest';
import { parseConfig } from '../../../verify/config/parse-config.ts';

/** The error lines of a configuration; empty if it is valid. */
function errorLines(text: string): string[] {
  try {
    parseConfig(text, 'verify.yaml');
    return [];
  } catch (error) {
    return String(error instanceof Error ? error.message : error).split('\n');
  }
}

test('Merge keys are replaced by what they name, and what is set beside them overrides it', () => {
  const text = `
x-run: &run { seed: 7, retries: 1 }
<<: *run
retries: 0
apis:
  x-users: &users
    emptyUser: no-one
    users: [{ id: ana, x-note: 'ours', expect: { count: 3, x-checked: 2026-01-01 } }]
  junction:
    <<: *users
    emptyUser: someone
  mielto:
    <<: [*users, { workspace: ws_a, emptyUser: later }]
    secondTenant: { user: bo, x-note: [anything] }
`;
  expect(parseConfig(text, 'verify.yaml')).toMatchObject({
    seed: 7,
    retries: 0,
    apis: {
      junction: { emptyUser: 'someone', users: [{ id: 'ana', expect: { count: 3 } }] },
      mielto: {
        emptyUser: 'no-one',
        workspace: 'ws_a',
        users: [{ id: 'ana' }],
        secondTenant: { user: 'bo' },
      },
    },
  });
});

test('Headers whose names begin with x- are headers', () => {
  expect(errorLines('headers: { x-team: { a: b } }')).toEqual([
    'verify.yaml:1:20: Expected text, got a mapping.',
  ]);
});

describe('A configuration is rejected, with line and column,', () => {
  test.each<[string, { text: string; expected: readonly string[] }]>([
    [
      'for what a merge key brings in, where it is written',
      {
        text: 'x-base: &base\n  emtyUser: x\n  exclusiveUser: 5\napis:\n  junction: { <<: *base }\n  mielto: { <<: [{ workspace: "" }, *base] }\n',
        expected: [
          'verify.yaml:2:3: Unknown name `emtyUser`. Did you mean `emptyUser`?',
          'verify.yaml:3:18: Expected text, got a number. Put it in quotes.',
          'verify.yaml:6:31: It is empty. Fill it in, or leave it out.',
        ],
      },
    ],
    [
      'for a merge key that names no mapping',
      {
        text: 'apis:\n  junction:\n    <<: hidden\n',
        expected: ['verify.yaml:3:9: A merge key must name a mapping, or a list of mappings. Fix the YAML.'],
      },
    ],
    [
      'for a mapping that merges itself',
      {
        text: 'apis: &a\n  <<: *a\n',
        expected: [expect.stringMatching(/^verify\.yaml:\d+:\d+: [^\n]+\.$/)],
      },
    ],
  ])('%s', (_, { text, expected }) => {
    const lines = errorLines(text);
    expect(lines.join('\n')).not.toMatch(/hidden/);
    expect(lines).toEqual(expected);
  });
});
