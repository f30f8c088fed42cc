import { expect, test } from 'vitest';
import { generatable } from '../../../cli/mock-guard/generatable.ts';

test.each<[string, { given: unknown; want: unknown }]>([
  [
    'a long list is shortened',
    { given: { type: 'array', maxItems: 1000, items: true }, want: { maxItems: 3, items: true } },
  ],
  [
    'a list keeps its minimum length',
    { given: { type: 'array', minItems: 7, maxItems: 9, items: true }, want: { minItems: 7, maxItems: 7 } },
  ],
  [
    'a short list does not change',
    { given: { type: 'array', maxItems: 2, items: true }, want: { maxItems: 2 } },
  ],
  [
    'only types without nested values remain of several types',
    { given: { type: ['object', 'array', 'string', 'null'] }, want: { type: ['string', 'null'] } },
  ],
  [
    'an object or null does not change',
    { given: { type: ['object', 'null'] }, want: { type: ['object', 'null'] } },
  ],
  [
    'any value becomes a scalar',
    { given: { description: 'Any.' }, want: { type: ['string', 'integer', 'boolean'] } },
  ],
  [
    'a time matches its pattern',
    {
      given: { type: ['string', 'null'], format: 'date-time', pattern: '\\+00:00$' },
      want: {
        enum: [
          '2024-02-29T23:59:59+00:00',
          '2025-01-01T00:00:00+00:00',
          '2025-06-02T12:34:56.789+00:00',
          null,
        ],
      },
    },
  ],
  [
    'a condition becomes a choice',
    {
      given: {
        type: 'object',
        required: ['a'],
        properties: { a: { type: 'string', enum: ['x', 'y'] }, b: { type: ['object', 'null'] } },
        if: { properties: { a: { const: 'x' } } },
        // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema.
        then: { required: ['b'], properties: { b: { type: 'object' } } },
        else: { properties: { b: { type: 'null' } } },
      },
      want: {
        anyOf: [
          {
            required: ['a', 'b'],
            properties: { a: { type: 'string', const: 'x' }, b: { type: 'object' } },
          },
          { required: ['a'], properties: { a: { type: 'string', enum: ['y'] }, b: { type: 'null' } } },
        ],
      },
    },
  ],
])('%s', (_, { given, want }) => {
  const before = structuredClone(given);
  expect(generatable(given)).toMatchObject(want as object);
  expect(given).toEqual(before);
});
