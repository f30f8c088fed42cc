import { describe, expect, test } from 'vitest';
import { parseConfig } from '../../../verify/config/parse-config.ts';

/** The lines that a configuration is refused with; empty where it is right. */
function refusal(text: string): string[] {
  try {
    parseConfig(text, 'verify.yaml');
    return [];
  } catch (error) {
    return String(error instanceof Error ? error.message : error).split('\n');
  }
}

test('A whole configuration is read as it is written', () => {
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
    emptyUser: nobody
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

describe('A configuration is refused, with line and column,', () => {
  test.each<[string, { text: string; says: readonly string[] }]>([
    [
      'for a name that is mistyped',
      {
        text: 'apis:\n  junction:\n    emtyUser: x\n',
        says: ['verify.yaml:3:5: `emtyUser` is not known here. Did you mean `emptyUser`?'],
      },
    ],
    [
      'for a name that is like no other',
      {
        text: 'apis:\n  mielto:\n    users: [{ id: a, expect: { colour: red } }]\n',
        says: ['verify.yaml:3:32: `colour` is not known here. Known are `count`, `slugs`, `states`.'],
      },
    ],
    [
      'for a status that is mistyped, or another API has',
      {
        text: 'apis:\n  mielto:\n    users: [{ id: a, expect: { states: { actve: 1 } } }]\n  junction:\n    users: [{ id: a, expect: { states: { revoked: 1 } } }]\n',
        says: [
          'verify.yaml:3:42: `actve` is not known here. Did you mean `active`?',
          'verify.yaml:5:42: `revoked` is not known here. Known are `connected`, `error`.',
        ],
      },
    ],
    [
      'for an alias without its anchor',
      {
        text: 'apis:\n  mielto:\n    users: *nope\n',
        says: ['verify.yaml:3:12: No anchor of that name stands before this alias. Fix the name.'],
      },
    ],
    [
      'for an API that nobody knows',
      {
        text: 'apis:\n  juncton: {}\n',
        says: ['verify.yaml:2:3: `juncton` is not known here. Did you mean `junction`?'],
      },
    ],
    [
      'for everything that is wrong, in the order of the lines',
      {
        text: 'retries: many\napis:\n  junction:\n    users:\n      - { expect: { count: -1 } }\nfailOn: never\ntimeout: 0\n',
        says: [
          'verify.yaml:1:10: It has to be a whole number, and is text.',
          'verify.yaml:5:9: `id` is missing. Add it.',
          'verify.yaml:5:28: It has to be at least 0.',
          'verify.yaml:6:9: It has to be `warning`, or left out.',
          'verify.yaml:7:10: It has to be at least 0.001.',
        ],
      },
    ],
    [
      'for an id that YAML takes for a number',
      {
        text: 'apis: { mielto: { emptyUser: 12345 } }',
        says: ['verify.yaml:1:30: It has to be text, and is a number. Put it in quotes.'],
      },
    ],
    [
      'for what is left empty',
      {
        text: 'baseUrl:\nchecks: []\napis:\n',
        says: [
          'verify.yaml:1:9: It has to be text, and is empty.',
          'verify.yaml:2:9: It is empty. Fill it in, or leave it out.',
          'verify.yaml:3:6: It has to be a mapping, and is empty.',
        ],
      },
    ],
    ['for nothing at all', { text: '', says: ['verify.yaml:1:1: It has to be a mapping, and is empty.'] }],
    ['for a list', { text: '- a\n', says: ['verify.yaml:1:1: It has to be a mapping, and is a list.'] }],
    [
      'for a base URL with a password',
      {
        text: 'baseUrl: https://me:hidden@example.com\n',
        says: [
          'verify.yaml:1:10: The base URL has a user or a password in it. Leave it out: keys come from the environment.',
        ],
      },
    ],
    [
      'for a key, in whatever name',
      {
        text: 'apis:\n  junction:\n    apiKey: hidden\n    token: hidden\nheaders:\n  X-Vital-API-Key: hidden\n',
        says: [
          'verify.yaml:3:5: Keys do not stand in this file. Set them in the environment, such as JUNCTION_API_KEY, or give a file of them with --key-file.',
          'verify.yaml:4:5: Keys do not stand in this file. Set them in the environment, such as JUNCTION_API_KEY, or give a file of them with --key-file.',
          'verify.yaml:6:3: X-Vital-API-Key is the header of a key, and keys are never given so. Set JUNCTION_API_KEY in the environment, or give it in the file of --key-file.',
        ],
      },
    ],
    [
      'for headers that no request can carry',
      {
        text: 'headers:\n  "a b": x\n  X-Ok: "line\\nbreak"\n  Host: x\n',
        says: [
          'verify.yaml:2:3: No header can have that name.',
          'verify.yaml:3:9: It has a character that no header can carry, such as a line break. Leave it out.',
          'verify.yaml:4:3: Host is set by the verifier itself. Leave it out.',
        ],
      },
    ],
    [
      'for half a character',
      {
        text: 'apis: { mielto: { emptyUser: "\\uD800" } }',
        says: ['verify.yaml:1:30: It has half a character in it. Leave it out.'],
      },
    ],
    [
      'for a tab that indents',
      {
        text: 'apis:\n\tjunction: hidden\n',
        says: ['verify.yaml:2:1: Tabs are not allowed as indentation. Fix the YAML.'],
      },
    ],
    [
      'for a name that stands twice',
      { text: 'seed: 1\nseed: 2\n', says: ['verify.yaml:2:1: Map keys must be unique. Fix the YAML.'] },
    ],
    [
      'for what is no YAML',
      {
        text: 'checks: [hidden\n',
        says: [expect.stringMatching(/^verify\.yaml:\d+:\d+: .*Fix the YAML\.$/)],
      },
    ],
    [
      'for a tag that nobody knows',
      { text: 'seed: !secret hidden\n', says: ['verify.yaml:1:7: Unresolved tag. Fix the YAML.'] },
    ],
    [
      'for two documents',
      {
        text: 'seed: 1\n---\nseed: 2\n',
        says: [expect.stringMatching(/^verify\.yaml:2:1: .*Fix the YAML\.$/)],
      },
    ],
    [
      'for a bomb of aliases',
      {
        text: `a: &a [x, x, x, x, x, x, x, x, x]\n${'bcdefghi'
          .split('')
          .map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[index]}`).join(', ')}]\n`)
          .join('')}`,
        says: ['verify.yaml:1:1: It has too many aliases. Write out what they stand for.'],
      },
    ],
  ])('%s', (_, { text, says }) => {
    const lines = refusal(text);
    expect(lines.join('\n')).not.toMatch(/hidden/);
    expect(lines).toEqual(says);
  });
});
