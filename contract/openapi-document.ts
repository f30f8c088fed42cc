/** Where a statement of a contract comes from: the vendor's page, its other public material, or this project. */
export type Provenance = 'page' | 'public' | 'decided';

/** The methods of an OpenAPI path item. */
export const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const;
export type Method = (typeof methods)[number];

/** The parts of an OpenAPI 3.1 document that this project uses. @see https://spec.openapis.org/oas/v3.1.1 */
export interface OpenApiDocument {
  readonly info: { readonly title: string; readonly version: string; readonly summary?: string };
  readonly servers?: readonly { readonly url: string; readonly description?: string }[];
  readonly externalDocs?: { readonly url: string };
  readonly security?: readonly SecurityRequirement[];
  readonly tags?: readonly { readonly name: string }[];
  readonly paths: Readonly<Record<string, PathItem>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

export type PathItem = {
  readonly parameters?: readonly (ParameterObject | Reference)[];
} & { readonly [Name in Method]?: OperationObject };

export interface OperationObject {
  readonly operationId: string;
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly 'x-provenance'?: Provenance;
  /** True if the path is also accepted with a slash at its end. */
  readonly 'x-trailing-slash'?: boolean;
  /** True if the operation changes something although it is a GET, which RFC 9110 calls a safe method. */
  readonly 'x-unsafe'?: boolean;
  readonly security?: readonly SecurityRequirement[];
  readonly parameters?: readonly (ParameterObject | Reference)[];
  readonly requestBody?: RequestBodyObject | Reference;
  readonly responses: Readonly<Record<string, ResponseObject | Reference>>;
}

/** The names of security schemes. A request must satisfy all of them. */
export type SecurityRequirement = Readonly<Record<string, readonly string[]>>;

export type SecuritySchemeObject =
  | {
      readonly type: 'apiKey';
      readonly in: 'header';
      readonly name: string;
      readonly 'x-provenance'?: Provenance;
    }
  | { readonly type: 'http'; readonly scheme: 'bearer'; readonly 'x-provenance'?: Provenance };

export interface ParameterObject {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie';
  readonly required?: boolean;
  readonly 'x-provenance'?: Provenance;
  /** True if the last parameter of a path takes the rest of the path, slashes included. */
  readonly 'x-rest-of-path'?: boolean;
  readonly schema: SchemaObject | Reference;
  readonly examples?: ExamplesObject;
}

export interface RequestBodyObject {
  readonly required?: boolean;
  readonly 'x-provenance'?: Provenance;
  readonly content: Readonly<Record<string, MediaTypeObject>>;
}

export interface ResponseObject {
  readonly 'x-provenance'?: Provenance;
  readonly headers?: Readonly<Record<string, HeaderObject | Reference>>;
  readonly content?: Readonly<Record<string, MediaTypeObject>>;
}

export interface HeaderObject {
  readonly 'x-provenance'?: Provenance;
  readonly required?: boolean;
  readonly schema: SchemaObject;
  readonly example?: unknown;
  readonly examples?: ExamplesObject;
}

export interface MediaTypeObject {
  readonly schema: SchemaObject | Reference;
  readonly examples?: ExamplesObject;
}

/**
 * Examples by name. Those of one call have one name: in its parameters, its body and its response. One with a source is
 * the text of the vendor.
 */
export type ExamplesObject = Readonly<Record<string, ExampleObject | Reference>>;

export interface ExampleObject {
  readonly value: unknown;
  readonly 'x-provenance'?: Provenance;
}

export interface SchemaObject {
  readonly type?: unknown;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly default?: unknown;
  readonly [keyword: string]: unknown;
}

export interface Reference {
  readonly $ref: string;
}

export function isReference(object: object): object is Reference {
  return '$ref' in object && typeof object.$ref === 'string';
}

/** Resolves a local reference; returns any other object unchanged. Throws if the target does not exist. */
export function dereference<Target extends object>(
  document: OpenApiDocument,
  object: Target | Reference,
): Target {
  if (!isReference(object)) return object;
  const keys = object.$ref.replace(/^#\//, '').split('/').map(unescapePointer);
  let found: unknown = document;
  for (const key of keys) found = (found as Readonly<Record<string, unknown>> | undefined)?.[key];
  if (found === undefined)
    throw new Error(`The reference ${object.$ref} does not resolve. Fix the document.`);
  return dereference(document, found as Target | Reference);
}

export function escapePointer(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

function unescapePointer(key: string): string {
  return key.replaceAll('~1', '/').replaceAll('~0', '~');
}
