import { mkdir, readFile, writeFile } from 'node:fs/promises';
import openapiTS, { astToString, type OpenAPITSOptions } from 'openapi-typescript';
import ts from 'typescript';
import { parse, stringify } from 'yaml';
import { type Vendor, vendors } from '../spec/vendors.ts';
import { type ContractDocument, joinVendors } from './join-vendors.ts';

const banner = 'Generated, do not edit: npm run generate';
const documents = [...vendors.map(({ document }) => document), 'sandbox.yaml'];

/**
 * Makes everything in `generated/` from the documents beside this file, in memory.
 *
 * @returns the text of each file, by its name in `generated/`
 */
export async function generate(): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for (const document of documents) {
    files.set(document.replace(/\.yaml$/, '.ts'), await typesOf(document));
    files.set(document.replace(/\.yaml$/, '.json'), await jsonOf(document));
  }
  files.set('vendors.yaml', await joinedVendors());
  return files;
}

/** The document itself, in the form that a program reads in a fiftieth of the time. */
async function jsonOf(document: string): Promise<string> {
  return `${JSON.stringify(parse(await readFile(new URL(`../spec/${document}`, import.meta.url), 'utf8')))}\n`;
}

async function typesOf(document: string): Promise<string> {
  const nodes = await openapiTS(new URL(`../spec/${document}`, import.meta.url), {
    transform,
    // What has a default may be left out of a request.
    defaultNonNullable: false,
    silent: true,
  });
  return `// ${banner}\n${astToString(nodes)}`;
}

/** Types two schemas that the type generator by itself types too closely. */
const transform: NonNullable<OpenAPITSOptions['transform']> = (schema) => {
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

async function joinedVendors(): Promise<string> {
  const contracts = new Map<Vendor, ContractDocument>();
  for (const { vendor, document } of vendors) {
    contracts.set(vendor, parse(await readFile(new URL(`../spec/${document}`, import.meta.url), 'utf8')));
  }
  // YAML 1.1 readers take a bare timestamp for a date: with this schema every such string is quoted.
  const text = stringify(joinVendors(contracts), {
    schema: 'yaml-1.1',
    aliasDuplicateObjects: false,
    lineWidth: 0,
  });
  return `# ${banner}\n${text}`;
}

if (import.meta.main) {
  const target = new URL('../generated/', import.meta.url);
  await mkdir(target, { recursive: true });
  for (const [name, text] of await generate()) {
    await writeFile(new URL(name, target), text);
  }
}
