import { describe, expect, test } from 'vitest';
import { documentNames, namedExamples, readDocument, schemaAt } from '../support/contract-documents.ts';

describe.each(documentNames)('%s', (name) => {
  const examples = namedExamples(readDocument(name));

  test('has examples', () => {
    expect(examples).not.toEqual([]);
  });

  test.each(examples)('conforms to its schema: $title', async ({ value, schema }) => {
    const violationsOf = await schemaAt(name, schema);
    expect(violationsOf(value)).toEqual([]);
  });
});

describe('the validator of the examples', () => {
  const connection = {
    name: 'Fitbit',
    slug: 'fitbit',
    logo: 'https://example.com/fitbit.png',
    status: 'connected',
    created_on: '2024-02-29T12:34:56+00:00',
    resource_availability: {},
  };
  const cause = { error_type: 'unknown', error_message: '', errored_at: '2024-02-29T12:34:56+00:00' };

  test.each([
    ['a day that does not exist', { created_on: '2024-02-30T12:34:56+00:00' }],
    ['a space instead of the T', { created_on: '2024-02-29 12:34:56+00:00' }],
    ['an offset without a colon', { created_on: '2024-02-29T12:34:56+0000' }],
    ['a time with a Z, which Junction does not use', { created_on: '2024-02-29T12:34:56Z' }],
    ['an error without details', { status: 'error' }],
    ['details without an error', { error_details: cause }],
    ['a field that the page does not have', { id: '1' }],
    ['a secret', { resource_availability: { token: { status: 'available' } } }],
  ])('refuses %s', async (_, change) => {
    const violationsOf = await schemaAt('junction.yaml', ['components', 'schemas', 'JunctionProvider']);
    expect(violationsOf(connection)).toEqual([]);
    expect(violationsOf({ ...connection, status: 'error', error_details: cause })).toEqual([]);
    expect(violationsOf({ ...connection, ...change })).not.toEqual([]);
  });

  test('refuses an invalid UUID', async () => {
    const violationsOf = await schemaAt('sandbox.yaml', ['components', 'schemas', 'SandboxUserCreation']);
    expect(violationsOf({ id: '550e8400-e29b-41d4-a716-446655440000' })).toEqual([]);
    expect(violationsOf({ id: '550e8400e29b41d4a716446655440000' })).toEqual(['#/id']);
  });
});
