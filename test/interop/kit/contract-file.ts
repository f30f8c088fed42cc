import { join } from 'node:path';
import { readContract } from '../../../contract/contract.ts';
import { dereference, isReference, type MediaTypeObject } from '../../../contract/openapi-document.ts';
import type { Operation } from '../../../contract/operation.ts';
import { root } from '../../support/run-cli.ts';

/** The contract as it is written and published, which is what people give to a generator. */
export function contractFile(contract: string): string {
  return join(root, 'spec', `${contract}.yaml`);
}

/** The name of a package in Go and Python: `openwearables`. */
export function packageName(contract: string): string {
  return contract.replaceAll('-', '');
}

/** The name of the schema of what an operation answers with 200. Throws if it has no name. */
export function answerSchemaOf(contract: string, { id, responses }: Operation): string {
  const [mediaType] = responses.get(200)?.content.values() ?? [];
  const $ref = mediaType?.schemaPointer.replace(/\/schema$/, '') ?? '';
  const { schema } = dereference<MediaTypeObject>(readContract(contract).document, { $ref });
  if (!isReference(schema)) throw new Error(`The schema of ${id} has no name. Refer to one in components.`);
  return schema.$ref.replace(/^.*\//, '');
}
