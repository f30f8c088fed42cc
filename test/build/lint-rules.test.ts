import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { runRedocly } from '../support/run-redocly.ts';
import { useFolder } from '../support/use-folder.ts';

const directory = useFolder();

const soundContract = readFileSync(new URL('sound-contract.yaml', import.meta.url), 'utf8');
const operation = 'paths /users/{user_id}/things get';
const ok = `${operation} responses 200`;
const unknown = `${operation} responses 404`;
const json = 'content application/json';
const thing = 'components schemas Thing';
const at = `${thing} properties at`;
const tooMany = 'components responses TooMany';
const retryAfter = `${tooMany} headers Retry-After`;

const self = { $ref: '#/components/schemas/Thing' };

/** The part of a contract to break, and its new value; without a value, it is removed. */
interface Breach {
  readonly place: string;
  readonly value?: unknown;
  /** How the pointer ends that the rule has to name. */
  readonly named: string;
}

const cases: readonly [rule: string, title: string, breach: Breach][] = [
  ['contract/provenance', 'a property without a source', { place: `${at} x-provenance`, named: '/at' }],
  ['contract/provenance', 'a schema without one', { place: `${thing} x-provenance`, named: '/Thing' }],
  ['contract/provenance', 'a response without one', { place: `${unknown} x-provenance`, named: '/404' }],
  [
    'contract/provenance',
    'a source unheard of',
    { place: `${at} x-provenance`, value: 'rumour', named: '/at' },
  ],
  [
    'contract/provenance',
    'a parameter whose description closes with another source',
    { place: `${operation} parameters 0 x-provenance`, value: 'public', named: '/parameters/0' },
  ],
  [
    'contract/provenance',
    'a header whose description closes with none',
    { place: `${retryAfter} description`, value: 'Seconds to wait.', named: '/Retry-After' },
  ],
  [
    'contract/closed-objects',
    'an object that does not say whether it is closed',
    { place: `${thing} additionalProperties`, named: '/Thing' },
  ],
  [
    'contract/closed-objects',
    'a nullable object that does not say so',
    { place: `${at} type`, value: ['object', 'null'], named: '/at' },
  ],
  [
    'contract/named-examples',
    'an example without a name',
    { place: `${ok} ${json} example`, value: { at: '2024-02-29T12:00:00Z' }, named: '/example' },
  ],
  [
    'contract/named-examples',
    'a media type without an example',
    { place: `${ok} ${json} examples`, named: '/200/content/application~1json' },
  ],
  [
    'contract/named-examples',
    'a parameter whose example has no name',
    { place: `${operation} parameters 0 example`, value: 'somebody', named: '/parameters/0/example' },
  ],
  [
    'contract/named-examples',
    'a parameter without an example',
    { place: `${operation} parameters 0 examples`, named: '/parameters/0' },
  ],
  ['contract/success', 'an operation without a success', { place: ok, named: '/responses' }],
  ['contract/retry-after', 'a 429 without Retry-After', { place: `${tooMany} headers`, named: '/429' }],
  [
    'contract/retry-after',
    'a Retry-After that may be left out',
    { place: `${retryAfter} required`, value: false, named: '/429' },
  ],
  ['contract/error-body', 'an error without a body', { place: `${unknown} content`, named: '/404' }],
  ['contract/error-body', 'a body without a schema', { place: `${unknown} ${json} schema`, named: '/404' }],
  [
    'contract/draft-7-keywords',
    'a keyword that draft 7 does not know',
    { place: `${thing} unevaluatedProperties`, value: false, named: '/Thing/unevaluatedProperties' },
  ],
  [
    'contract/draft-7-keywords',
    'a keyword beside a reference',
    { place: `${ok} ${json} schema minProperties`, value: 1, named: '/schema/minProperties' },
  ],
  [
    'contract/single-type',
    'a union of types in type',
    { place: `${at} type`, value: ['string', 'integer'], named: '/at/type' },
  ],
  [
    'contract/single-type',
    'a union of types and null',
    { place: `${at} type`, value: ['string', 'integer', 'null'], named: '/at/type' },
  ],
  [
    'contract/union-is-one-of',
    'a union in anyOf',
    {
      place: `${thing} properties part`,
      value: {
        description: 'A part. (page)',
        'x-provenance': 'page',
        anyOf: [{ type: 'string' }, { type: 'integer' }],
      },
      named: '/part/anyOf',
    },
  ],
  [
    'contract/distinct-enums',
    'two named schemas with the same value',
    {
      place: 'components schemas',
      value: {
        Thing: { type: 'string', enum: ['a', 'b'] },
        Problem: { type: 'string', enum: ['b', 'c'] },
      },
      named: '/schemas/Problem/enum',
    },
  ],
  [
    'contract/plain-property-names',
    'property names with two schemas',
    {
      place: `${thing} propertyNames allOf`,
      value: ['Name', 'Word'].map((name) => ({ $ref: `#/components/schemas/${name}` })),
      named: '/propertyNames/allOf',
    },
  ],
  [
    'contract/no-recursion',
    'a schema that refers to itself',
    { place: `${thing} properties self`, value: self, named: '/properties/self' },
  ],
  [
    'contract/no-recursion',
    'a schema that refers to itself through another',
    { place: 'components schemas Problem items', value: self, named: '/properties/problem' },
  ],
  [
    'contract/no-recursion',
    'a property that refers to itself',
    {
      place: `${thing} properties tree`,
      value: { type: 'array', items: { $ref: '#/components/schemas/Thing/properties/tree' } },
      named: '/tree/items',
    },
  ],
  [
    'contract/typed-const',
    'a constant without a type',
    { place: `${thing} properties kind type`, named: '/kind/const' },
  ],
  ...['[^\\uD800-\\uDFFF]', '\\p{L}', '^(?!x)', '(?<=x)y', '(.)\\1', '\\\\\\cA'].map(
    (value): (typeof cases)[number] => [
      'contract/portable-pattern',
      `the pattern ${value}`,
      { place: `${thing} properties code pattern`, value, named: '/code/pattern' },
    ],
  ),
  [
    'contract/pattern-or-format',
    'a pattern next to a format',
    { place: `${at} pattern`, value: 'Z$', named: '/at/pattern' },
  ],
  [
    'no-invalid-media-type-examples',
    'an example that violates its schema',
    { place: `${ok} ${json} examples plain value at`, named: '/plain/value' },
  ],
  [
    'no-invalid-media-type-examples',
    'an example on a day that does not exist',
    { place: `${ok} ${json} examples plain value at`, value: '2024-02-30T12:00:00Z', named: '/value/at' },
  ],
];

/** One run for all of them: Redocly takes longer to start than to read a contract. */
const contracts = [soundContract, ...cases.map(([, , breach]) => broken(breach))];
let errors: readonly string[][];
beforeAll(async () => {
  errors = await lint(contracts);
});

test('a sound contract breaks no rule', () => {
  expect(errors).toHaveLength(contracts.length);
  expect(errors[0]).toEqual([]);
});

test.each(cases.map((one, index) => [...one, index + 1] as const))(
  '%s refuses %s',
  (rule, _, { named }, index) => {
    expect(errors[index]).toContainEqual(expect.stringMatching(new RegExp(`^${rule} .*${named}$`)));
  },
);

function broken({ place, value }: Breach): string {
  const contract = parseDocument(soundContract);
  if (value === undefined) contract.deleteIn(place.split(' '));
  else contract.setIn(place.split(' '), value);
  return String(contract);
}

/** The errors of `redocly lint` by the rules of this project, for each contract: each rule, and the pointer that it names. */
async function lint(texts: readonly string[]): Promise<string[][]> {
  const files = texts.map((text, index) => {
    const file = join(directory, `contract-${index}.yaml`);
    writeFileSync(file, text);
    return file;
  });
  const { stdout } = await runRedocly('lint', ...files, '--config', 'redocly.yaml', '--format', 'json');
  // It writes one document for each file, in their order, with nothing between them.
  return stdout.split(/(?<=^\})(?=\{$)/m).map((report) => {
    const { problems } = JSON.parse(report) as {
      problems: { ruleId: string; severity: string; location: { pointer: string }[] }[];
    };
    return problems
      .filter(({ severity }) => severity === 'error')
      .map(({ ruleId, location }) => `${ruleId} ${location[0]?.pointer}`);
  });
}
