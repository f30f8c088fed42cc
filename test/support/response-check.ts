import type { IncomingHttpHeaders } from 'node:http';
import { readDocument, schemaAt } from './contract-documents.ts';

/** An answer as it was received. */
export interface WireAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** Returns how an answer violates the contract of an operation. The list is empty if the answer conforms. */
export type ResponseCheck = (operation: OperationName, answer: WireAnswer) => Promise<string[]>;

export interface OperationName {
  readonly method: string;
  /** The path template, as in the document. */
  readonly path: string;
}

type Node = Readonly<Record<string, unknown>>;

/** Creates a check that is independent of the server: it reads the document itself and uses another validator. */
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

/** Returns the object at a pointer, and its own pointer after references are followed. */
function resolved(document: object, pointer: readonly string[]): readonly [Node, readonly string[]] {
  const node = pointer.reduce((parent: Node, key) => parent[key] as Node, document as Node);
  const { $ref } = node;
  return typeof $ref === 'string' ? resolved(document, $ref.slice(2).split('/')) : [node, pointer];
}
