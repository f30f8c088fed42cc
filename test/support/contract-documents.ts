import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setShouldValidateFormat, validate } from '@hyperjump/json-schema/openapi-3-1';
import '@hyperjump/json-schema/formats';
import { parse } from 'yaml';
import { vendors } from '../../spec/vendors.ts';
import { useFolder } from './use-folder.ts';

/** File names of all documents that this project writes by hand. */
export const documentNames = [...vendors.map(({ vendor }) => `${vendor}.yaml`), 'sandbox.yaml'];

export function readDocument(name: string): Record<string, unknown> {
  return parse(readFileSync(new URL(`../../spec/${name}`, import.meta.url), 'utf8'));
}

/** The instance locations at which a value violates the schema; empty where it conforms. */
export type ViolationsOf = (value: unknown) => string[];

const directory = useFolder();
setShouldValidateFormat(true);

/** Compiles the schema at a JSON pointer in a document, with a validator that is not the server's. */
export async function schemaAt(documentName: string, pointer: readonly string[]): Promise<ViolationsOf> {
  const file = join(directory, documentName.replace('.yaml', '.openapi.json'));
  writeFileSync(file, JSON.stringify(readDocument(documentName)));
  const path = pointer.map((key) => encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1')));
  const validator = await validate(`${pathToFileURL(file)}#/${path.join('/')}`);
  return (value) => {
    const output = validator(structuredClone(value) as Parameters<typeof validator>[0], 'BASIC');
    return output.valid ? [] : (output.errors ?? []).map(({ instanceLocation }) => instanceLocation);
  };
}

/** A named example, and where the schema is that it has to keep. */
export interface NamedExample {
  readonly title: string;
  readonly value: unknown;
  readonly schema: readonly string[];
}

/** Every named example of every media type in a document, wherever it stands. */
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
