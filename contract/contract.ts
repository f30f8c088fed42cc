import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { DocumentedResponse } from './documented-response.ts';
import { formats } from './formats.ts';
import {
  dereference,
  escapePointer,
  type OpenApiDocument,
  type OperationObject,
  type ParameterObject,
} from './openapi-document.ts';

/** One operation of a contract, and all that it may answer. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  /** As the document writes it, `/users/{user_id}`. */
  readonly path: string;
  readonly parameters: readonly ParameterObject[];
  readonly takesBody: boolean;
  /** True where each parameter of the path, decoded, is what its schema says. */
  readonly isValidPath: (parameters: Readonly<Record<string, unknown>>) => boolean;
  readonly responses: ReadonlyMap<number, DocumentedResponse>;
}

export interface Contract {
  /** The file as it stands. */
  readonly yaml: string;
  readonly document: OpenApiDocument;
  readonly operations: ReadonlyMap<string, Operation>;
}

/** Reads a document of `spec/`, as it stands and as it is generated from there. Its schemas are compiled when they are first needed. */
export function loadContract(fileName: string): Contract {
  const yaml = readFileSync(new URL(`../spec/${fileName}`, import.meta.url), 'utf8');
  const json = new URL(`../generated/${fileName.replace(/\.yaml$/, '.json')}`, import.meta.url);
  const document: OpenApiDocument = JSON.parse(readFileSync(json, 'utf8'));
  return { yaml, document, operations: operationsOf(document) };
}

/** The operation with this id. Throws where the contract has none. */
export function operationOf(contract: Contract, operationId: string): Operation {
  const operation = contract.operations.get(operationId);
  if (operation === undefined)
    throw new Error(`${contract.document.info.title} has no operation ${operationId}.`);
  return operation;
}

/** Compiles the schema at a pointer once, when it is first asked for. */
function schemaCompiler(document: OpenApiDocument): (pointer: string) => ValidateFunction {
  const ajv = new Ajv2020({
    // The documents are linted, and compiling the schema of schemas takes long.
    validateSchema: false,
    strict: true,
    allowUnionTypes: true,
    strictRequired: false,
    formats,
  });
  ajv.addVocabulary(['x-provenance', 'x-extensible-enum', 'example', 'paths', 'components']);
  ajv.addSchema({ $id: 'contract', paths: document.paths, components: document.components });
  const compiled = new Map<string, ValidateFunction>();
  return (pointer) => {
    const validate = compiled.get(pointer) ?? ajv.compile({ $ref: `contract${pointer}` });
    compiled.set(pointer, validate);
    return validate;
  };
}

function operationsOf(document: OpenApiDocument): Map<string, Operation> {
  const schemaAt = schemaCompiler(document);
  const operations = new Map<string, Operation>();
  for (const [path, item] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(item)) {
      if (!('operationId' in operation)) continue;
      const responses = new Map<number, DocumentedResponse>();
      for (const [status, declared] of Object.entries(operation.responses)) {
        const pointer =
          '$ref' in declared ? declared.$ref : `#/paths/${escapePointer(path)}/${method}/responses/${status}`;
        const response = dereference(document, declared);
        responses.set(Number(status), new DocumentedResponse({ document, response, pointer, schemaAt }));
      }
      const parameters = (operation.parameters ?? []).map((parameter) => dereference(document, parameter));
      operations.set(operation.operationId, {
        id: operation.operationId,
        method,
        path,
        parameters,
        takesBody: operation.requestBody !== undefined,
        isValidPath: pathJudge(
          document,
          operation.parameters ?? [],
          `#/paths/${escapePointer(path)}/${method}`,
          schemaAt,
        ),
        responses,
      });
    }
  }
  return operations;
}

/** Judges the parameters of a path; they are declared in the operation, which stands at `pointer`. */
function pathJudge(
  document: OpenApiDocument,
  declared: NonNullable<OperationObject['parameters']>,
  pointer: string,
  schemaAt: (pointer: string) => ValidateFunction,
): Operation['isValidPath'] {
  const schemas = new Map<string, string>();
  for (const [index, parameter] of declared.entries()) {
    const { name, in: place } = dereference(document, parameter);
    const at = '$ref' in parameter ? parameter.$ref : `${pointer}/parameters/${index}`;
    if (place === 'path') schemas.set(name, `${at}/schema`);
  }
  return (parameters) =>
    Object.entries(parameters).every(([name, value]) => {
      const schema = schemas.get(name);
      return schema !== undefined && schemaAt(schema)(value);
    });
}
