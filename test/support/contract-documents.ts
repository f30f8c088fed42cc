import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setShouldValidateFormat, validate } from '@hyperjump/json-schema/openapi-3-1';
import '@hyperjump/json-schema/formats';
import { parse } from 'yaml';
import { allContractNames, readContractText } from '../../contract/contract.ts';
import { validatedDocument } from '../../contract/validated-document.ts';

/** The file names of all contracts, editions included. */
export const documentNames = allContractNames.map((name) => `${name}.yaml`);

const documents = new Map<string, Readonly<Record<string, unknown>>>();

/** Reads a document. The result is cached. */
export function readDocument(name: string): Readonly<Record<string, unknown>> {
  const document = documents.get(name) ?? parse(readContractText(name.replace(/\.yaml$/, '')));
  documents.set(name, document);
  return document;
}

/** Returns the instance locations at which a value violates the schema. The list is empty if the value conforms. */
export type ViolationsOf = (value: unknown) => string[];

setShouldValidateFormat(true);

const compiled = new Map<string, Promise<ViolationsOf>>();

/** Compiles the schema at a JSON pointer in a document, with a validator that the server does not use. Cached. */
export function schemaAt(documentName: string, pointer: readonly string[]): Promise<ViolationsOf> {
  const path = pointer.map((key) => encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1')));
  const location = `${documentName}#/${path.join('/')}`;
  const cached = compiled.get(location) ?? compile(documentName, path.join('/'));
  compiled.set(location, cached);
  return cached;
}

async function compile(documentName: string, path: string): Promise<ViolationsOf> {
  // The validator reads only files, and determines the document type from the file name.
  const folder = await mkdtemp(join(tmpdir(), 'connections-document-'));
  try {
    const file = join(folder, documentName.replace('.yaml', '.openapi.json'));
    await writeFile(file, JSON.stringify(validatedDocument(readDocument(documentName))));
    const validator = await validate(`${pathToFileURL(file)}#/${path}`);
    return (value) => {
      const output = validator(structuredClone(value) as Parameters<typeof validator>[0], 'BASIC');
      return output.valid ? [] : (output.errors ?? []).map(({ instanceLocation }) => instanceLocation);
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A named example, and the JSON pointer of its schema. */
export interface NamedExample {
  readonly title: string;
  readonly value: unknown;
  readonly schema: readonly string[];
}

/** Returns every named example of every media type in a document. */
export function namedExamples(document: object): NamedExample[] {
  return mediaTypes(document, []).flatMap(({ pointer, mediaType }) =>
    Object.entries(mediaType.examples ?? {}).map(([name, example]) => ({
      title: `${name} at #/${pointer.join('/')}`,
      value: Reflect.get(resolve(document, example), 'value'),
      schema: [...pointer, 'schema'],
    })),
  );
}

interface MediaType {
  readonly examples?: Readonly<Record<string, object>>;
}

function mediaTypes(
  node: unknown,
  pointer: readonly string[],
): { pointer: string[]; mediaType: MediaType }[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, child]) => {
    if (key === 'schemas' || key === 'examples') return [];
    if (key !== 'content') return mediaTypes(child, [...pointer, key]);
    return Object.entries(child as Record<string, MediaType>).map(([type, mediaType]) => ({
      pointer: [...pointer, key, type],
      mediaType,
    }));
  });
}

function resolve(document: object, node: object): object {
  const reference: unknown = Reflect.get(node, '$ref');
  if (typeof reference !== 'string') return node;
  return reference
    .slice(2)
    .split('/')
    .reduce((parent: object, key) => Reflect.get(parent, key), document);
}
