import { describe, expect, test } from 'vitest';
import type { OpenApiDocument } from '../../contract/openapi-document.ts';
import { createSchemaCompiler } from '../../contract/schema-compiler.ts';
import { validatedDocument } from '../../contract/validated-document.ts';

const time = { type: 'string', format: 'date-time', 'x-pattern': 'Z$' };
const anything = {
  'x-every-level': { maxItems: 2, maxProperties: 2, propertyNames: { $ref: '#/components/schemas/Name' } },
};
const name = { type: 'string', not: { type: 'string', pattern: '^secret$' } };
const document = {
  info: { title: 'Things', version: '1' },
  paths: {},
  components: { schemas: { Time: time, Anything: anything, Name: name } },
} satisfies OpenApiDocument;

const isValid = createSchemaCompiler(document);

describe('x-pattern', () => {
  test.each([
    ['takes a text that matches', '2024-02-29T12:00:00Z', true],
    ['refuses a text that does not match', '2024-02-29T12:00:00+00:00', false],
    ['leaves the format in force', '2024-02-30T12:00:00Z', false],
  ])('%s', (_, text, want) => {
    expect(isValid('#/components/schemas/Time')(text)).toBe(want);
  });

  test('can match half of a surrogate pair', () => {
    const wellFormed = { type: 'string', 'x-pattern': '^[^\\u0000\\uD800-\\uDFFF]*$' };
    const validate = createSchemaCompiler({ ...document, components: { schemas: { Text: wellFormed } } });
    const taken = ['', 'a\u{1F600}', '\ud800', 'a\u0000'].map(validate('#/components/schemas/Text'));
    expect(taken).toEqual([true, true, false, false]);
  });
});

describe('x-every-level', () => {
  const wrong = [{ secret: 1 }, [1, 2, 3], { a: 1, b: 2, c: 3 }];
  const right = [null, 1, 'text', true, [], {}, { a: [1, { b: null }] }];

  test.each([
    ['at the top', (value: unknown) => value],
    ['in a list', (value: unknown) => [value]],
    ['in an object', (value: unknown) => ({ a: value })],
    ['ten levels down', (value: unknown) => ({ a: [[[{ b: { c: [{ d: [value] }] } }]]] })],
  ])('applies to each value %s', (_, put) => {
    const validate = isValid('#/components/schemas/Anything');
    expect(right.map((value) => validate(put(value)))).toEqual(right.map(() => true));
    expect(wrong.map((value) => validate(put(value)))).toEqual(wrong.map(() => false));
  });
});

test('Objects without such keywords stay the same, and no object is changed in place', () => {
  const before = structuredClone(document);
  const made = validatedDocument(document);
  expect(made.components.schemas.Name).toBe(name);
  expect(made.components.schemas.Time).not.toBe(time);
  expect(validatedDocument(made)).toBe(made);
  expect(document).toEqual(before);
});

test.each([
  [
    'next to a pattern',
    { Time: { ...time, pattern: 'x' } },
    'pattern at #/components/schemas/Time is also set',
  ],
  [
    'next to a type',
    { Any: { ...anything, type: 'object' } },
    'type at #/components/schemas/Any is also set',
  ],
  [
    'where nothing can refer to it',
    { Any: { type: 'object', additionalProperties: anything } },
    'x-every-level at #/components/schemas/Any/additionalProperties cannot be referenced.',
  ],
])('An extension keyword %s is rejected', (_, schemas, message) => {
  expect(() => validatedDocument({ components: { schemas } })).toThrow(message);
});
