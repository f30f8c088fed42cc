import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { generate } from '../../build/generate.ts';
import { joinVendors } from '../../build/join-vendors.ts';
import type { OpenApiDocument } from '../../contract/openapi-document.ts';
import type { components } from '../../generated/junction.ts';
import { root } from '../support/run-cli.ts';

const files = await generate();

describe('what is generated', () => {
  test.each([...files])('%s is what the contracts make, byte for byte', (name, text) => {
    expect(readFileSync(join(root, name), 'utf8') === text, 'Do: npm run generate').toBe(true);
  });

  test('holds nothing else that is committed', () => {
    const present = readdirSync(join(root, 'generated')).filter((name) => name !== 'docs');
    const made = [...files.keys()].filter((name) => name.startsWith('generated/'));
    expect(present.map((name) => `generated/${name}`).sort()).toEqual(made.sort());
  });

  test('types an extensible enum as its known values or any other string', () => {
    type Status = components['schemas']['JunctionResourceAvailability']['status'];
    expectTypeOf<Status>().toEqualTypeOf<'available' | 'unavailable' | (string & {})>();
    expectTypeOf<'something new'>().toExtend<Status>();
  });
});

describe('the joined document', () => {
  const contract = (path: string, schema: string, scheme: string): OpenApiDocument => ({
    security: [{ [scheme]: [] }],
    info: { title: scheme, version: '1' },
    tags: [{ name: scheme }],
    paths: { [path]: { get: { operationId: path, responses: {} } } },
    components: { schemas: { [schema]: { type: 'object' } } },
  });

  test('keeps each path with its own security', () => {
    const joined = joinVendors([contract('/a', 'A', 'AKey'), contract('/b', 'B', 'BKey')]);
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
    expect(() => joinVendors([contract('/a', 'A', 'AKey'), second])).toThrow(
      /^Failed to join the contracts: .* named (?:\/a|A)\. Rename one\.$/,
    );
  });
});
