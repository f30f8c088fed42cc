import { readFile, writeFile } from 'node:fs/promises';
import openapiTS, { astToString, type OpenAPITSOptions, transformSchemaObject } from 'openapi-typescript';
import ts from 'typescript';
import { parse, stringify } from 'yaml';
import { contractNames } from '../contract/contract.ts';
import type { OpenApiDocument } from '../contract/openapi-document.ts';
import { vendorNames } from '../spec/vendors.ts';
import { joinVendors } from './join-vendors.ts';
import { withTables } from './readme-tables.ts';

const banner = 'Generated, do not edit: npm run generate';

/**
 * Makes everything that is generated, in memory: what is in `generated/`, and the tables of the README.
 *
 * @returns the text of each file, by its path from the root of the project
 */
export async function generate(): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for (const name of contractNames) {
    files.set(`generated/${name}.ts`, await typesOf(name));
    // The document itself, in the form that a program reads in a fiftieth of the time.
    files.set(`generated/${name}.json`, `${JSON.stringify(await read(name))}\n`);
  }
  files.set('generated/vendors.yaml', await joinedVendors());
  files.set('README.md', withTables(await readFile(new URL('../README.md', import.meta.url), 'utf8')));
  return files;
}

function fileOf(name: string): URL {
  return new URL(`../spec/${name}.yaml`, import.meta.url);
}

async function read(name: string): Promise<OpenApiDocument> {
  return parse(await readFile(fileOf(name), 'utf8'));
}

async function typesOf(name: string): Promise<string> {
  const nodes = await openapiTS(fileOf(name), {
    transform,
    // What has a default may be left out of a request.
    defaultNonNullable: false,
    silent: true,
  });
  return `// ${banner}\n${astToString(nodes)}`;
}

/** Types three schemas that the type generator by itself types too closely, or not closely enough. */
const transform: NonNullable<OpenAPITSOptions['transform']> = (schema, options) => {
  if (Reflect.get(schema, 'x-keys') === 'vendor') {
    return byVendor(transformSchemaObject(Reflect.get(schema, 'additionalProperties'), options));
  }
  const type: unknown = schema.type;
  if (Array.isArray(type) && type.includes('object') && type.includes('array')) {
    // Any JSON value. It refers to itself, which TypeScript refuses in the place where the generator puts it.
    return ts.factory.createKeywordTypeNode(ts.SyntaxKind.UnknownKeyword);
  }
  const known: unknown = Reflect.get(schema, 'x-extensible-enum');
  return type === 'string' && Array.isArray(known) ? anyStringSuchAs(known.map(String)) : undefined;
};

/** `'a' | 'b' | (string & {})`: any string, of which editors offer the known ones. */
function anyStringSuchAs(known: readonly string[]): ts.TypeNode {
  const { factory } = ts;
  const anyString = factory.createIntersectionTypeNode([
    factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword),
    factory.createTypeLiteralNode([]),
  ]);
  return factory.createUnionTypeNode([
    ...known.map((value) => factory.createLiteralTypeNode(factory.createStringLiteral(value, true))),
    factory.createParenthesizedType(anyString),
  ]);
}

/** An object with this type under the name of each vendor. */
function byVendor(type: ts.TypeNode): ts.TypeNode {
  const { factory } = ts;
  return factory.createTypeLiteralNode(
    vendorNames.map((vendor) =>
      factory.createPropertySignature(undefined, factory.createStringLiteral(vendor), undefined, type),
    ),
  );
}

async function joinedVendors(): Promise<string> {
  const documents = await Promise.all(vendorNames.map(read));
  // YAML 1.1 readers take a bare timestamp for a date: with this schema every such string is quoted.
  const text = stringify(joinVendors(documents), {
    schema: 'yaml-1.1',
    aliasDuplicateObjects: false,
    lineWidth: 0,
  });
  return `# ${banner}\n${text}`;
}

if (import.meta.main) {
  for (const [path, text] of await generate()) {
    await writeFile(new URL(`../${path}`, import.meta.url), text);
  }
}
