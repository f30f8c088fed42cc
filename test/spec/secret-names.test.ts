import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentNames, readDocument, schemaAt } from '../support/contract-documents.ts';

const secrets = [
  ...['access_token', 'refresh_token', 'id_token', 'token', 'bearer', 'client_secret', 'secret', 'api_key'],
  ...['private_key', 'password', 'passphrase', 'authorization', 'cookie', 'credential', 'credentials'],
];
const harmless = ['credential_id', 'max_tokens', 'token_limit', 'token_type'];

/** Spellings of the names: in any case, with the words separated by `_`, `-` or nothing. */
function spellings(names: readonly string[]): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...names), fc.constantFrom('_', '-', ''))
    .map(([name, separator]) => name.replace('_', separator))
    .chain((name) =>
      fc
        .array(fc.boolean(), { minLength: name.length, maxLength: name.length })
        .map((upper) => [...name].map((char, at) => (upper[at] ? char.toUpperCase() : char)).join('')),
    );
}

function fieldNamePattern(documentName: string): RegExp {
  const { schemas } = readDocument(documentName).components as {
    schemas: Record<string, { not?: { pattern: string } }>;
  };
  const fieldName = Object.keys(schemas).find((name) => name.endsWith('FieldName')) ?? '';
  return new RegExp(schemas[fieldName]?.not?.pattern ?? 'no pattern', 'u');
}

describe.each(documentNames)('%s', (name) => {
  const pattern = fieldNamePattern(name);

  test('forbids every spelling of a secret name', () => {
    for (const secret of secrets) expect(secret).toMatch(pattern);
    fc.assert(fc.property(spellings(secrets), (secret) => pattern.test(secret)));
  });

  test('allows names that only resemble a secret name', () => {
    for (const name of harmless) expect(name).not.toMatch(pattern);
    fc.assert(fc.property(spellings(harmless), (name) => !pattern.test(name)));
    fc.assert(
      fc.property(spellings(secrets), (name) => !pattern.test(`x${name}`) && !pattern.test(`${name}x`)),
    );
  });
});

test.each(documentNames)('%s forbids the same names everywhere', (name) => {
  const text = JSON.stringify(readDocument(name));
  const found = [...text.matchAll(/"not":\{"pattern":("[^"]*")\}/g)].map(([, pattern]) => pattern);
  expect([...new Set(found)]).toEqual([JSON.stringify(fieldNamePattern(name).source)]);
});

describe.each([
  ['mielto.yaml', 'MieltoConfig'],
  ['sandbox.yaml', 'SandboxConfig'],
])('a config in %s', async (document, schema) => {
  const violationsOf = await schemaAt(document, ['components', 'schemas', schema]);

  /** Nests a value in arrays and objects. The outermost level is an object. */
  const nested = (value: unknown, levels: readonly boolean[]) => ({
    outermost: levels.reduce((inner: unknown, isArray) => (isArray ? [1, inner] : { level: inner }), value),
  });
  const levels = fc.array(fc.boolean(), { maxLength: 12 });

  test('is invalid with a secret at any depth', () => {
    fc.assert(
      fc.property(spellings(secrets), levels, (name, levels) => {
        expect(violationsOf({ [name]: '' })).not.toEqual([]);
        expect(violationsOf(nested({ [name]: '' }, levels))).not.toEqual([]);
      }),
    );
  });

  test('is valid with any other name at any depth', () => {
    fc.assert(
      fc.property(spellings(harmless), levels, (name, levels) => {
        expect(violationsOf(nested({ [name]: null }, levels))).toEqual([]);
      }),
    );
  });
});
