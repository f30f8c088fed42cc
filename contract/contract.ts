import { readFileSync } from 'node:fs';
import { editionsOf, type Vendor, vendorEntry, vendorNames } from '../spec/vendors.ts';
import type { OpenApiDocument } from './openapi-document.ts';
import type { Operation } from './operation.ts';
import { operationsOf } from './read-operations.ts';
import { createSchemaCompiler, type SchemaAt } from './schema-compiler.ts';

/** A parsed contract. The server, the verifier, the mutants and the generators all use it. */
export interface Contract {
  /** The name of its file, without `.yaml`: `junction`, or `open-wearables.0-6` for an edition. */
  readonly name: string;
  readonly document: OpenApiDocument;
  readonly operations: ReadonlyMap<string, Operation>;
  /** Returns the validator for the schema at a pointer. It is compiled once, at its first use. */
  readonly schemaAt: SchemaAt;
  /** The location of a pointer as it is reported: `spec/junction.yaml#/…`, or `generated/open-wearables.0-6.yaml#/…`. */
  readonly locationOf: (pointer: string) => string;
}

/** The names of the contracts that are written by hand: one per vendor, and `sandbox`. */
export const contractNames: readonly string[] = [...vendorNames, 'sandbox'];

/** The editions of all vendors, with the names of their contracts. */
export const editionContracts: readonly {
  readonly vendor: Vendor;
  readonly edition: string;
  readonly name: string;
}[] = vendorNames.flatMap((vendor) =>
  editionsOf(vendor).map((edition) => ({ vendor, edition, name: contractName(vendor, edition) })),
);

/** The names of all contracts, editions included. */
export const allContractNames: readonly string[] = [
  ...contractNames,
  ...editionContracts.map(({ name }) => name),
];

const known = new Map<string, Contract>();

/** The name of a vendor's contract: the vendor, with the edition behind a dot if one is given. */
export function contractName(vendor: string, edition?: string): string {
  return edition === undefined ? vendor : `${vendor}.${edition}`;
}

/**
 * Returns the contract generated from `spec/<name>.yaml`, or the contract of an edition. It is read once. Throws if it
 * does not exist.
 */
export function readContract(vendor: string, edition?: string): Contract {
  const name = contractName(vendor, edition);
  const contract = known.get(name) ?? contractOf(name, readGenerated(name));
  known.set(name, contract);
  return contract;
}

/** Creates a contract from a document. Throws if the document uses something that is not supported. */
export function contractOf(name: string, document: OpenApiDocument): Contract {
  const locationOf = (pointer: string) => `${fileOf(name)}${pointer}`;
  return {
    name,
    document,
    operations: operationsOf(document, locationOf),
    schemaAt: createSchemaCompiler(document),
    locationOf,
  };
}

/** The operation with this id. Throws if the contract has none. */
export function operationOf({ operations, locationOf }: Contract, operationId: string): Operation {
  const operation = operations.get(operationId);
  if (operation === undefined) {
    throw new Error(`${locationOf('')} has no operation ${operationId}. Add it there, or fix the name.`);
  }
  return operation;
}

/** The operation on the vendor's reference page, which lists a user's connections. */
export function listOperationOf(vendor: Vendor, edition?: string): Operation {
  return operationOf(readContract(vendor, edition), vendorEntry(vendor).list.operationId);
}

/** The YAML source of a contract. */
export function readContractText(name: string): string {
  return readFileSync(new URL(`../${fileOf(name)}`, import.meta.url), 'utf8');
}

/** The file of a contract from the root of the project. The contract of an edition is generated. */
function fileOf(name: string): string {
  const isEdition = editionContracts.some((listed) => listed.name === name);
  return `${isEdition ? 'generated' : 'spec'}/${name}.yaml`;
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
