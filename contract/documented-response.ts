import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import type { Answer } from '../server/api/answer.ts';
import { dereference, escapePointer, type OpenApiDocument, type ResponseObject } from './openapi-document.ts';

/** One way in which an answer breaks the contract: where, by JSON pointer, and what the contract says there. */
export interface Violation {
  readonly pointer: string;
  readonly message: string;
}

/** A response that a contract documents: judges answers by it, and shows its examples. */
export class DocumentedResponse {
  readonly #document: OpenApiDocument;
  readonly #response: ResponseObject;
  readonly #pointer: string;
  readonly #schemaAt: (pointer: string) => ValidateFunction;
  readonly #requiredHeaders: readonly string[];

  constructor(options: {
    readonly document: OpenApiDocument;
    readonly response: ResponseObject;
    /** Where the response stands in the document, as a JSON pointer after `#`. */
    readonly pointer: string;
    /** Compiles the schema that stands at a pointer. */
    readonly schemaAt: (pointer: string) => ValidateFunction;
  }) {
    this.#document = options.document;
    this.#response = options.response;
    this.#pointer = options.pointer;
    this.#schemaAt = options.schemaAt;
    this.#requiredHeaders = Object.entries(options.response.headers ?? {})
      .filter(([, header]) => dereference(options.document, header).required === true)
      .map(([name]) => name);
  }

  /** What is wrong with this answer; empty where it conforms. An undeclared content type is a violation. */
  violations(answer: Answer): Violation[] {
    const found = this.#requiredHeaders
      .filter((name) => answer.headers?.[name] === undefined)
      .map((name) => ({ pointer: `/headers/${name}`, message: 'is required' }));
    for (const [name, value] of Object.entries(answer.headers ?? {}))
      found.push(...this.#headerViolations(name, value));
    return found.concat(this.#bodyViolations(answer));
  }

  /** The names of the examples that are documented for a JSON body. */
  exampleNames(): string[] {
    return Object.values(this.#response.content ?? {}).flatMap(({ examples }) => Object.keys(examples ?? {}));
  }

  /** The documented example of this name, or the first; null where there is none. */
  example(name?: string): { readonly name: string; readonly answer: Omit<Answer, 'status'> } | null {
    for (const [contentType, { examples = {} }] of Object.entries(this.#response.content ?? {})) {
      const chosen = name ?? Object.keys(examples)[0];
      // A client chooses the name, and every object has a `constructor`.
      const example = chosen !== undefined && Object.hasOwn(examples, chosen) ? examples[chosen] : undefined;
      if (chosen === undefined || example === undefined) continue;
      const { value } = dereference(this.#document, example);
      return { name: chosen, answer: { body: value, contentType, headers: this.#exampleHeaders() } };
    }
    return null;
  }

  #exampleHeaders(): Record<string, string> {
    const headers = Object.entries(this.#response.headers ?? {}).map(([name, header]) => {
      const { example } = dereference(this.#document, header);
      return [name, String(example)] as const;
    });
    return Object.fromEntries(headers);
  }

  #bodyViolations({ body, contentType = 'application/json' }: Answer): Violation[] {
    if (this.#response.content === undefined) {
      return body === undefined ? [] : [{ pointer: '', message: 'must have no body' }];
    }
    if (this.#response.content[contentType] === undefined) {
      return [{ pointer: '', message: `is ${contentType}, which the contract does not declare` }];
    }
    const validate = this.#schemaAt(`${this.#pointer}/content/${escapePointer(contentType)}/schema`);
    return validate(body) ? [] : (validate.errors ?? []).map((error) => violationOf(error));
  }

  #headerViolations(name: string, value: string): Violation[] {
    const header = this.#response.headers?.[name];
    if (header === undefined) return [];
    const { schema } = dereference(this.#document, header);
    const pointer = '$ref' in header ? header.$ref : `${this.#pointer}/headers/${escapePointer(name)}`;
    const validate = this.#schemaAt(`${pointer}/schema`);
    const typed = schema.type === 'integer' ? Number(value) : value;
    return validate(typed)
      ? []
      : (validate.errors ?? []).map((error) => violationOf(error, `/headers/${name}`));
  }
}

function violationOf({ instancePath, message, params, propertyName }: ErrorObject, under = ''): Violation {
  const key: unknown = propertyName ?? params.additionalProperty ?? params.propertyName;
  return { pointer: under + instancePath, message: `${message}${key === undefined ? '' : `: ${key}`}` };
}
