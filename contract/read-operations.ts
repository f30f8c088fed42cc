import {
  dereference,
  type ExampleObject,
  type ExamplesObject,
  escapePointer,
  isReference,
  type MediaTypeObject,
  type Method,
  methods,
  type OpenApiDocument,
  type OperationObject,
  type PathItem,
  type Provenance,
  type Reference,
  type SecuritySchemeObject,
} from './openapi-document.ts';
import type {
  DocumentedHeader,
  DocumentedResponse,
  MediaType,
  Operation,
  Parameter,
  RequestBody,
  SecurityScheme,
  Statement,
} from './operation.ts';

/** The operations of a document by id. Throws if the document uses something that is not supported. */
export function operationsOf(
  document: OpenApiDocument,
  locationOf: (pointer: string) => string,
): Map<string, Operation> {
  const operations = new Map<string, Operation>();
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of methods) {
      const operation = item[method];
      if (operation === undefined) continue;
      const read = new OperationReader(document, locationOf, `#/paths/${escapePointer(path)}/${method}`);
      operations.set(operation.operationId, read.operation(operation, { method, path, item }));
    }
  }
  return operations;
}

/** Reads one operation. It keeps the pointer of each part, because schemas are compiled by pointer. */
class OperationReader {
  readonly #document: OpenApiDocument;
  readonly #locationOf: (pointer: string) => string;
  readonly #pointer: string;

  constructor(document: OpenApiDocument, locationOf: (pointer: string) => string, pointer: string) {
    this.#document = document;
    this.#locationOf = locationOf;
    this.#pointer = pointer;
  }

  operation(
    operation: OperationObject,
    { method, path, item }: { readonly method: Method; readonly path: string; readonly item: PathItem },
  ): Operation {
    const { operationId, requestBody, responses, security = this.#document.security ?? [] } = operation;
    const pathPointer = this.#pointer.slice(0, this.#pointer.lastIndexOf('/'));
    return {
      id: operationId,
      method,
      path,
      ...this.#statement(operation, this.#pointer),
      parameters: [
        ...this.#parameters(item.parameters, pathPointer),
        ...this.#parameters(operation.parameters, this.#pointer),
      ],
      requestBody: requestBody === undefined ? null : this.#requestBody(requestBody),
      responses: new Map(
        Object.entries(responses).map(([status, response]) => [
          Number(status),
          this.#response(Number(status), response),
        ]),
      ),
      security: security.map((requirement) => this.#securityScheme(requirement)),
      acceptsTrailingSlash: operation['x-trailing-slash'] === true,
      isSafe: method === 'get' && operation['x-unsafe'] !== true,
    };
  }

  #parameters(declared: OperationObject['parameters'] = [], pointer: string): Parameter[] {
    return declared.map((parameter, index) => {
      const [read, at] = this.#resolve(parameter, `${pointer}/parameters/${index}`);
      const { name, in: location, required = false, schema, examples } = read;
      return {
        name,
        in: location,
        required,
        takesRest: read['x-rest-of-path'] === true,
        schema: dereference(this.#document, schema),
        schemaPointer: `${at}/schema`,
        examples: this.#examples(examples),
        ...this.#statement(read, at),
      };
    });
  }

  #requestBody(declared: NonNullable<OperationObject['requestBody']>): RequestBody {
    const [read, at] = this.#resolve(declared, `${this.#pointer}/requestBody`);
    const { required = false, content } = read;
    return { required, content: this.#content(content, at), ...this.#statement(read, at) };
  }

  #response(status: number, declared: OperationObject['responses'][string]): DocumentedResponse {
    const [read, at] = this.#resolve(declared, `${this.#pointer}/responses/${status}`);
    const headers = Object.entries(read.headers ?? {}).map(([name, header]): [string, DocumentedHeader] => {
      const [{ required = false, schema, example, examples, ...rest }, headerAt] = this.#resolve(
        header,
        `${at}/headers/${escapePointer(name)}`,
      );
      const schemaPointer = `${headerAt}/schema`;
      const shown = { example, examples: this.#examples(examples) };
      return [name, { required, schema, schemaPointer, ...shown, ...this.#statement(rest, headerAt) }];
    });
    return {
      status,
      headers: new Map(headers),
      content: this.#content(read.content ?? {}, at),
      ...this.#statement(read, at),
    };
  }

  #content(content: Readonly<Record<string, MediaTypeObject>>, at: string): Map<string, MediaType> {
    return new Map(
      Object.entries(content).map(([contentType, { examples }]) => [
        contentType,
        {
          schemaPointer: `${at}/content/${escapePointer(contentType)}/schema`,
          examples: this.#examples(examples),
          publishedExamples: this.#publishedExamples(examples),
        },
      ]),
    );
  }

  #examples(declared: ExamplesObject = {}): Map<string, unknown> {
    return new Map(
      Object.entries(declared).map(([name, example]) => [
        name,
        dereference<ExampleObject>(this.#document, example).value,
      ]),
    );
  }

  #publishedExamples(declared: ExamplesObject = {}): Map<string, Provenance> {
    return new Map(
      Object.entries(declared).flatMap(([name, example]) => {
        const source = dereference<ExampleObject>(this.#document, example)['x-provenance'];
        return source === undefined ? [] : [[name, source]];
      }),
    );
  }

  #securityScheme(requirement: Readonly<Record<string, unknown>>): SecurityScheme | null {
    const [schemeName, ...others] = Object.keys(requirement);
    if (schemeName === undefined) return null;
    const scheme = this.#document.components.securitySchemes?.[schemeName];
    if (others.length > 0 || !isSecurityScheme(scheme)) {
      throw new Error(
        `Cannot read ${this.#locationOf(this.#pointer)}: only security with one key in a header or one bearer token is supported. Change the document, or extend contract/read-operations.ts.`,
      );
    }
    return { schemeName, ...scheme };
  }

  #statement(declared: { readonly 'x-provenance'?: Provenance }, pointer: string): Statement {
    return { rule: this.#locationOf(pointer), provenance: declared['x-provenance'] ?? 'page' };
  }

  /** Resolves a reference. Returns the object and its pointer. */
  #resolve<Target extends object>(declared: Target | Reference, pointer: string): [Target, string] {
    return [dereference(this.#document, declared), isReference(declared) ? declared.$ref : pointer];
  }
}

function isSecurityScheme(scheme: unknown): scheme is SecuritySchemeObject {
  if (typeof scheme !== 'object' || scheme === null || !('type' in scheme)) return false;
  if (scheme.type === 'apiKey') return 'in' in scheme && scheme.in === 'header';
  return scheme.type === 'http' && 'scheme' in scheme && scheme.scheme === 'bearer';
}
