import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { generate } from '../../build/generate.ts';
import { type ContractDocument, joinVendors } from '../../build/join-vendors.ts';
import type { components } from '../../generated/junction.ts';

const generated = new URL('../../generated/', import.meta.url);
const files = await generate();

describe('generated/', () => {
  test.each([...files])('%s is what the contracts make, byte for byte', (name, text) => {
    expect(readFileSync(new URL(name, generated), 'utf8') === text, 'Do: npm run generate').toBe(true);
  });

  test('holds nothing else that is committed', () => {
    const present = readdirSync(generated).filter((name) => name !== 'docs');
    expect(present.sort()).toEqual([...files.keys()].sort());
  });

  test('types an extensible enum as its known values or any other string', () => {
    type Status = components['schemas']['JunctionResourceAvailability']['status'];
    expectTypeOf<Status>().toEqualTypeOf<'available' | 'unavailable' | (string & {})>();
    expectTypeOf<'something new'>().toExtend<Status>();
  });
});

describe('the joined document', () => {
  const contract = (path: string, schema: string, scheme: string): ContractDocument => ({
    security: [{ [scheme]: [] }],
    tags: [{ name: scheme }],
    paths: { [path]: { get: { responses: {} } } },
    components: { schemas: { [schema]: { type: 'object' } } },
  });

  test('keeps each path with its own security', () => {
    const joined = joinVendors(
      new Map([
        ['junction', contract('/a', 'A', 'AKey')],
        ['mielto', contract('/b', 'B', 'BKey')],
      ]),
    );
    expect(joined).toMatchObject({
      tags: [{ name: 'AKey' }, { name: 'BKey' }],
      paths: { '/a': { get: { security: [{ AKey: [] }] } }, '/b': { get: { security: [{ BKey: [] }] } } },
      components: { schemas: { A: {}, B: {} } },
    });
  });

  test.each([
    ['path /a', contract('/a', 'B', 'BKey')],
    ['component in schemas named A', contract('/b', 'A', 'BKey')],
  ])('refuses a second %s', (_, second) => {
    const contracts = new Map([
      ['junction', contract('/a', 'A', 'AKey')] as const,
      ['mielto', second] as const,
    ]);
    expect(() => joinVendors(contracts)).toThrow(
      /^Failed to join the contracts: .* named (?:\/a|A)\. Rename one\.$/,
    );
  });
});
