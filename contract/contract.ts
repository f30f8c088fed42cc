import { readFileSync } from 'node:fs';
import { type Vendor, vendorEntry, vendorNames } from '../spec/vendors.ts';
import type { OpenApiDocument } from './openapi-document.ts';
import type { Operation } from './operation.ts';
import { operationsOf } from './read-operations.ts';
import { createSchemaCompiler, type SchemaAt } from './schema-compiler.ts';

/** A parsed contract. The server, the verifier, the mutants and the generators all use it. */
export interface Contract {
  /** The name of its file, without `.yaml`. */
  readonly name: string;
  readonly document: OpenApiDocument;
  readonly operations: ReadonlyMap<string, Operation>;
  /** Returns the validator for the schema at a pointer. It is compiled once, at its first use. */
  readonly schemaAt: SchemaAt;
  /** The location of a pointer as it is reported: `spec/junction.yaml#/…`. */
  readonly locationOf: (pointer: string) => string;
}

/** The names of all contracts: one per vendor, and `sandbox`. */
export const contractNames: readonly string[] = [...vendorNames, 'sandbox'];

const known = new Map<string, Contract>();

/** Returns the contract generated from `spec/<name>.yaml`. It is read once. Throws if it does not exist. */
export function readContract(name: string): Contract {
  const contract = known.get(name) ?? contractOf(name, readGenerated(name));
  known.set(name, contract);
  return contract;
}

/** Creates a contract from a document. Throws if the document uses something that is not supported. */
export function contractOf(name: string, document: OpenApiDocument): Contract {
  const locationOf = (pointer: string) => `spec/${name}.yaml${pointer}`;
  return {
    name,
    document,
    operations: operationsOf(document, locationOf),
    schemaAt: createSchemaCompiler(document),
    locationOf,
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

/** The operation on the vendor's reference page, which lists a user's connections. */
export function listOperationOf(vendor: Vendor): Operation {
  return operationOf(readContract(vendor), vendorEntry(vendor).list.operationId);
}

/** The YAML source of a contract. */
export function readContractText(name: string): string {
  return readFileSync(new URL(`../spec/${name}.yaml`, import.meta.url), 'utf8');
}

/** Parsing JSON takes a fiftieth of the time of parsing YAML. */
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
