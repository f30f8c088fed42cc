import { readFileSync } from 'node:fs';
import { type Vendor, vendorEntry, vendorNames } from '../spec/vendors.ts';
import type { OpenApiDocument } from './openapi-document.ts';
import type { Operation } from './operation.ts';
import { operationsOf } from './read-operations.ts';
import { createSchemaCompiler, type SchemaAt } from './schema-compiler.ts';

/** A contract as everything reads it: the server, the verifier, the mutants and the generators. */
export interface Contract {
  /** The name of its file, without `.yaml`. */
  readonly name: string;
  readonly document: OpenApiDocument;
  readonly operations: ReadonlyMap<string, Operation>;
  /** Compiles the schema at a pointer, once, when it is first asked for. */
  readonly schemaAt: SchemaAt;
  /** The place of a pointer, as people are told of it: `spec/junction.yaml#/…`. */
  readonly locationOf: (pointer: string) => string;
}

/** The names of all contracts: one a vendor, and the sandbox API's. */
export const contractNames: readonly string[] = [...vendorNames, 'sandbox'];

const known = new Map<string, Contract>();

/** Reads the contract that is generated from `spec/<name>.yaml`, once. Throws if there is none. */
export function readContract(name: string): Contract {
  const contract = known.get(name) ?? contractOf(name, readGenerated(name));
  known.set(name, contract);
  return contract;
}

/** The contract that a document is. Throws for a document that this project does not understand. */
export function contractOf(name: string, document: OpenApiDocument): Contract {
  const placeOf = (pointer: string) => `spec/${name}.yaml${pointer}`;
  return {
    name,
    document,
    operations: operationsOf(document, placeOf),
    schemaAt: createSchemaCompiler(document),
    locationOf: placeOf,
  };
}

/** The operation with this id. Throws if the contract has none. */
export function operationOf({ name, operations }: Contract, operationId: string): Operation {
  const operation = operations.get(operationId);
  if (operation === undefined) {
    throw new Error(`spec/${name}.yaml has no operation ${operationId}. Add it there, or fix the name.`);
  }
  return operation;
}

/** The operation of the vendor's reference page, which lists a user's connections. */
export function listOperationOf(vendor: Vendor): Operation {
  return operationOf(readContract(vendor), vendorEntry(vendor).list.operationId);
}

/** The text of a contract, as it is written by hand. */
export function readContractText(name: string): string {
  return readFileSync(new URL(`../spec/${name}.yaml`, import.meta.url), 'utf8');
}

/** JSON is read in a fiftieth of the time that YAML takes. */
function readGenerated(name: string): OpenApiDocument {
  try {
    return JSON.parse(readFileSync(new URL(`../generated/${name}.json`, import.meta.url), 'utf8'));
  } catch (error) {
    throw new Error(
      `Cannot read the contract ${name}: generated/${name}.json is missing. Run npm run generate.`,
      {
        cause: error,
      },
    );
  }
}
