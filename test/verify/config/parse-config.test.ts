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

test('A complete configuration is parsed unchanged', () => {
  const text = `
baseUrl: https://api.example.com/prefix
strict: true
failOn: warning
allowInconclusive: false
intrusive: true
operations: [listJunctionProviders]
checks: [shape, 'meaning.*']
excludeChecks: [transport]
headers: { X-Team: a }
timeout: 2.5
rateLimit: 0.5
maxRequests: 100
retries: 0
seed: 7
apis:
  junction:
    users:
      - &first
        id: 550e8400-e29b-41d4-a716-446655440000
        expect: { count: 3, slugs: [garmin], states: { error: 1 } }
    emptyUser: unknown-user
    unknownUser: unknown
    secondTenant: { user: theirs, workspace: ws_b }
  mielto:
    users: [*first]
    workspace: ws_a
  open-wearables: {}
`;
  expect(parseConfig(text, 'verify.yaml')).toMatchObject({
    baseUrl: 'https://api.example.com/prefix',
    timeout: 2.5,
    operations: ['listJunctionProviders'],
    apis: {
      junction: {
        users: [{ expect: { count: 3, states: { error: 1 } } }],
        secondTenant: { workspace: 'ws_b' },
      },
      mielto: { users: [{ id: '550e8400-e29b-41d4-a716-446655440000' }] },
      'open-wearables': {},
    },
  });
});

describe('A configuration is rejected, with line and column,', () => {
  test.each<[string, { text: string; expected: readonly string[] }]>([
    [
      'for a misspelled name',
      {
        text: 'apis:\n  junction:\n    emtyUser: x\n',
        expected: ['verify.yaml:3:5: Unknown name `emtyUser`. Did you mean `emptyUser`?'],
      },
    ],
    [
      'for a name that is similar to no other',
      {
        text: 'apis:\n  mielto:\n    users: [{ id: a, expect: { colour: red } }]\n',
        expected: ['verify.yaml:3:32: Unknown name `colour`. Use one of `count`, `slugs`, `states`.'],
      },
    ],
    [
      'for a misspelled status, or a status of another API',
      {
        text: 'apis:\n  mielto:\n    users: [{ id: a, expect: { states: { actve: 1 } } }]\n  junction:\n    users: [{ id: a, expect: { states: { revoked: 1 } } }]\n',
        expected: [
          'verify.yaml:3:42: Unknown name `actve`. Did you mean `active`?',
          'verify.yaml:5:42: Unknown name `revoked`. Use one of `connected`, `error`.',
        ],
      },
    ],
    [
      'for an edition that does not exist, or of an API without editions',
      {
        text: 'apis:\n  open-wearables: { edition: 0-7 }\n  junction: { edition: 0-6 }\n',
        expected: [
          'verify.yaml:2:30: Use `0-6`, or leave it out.',
          expect.stringContaining('verify.yaml:3:15: Unknown name `edition`.'),
        ],
      },
    ],
    [
      'for an alias without its anchor',
      {
        text: 'apis:\n  mielto:\n    users: *nope\n',
        expected: ['verify.yaml:3:12: There is no anchor of this name before the alias. Fix the name.'],
      },
    ],
    [
      'for an unknown API',
      {
        text: 'apis:\n  juncton: {}\n',
        expected: ['verify.yaml:2:3: Unknown name `juncton`. Did you mean `junction`?'],
      },
    ],
    [
      'for each error, in the order of the lines',
      {
        text: 'retries: many\napis:\n  junction:\n    users:\n      - { expect: { count: -1 } }\nfailOn: never\ntimeout: 0\n',
        expected: [
          'verify.yaml:1:10: Expected a whole number, got text.',
          'verify.yaml:5:9: `id` is missing. Add it.',
          'verify.yaml:5:28: It must be at least 0.',
          'verify.yaml:6:9: Use `warning`, or leave it out.',
          'verify.yaml:7:10: It must be at least 0.001.',
        ],
      },
    ],
    [
      'for an id that is a number in YAML',
      {
        text: 'apis: { mielto: { emptyUser: 12345 } }',
        expected: ['verify.yaml:1:30: Expected text, got a number. Put it in quotes.'],
      },
    ],
    [
      'for empty values',
      {
        text: 'baseUrl:\nchecks: []\napis:\n',
        expected: [
          'verify.yaml:1:9: Expected text, got an empty value.',
          'verify.yaml:2:9: It is empty. Fill it in, or leave it out.',
          'verify.yaml:3:6: Expected a mapping, got an empty value.',
        ],
      },
    ],
    [
      'for an empty file',
      { text: '', expected: ['verify.yaml:1:1: Expected a mapping, got an empty value.'] },
    ],
    ['for a list', { text: '- a\n', expected: ['verify.yaml:1:1: Expected a mapping, got a list.'] }],
    [
      'for a base URL with a password',
      {
        text: 'baseUrl: https://me:hidden@example.com\n',
        expected: [
          'verify.yaml:1:10: The base URL contains a user name or a password. Remove it: keys come from the environment.',
        ],
      },
    ],
    [
      'for a key, with any name',
      {
        text: 'apis:\n  junction:\n    apiKey: hidden\n    token: hidden\n',
        expected: [
          'verify.yaml:3:5: This file must not contain keys. Set them in the environment, such as JUNCTION_API_KEY, or in the file of --key-file.',
          'verify.yaml:4:5: This file must not contain keys. Set them in the environment, such as JUNCTION_API_KEY, or in the file of --key-file.',
        ],
      },
    ],
    [
      'for headers that cannot be sent',
      {
        text: 'headers:\n  "a b": x\n  X-Ok: "line\\nbreak"\n  Host: x\n',
        expected: [
          'verify.yaml:2:3: It is not a valid header name.',
          'verify.yaml:3:9: It contains a character that a header cannot carry, such as a line break. Remove it.',
          'verify.yaml:4:3: Host is set by the verifier. Leave it out.',
        ],
      },
    ],
    [
      'for half of a surrogate pair',
      {
        text: 'apis: { mielto: { emptyUser: "\\uD800" } }',
        expected: ['verify.yaml:1:30: It contains half of a surrogate pair. Remove it.'],
      },
    ],
    [
      'for indentation with a tab',
      {
        text: 'apis:\n\tjunction: hidden\n',
        expected: ['verify.yaml:2:1: Tabs are not allowed as indentation. Fix the YAML.'],
      },
    ],
    [
      'for a duplicate name',
      { text: 'seed: 1\nseed: 2\n', expected: ['verify.yaml:2:1: Map keys must be unique. Fix the YAML.'] },
    ],
    [
      'for text that is not YAML',
      {
        text: 'checks: [hidden\n',
        expected: [expect.stringMatching(/^verify\.yaml:\d+:\d+: .*Fix the YAML\.$/)],
      },
    ],
    [
      'for an unknown tag',
      { text: 'seed: !secret hidden\n', expected: ['verify.yaml:1:7: Unresolved tag. Fix the YAML.'] },
    ],
    [
      'for two documents',
      {
        text: 'seed: 1\n---\nseed: 2\n',
        expected: [expect.stringMatching(/^verify\.yaml:2:1: .*Fix the YAML\.$/)],
      },
    ],
    [
      'for an alias bomb',
      {
        text: `a: &a [x, x, x, x, x, x, x, x, x]\n${'bcdefghi'
          .split('')
          .map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[index]}`).join(', ')}]\n`)
          .join('')}`,
        expected: ['verify.yaml:1:1: It has too many aliases. Replace them with their values.'],
      },
    ],
  ])('%s', (_, { text, expected }) => {
    const lines = errorLines(text);
    expect(lines.join('\n')).not.toMatch(/hidden/);
    expect(lines).toEqual(expected);
  });
});
