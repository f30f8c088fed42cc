import type { IncomingHttpHeaders } from 'node:http';
import { readDocument, schemaAt, type ViolationsOf } from '../spec/contract-documents.ts';

/** An answer as it came over the wire. */
export interface WireAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** Tells in which ways an answer breaks what a document says of an operation; empty where it conforms. */
export type Judge = (operation: OperationName, answer: WireAnswer) => Promise<string[]>;

export interface OperationName {
  readonly method: string;
  /** As the document writes it. */
  readonly path: string;
}

type Node = Readonly<Record<string, unknown>>;

/** A judge that reads the document for itself and validates with a validator that is not the server's. */
export function createJudge(documentName: string): Judge {
  const document = readDocument(documentName);
  const compiled = new Map<string, Promise<ViolationsOf>>();
  const violationsOf = (pointer: readonly string[]) => {
    const known = compiled.get(pointer.join()) ?? schemaAt(documentName, pointer);
    compiled.set(pointer.join(), known);
    return known;
  };

  return async ({ method, path }, { status, headers, text }) => {
    const declared = at(document, ['paths', path, method, 'responses', String(status)]);
    if (declared === undefined) return [`the status ${status} is not declared`];
    const [response, pointer] = resolved(document, declared);
    const findings: string[] = [];
    for (const [name, header] of Object.entries((response.headers ?? {}) as Record<string, Node>)) {
      const [{ required, schema }, headerPointer] = resolved(document, [...declaredHeader(pointer, name)]);
      const value = headers[name.toLowerCase()];
      if (value === undefined && required === true) findings.push(`the header ${name} is missing`);
      if (value === undefined || header === undefined) continue;
      const typed = (schema as Node).type === 'integer' ? Number(value) : value;
      const wrong = (await violationsOf([...headerPointer, 'schema']))(typed);
      if (wrong.length > 0) findings.push(`the header ${name} is ${value}`);
    }
    const content = response.content as Record<string, Node> | undefined;
    if (content === undefined) return text === '' ? findings : [...findings, 'a body is not declared'];
    const type = String(headers['content-type']);
    if (content[type] === undefined) return [...findings, `the content type ${type} is not declared`];
    const wrong = (await violationsOf([...pointer, 'content', type, 'schema']))(JSON.parse(text));
    return [...findings, ...wrong];
  };

  function at(node: unknown, keys: readonly string[]): string[] | undefined {
    let found = node;
    for (const key of keys) found = (found as Node | undefined)?.[key];
    return found === undefined ? undefined : [...keys];
  }
}

function declaredHeader(responsePointer: readonly string[], name: string): readonly string[] {
  return [...responsePointer, 'headers', name];
}

/** The object at a pointer, and where it stands once references are followed. */
function resolved(document: object, pointer: readonly string[]): readonly [Node, readonly string[]] {
  const node = pointer.reduce((parent: Node, key) => parent[key] as Node, document as Node);
  const { $ref } = node;
  return typeof $ref === 'string' ? resolved(document, $ref.slice(2).split('/')) : [node, pointer];
}
