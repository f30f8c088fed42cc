import { readFileSync } from 'node:fs';
import {
  dereference,
  escapePointer,
  type OpenApiDocument,
  type OperationObject,
  type ParameterObject,
  type Provenance,
  type ResponseObject,
  type SchemaObject,
} from '../../contract/openapi-document.ts';
import { type Vendor, type VendorEntry, vendors } from '../../spec/vendors.ts';
import { type BodyJudge, createBodyJudge } from './body-judge.ts';

/** A parameter of an operation, with where its contract says so. */
export interface ContractParameter {
  readonly name: string;
  readonly in: ParameterObject['in'];
  readonly schema: SchemaObject;
  /** A value that the contract shows; undefined where it shows none. */
  readonly example: unknown;
  readonly place: string;
  readonly provenance: Provenance;
}

/** A response that the contract declares for a status. */
export interface ContractResponse {
  readonly status: number;
  readonly place: string;
  readonly provenance: Provenance;
  readonly contentTypes: readonly string[];
  readonly headers: NonNullable<ResponseObject['headers']>;
  /** Where the schema of the JSON body stands, as a pointer after `#`; null where there is no body. */
  readonly bodyPointer: string | null;
}

/** One GET operation of a contract. */
export interface ContractOperation {
  readonly id: string;
  readonly path: string;
  readonly place: string;
  readonly provenance: Provenance;
  readonly parameters: readonly ContractParameter[];
  readonly responses: ReadonlyMap<number, ContractResponse>;
}

/** A vendor's contract as the verifier reads it. */
export interface ApiContract {
  readonly vendor: Vendor;
  readonly title: string;
  readonly entry: VendorEntry;
  readonly document: OpenApiDocument;
  readonly operations: readonly ContractOperation[];
  readonly judgeBody: BodyJudge;
  /** The place of a pointer, as findings tell it: `spec/junction.yaml#/…`. */
  readonly placeOf: (pointer: string) => string;
}

const known = new Map<Vendor, ApiContract>();

/** Reads a vendor's contract, once. Throws for a document that is not there. */
export function readApiContract(vendor: Vendor): ApiContract {
  const contract = known.get(vendor) ?? contractIn(entryOf(vendor));
  known.set(vendor, contract);
  return contract;
}

function contractIn(entry: VendorEntry): ApiContract {
  const file = new URL(`../../generated/${entry.document.replace(/\.yaml$/, '.json')}`, import.meta.url);
  return apiContract(entry, JSON.parse(readFileSync(file, 'utf8')));
}

/** The contract that a document is. */
export function apiContract(entry: VendorEntry, document: OpenApiDocument): ApiContract {
  const placeOf = (pointer: string) => `spec/${entry.document}${pointer}`;
  const operations = Object.entries(document.paths).flatMap(([path, { get }]) =>
    get === undefined ? [] : [operationOf({ document, path, operation: get, placeOf })],
  );
  return {
    vendor: entry.vendor,
    title: entry.title,
    entry,
    document,
    operations,
    judgeBody: createBodyJudge(document, placeOf),
    placeOf,
  };
}

function entryOf(vendor: Vendor): VendorEntry {
  const entry = vendors.find((listed) => listed.vendor === vendor);
  if (entry === undefined) throw new Error(`No vendor is called ${vendor}. Add it to spec/vendors.ts.`);
  return entry;
}

function operationOf(options: {
  readonly document: OpenApiDocument;
  readonly path: string;
  readonly operation: OperationObject;
  readonly placeOf: (pointer: string) => string;
}): ContractOperation {
  const { document, path, operation, placeOf } = options;
  const pointer = `#/paths/${escapePointer(path)}/get`;
  const parameters = (operation.parameters ?? []).map((declared, index): ContractParameter => {
    const parameter = dereference(document, declared);
    return {
      name: parameter.name,
      in: parameter.in,
      schema: dereference(document, parameter.schema),
      example: parameter.example,
      place: placeOf('$ref' in declared ? declared.$ref : `${pointer}/parameters/${index}`),
      provenance: parameter['x-provenance'] ?? 'page',
    };
  });
  const responses = Object.entries(operation.responses).map(([status, declared]): ContractResponse => {
    const response = dereference(document, declared);
    const at = '$ref' in declared ? declared.$ref : `${pointer}/responses/${status}`;
    const contentTypes = Object.keys(response.content ?? {});
    const [contentType] = contentTypes;
    return {
      status: Number(status),
      place: placeOf(at),
      provenance: response['x-provenance'] ?? 'page',
      contentTypes,
      headers: response.headers ?? {},
      bodyPointer: contentType === undefined ? null : `${at}/content/${escapePointer(contentType)}/schema`,
    };
  });
  return {
    id: operation.operationId,
    path,
    place: placeOf(pointer),
    provenance: operation['x-provenance'] ?? 'page',
    parameters,
    responses: new Map(responses.map((response) => [response.status, response])),
  };
}
