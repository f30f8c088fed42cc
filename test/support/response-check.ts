import type { IncomingHttpHeaders } from 'node:http';
import { readDocument, schemaAt } from './contract-documents.ts';

/** An answer as it came over the wire. */
export interface WireAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** Tells in which ways an answer breaks what a document says of an operation; empty where it conforms. */
export type ResponseCheck = (operation: OperationName, answer: WireAnswer) => Promise<string[]>;

export interface OperationName {
  readonly method: string;
  /** As the document writes it. */
  readonly path: string;
}

type Node = Readonly<Record<string, unknown>>;

/** A judge that reads the document for itself and validates with a validator that is not the server's. */
export function createResponseCheck(documentName: string): ResponseCheck {
  const document = readDocument(documentName);
  const violationsOf = (pointer: readonly string[]) => schemaAt(documentName, pointer);

  return async ({ method, path }, { status, headers, text }) => {
    const responses = ['paths', path, method, 'responses'];
    const [declared] = resolved(document, responses);
    if (!Object.hasOwn(declared, status)) return [`the status ${status} is not declared`];
    const [response, pointer] = resolved(document, [...responses, String(status)]);

    const findings: string[] = [];
    for (const name of Object.keys(response.headers ?? {})) {
      const [header, headerPointer] = resolved(document, [...pointer, 'headers', name]);
      const value = headers[name.toLowerCase()];
      if (value === undefined) {
        if (header.required === true) findings.push(`the header ${name} is missing`);
        continue;
      }
      const typed = (header.schema as Node).type === 'integer' ? Number(value) : value;
      const wrong = (await violationsOf([...headerPointer, 'schema']))(typed);
      if (wrong.length > 0) findings.push(`the header ${name} is ${value}`);
    }

    if (response.content === undefined)
      return text === '' ? findings : [...findings, 'a body is not declared'];
    const type = String(headers['content-type']);
    if (!Object.hasOwn(response.content as Node, type)) {
      return [...findings, `the content type ${type} is not declared`];
    }
    const wrong = (await violationsOf([...pointer, 'content', type, 'schema']))(JSON.parse(text));
    return [...findings, ...wrong];
  };
}

/** The object at a pointer, and where it stands once references are followed. */
function resolved(document: object, pointer: readonly string[]): readonly [Node, readonly string[]] {
  const node = pointer.reduce((parent: Node, key) => parent[key] as Node, document as Node);
  const { $ref } = node;
  return typeof $ref === 'string' ? resolved(document, $ref.slice(2).split('/')) : [node, pointer];
}
