import type {
  Method,
  ParameterObject,
  Provenance,
  SchemaObject,
  SecuritySchemeObject,
} from './openapi-document.ts';

/** A statement of a contract: its location, such as `spec/junction.yaml#/paths/…`, and its provenance. */
export interface Statement {
  readonly rule: string;
  readonly provenance: Provenance;
}

/** One operation of a contract, with its parameters, request body and responses. */
export interface Operation extends Statement {
  readonly id: string;
  readonly method: Method;
  /** The path template, such as `/users/{user_id}`. */
  readonly path: string;
  readonly parameters: readonly Parameter[];
  /** Null if the operation has no request body. */
  readonly requestBody: RequestBody | null;
  readonly responses: ReadonlyMap<number, DocumentedResponse>;
  /**
   * The accepted security schemes: one is enough. Null means that requests without a key are accepted too. Empty if no
   * key is read.
   */
  readonly security: readonly (SecurityScheme | null)[];
  /** True if the path is also accepted with a slash at its end. */
  readonly acceptsTrailingSlash: boolean;
  /** True if the operation changes nothing: it is a GET, and the contract does not say otherwise. */
  readonly isSafe: boolean;
}

export interface Parameter extends Statement {
  readonly name: string;
  readonly in: ParameterObject['in'];
  readonly required: boolean;
  readonly schema: SchemaObject;
  /** True if the last parameter of a path can contain slashes, encoded or not. */
  readonly takesRest: boolean;
  /** The pointer to the schema. */
  readonly schemaPointer: string;
  /** The named examples; each leads to the response example of its name. */
  readonly examples: ReadonlyMap<string, unknown>;
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
  /** The value that goes with any example of the body; undefined if the contract shows none. */
  readonly example: unknown;
  /** The values that go with the examples of the body that have these names. */
  readonly examples: ReadonlyMap<string, unknown>;
}

export interface MediaType {
  readonly schemaPointer: string;
  /** The named examples. */
  readonly examples: ReadonlyMap<string, unknown>;
  /** The source of each example whose text the vendor has published. The others are made up. */
  readonly publishedExamples: ReadonlyMap<string, Provenance>;
}

export type SecurityScheme = SecuritySchemeObject & { readonly schemeName: string };
