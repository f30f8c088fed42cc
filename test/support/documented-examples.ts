import type { Vendor } from '../../spec/vendors.ts';
import { readDocument } from './contract-documents.ts';
import { vendorLists } from './vendor-calls.ts';

/** An example in a vendor's document, for one status of its operation. */
export interface DocumentedExample {
  readonly vendor: Vendor;
  readonly status: number;
  readonly name: string;
  readonly value: unknown;
}

type Node = Readonly<Record<string, unknown>>;

/** Returns all examples of the vendors' operations, in the order of the documents. */
export function documentedExamples(): DocumentedExample[] {
  return vendorLists.flatMap(({ vendor, document: name, path }) => {
    const document = readDocument(name) as Node;
    const operation = (document.paths as Record<string, { get: { responses: Record<string, Node> } }>)[path];
    return Object.entries(operation?.get.responses ?? {}).flatMap(([status, declared]) => {
      const { content } = resolved(document, declared) as { content?: Record<string, { examples?: Node }> };
      const examples = Object.values(content ?? {}).flatMap((media) => Object.entries(media.examples ?? {}));
      return examples.map(([example, given]) => {
        const { value } = resolved(document, given as Node);
        return { vendor, status: Number(status), name: example, value };
      });
    });
  });
}

function resolved(document: Node, node: Node): Node {
  if (typeof node.$ref !== 'string') return node;
  const keys = node.$ref.slice(2).split('/');
  return resolved(
    document,
    keys.reduce((parent, key) => parent[key] as Node, document),
  );
}
