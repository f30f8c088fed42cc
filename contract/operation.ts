import type {
  Method,
  ParameterObject,
  Provenance,
  SchemaObject,
  SecuritySchemeObject,
} from './openapi-document.ts';

/** A statement of a contract: where it is, such as `spec/junction.yaml#/paths/…`, and who says so. */
export interface Statement {
  readonly rule: string;
  readonly provenance: Provenance;
}

/** One operation of a contract, with everything that it takes and may answer. */
export interface Operation extends Statement {
  readonly id: string;
  readonly method: Method;
  /** As the document writes it, `/users/{user_id}`. */
  readonly path: string;
  readonly parameters: readonly Parameter[];
  /** Null if the operation takes no body. */
  readonly requestBody: RequestBody | null;
  readonly responses: ReadonlyMap<number, DocumentedResponse>;
  /** Ways to be let in, any one of which is enough; null stands for a request without a key. */
  readonly security: readonly (SecurityScheme | null)[];
}

export interface Parameter extends Statement {
  readonly name: string;
  readonly in: ParameterObject['in'];
  readonly required: boolean;
  readonly schema: SchemaObject;
  /** Where the schema is, as a pointer after `#`. */
  readonly schemaPointer: string;
  /** A value that the contract shows; undefined if it shows none. */
  readonly example: unknown;
}

export interface RequestBody extends Statement {
  readonly required: boolean;
  readonly content: ReadonlyMap<string, MediaType>;
}

/** A response that the contract documents for a status. */
export interface DocumentedResponse extends Statement {
  readonly status: number;
  readonly headers: ReadonlyMap<string, DocumentedHeader>;
  /** By content type; empty if the response has no body. */
  readonly content: ReadonlyMap<string, MediaType>;
}

export interface DocumentedHeader extends Statement {
  readonly required: boolean;
  readonly schema: SchemaObject;
  readonly schemaPointer: string;
  readonly example: unknown;
}

export interface MediaType {
  readonly schemaPointer: string;
  /** The named examples. */
  readonly examples: ReadonlyMap<string, unknown>;
}

export type SecurityScheme = SecuritySchemeObject & { readonly schemeName: string };
