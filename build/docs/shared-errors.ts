import {
  dereference,
  isReference,
  type OpenApiDocument,
  type Reference,
} from '../../contract/openapi-document.ts';
import { mapOperations } from './map-operations.ts';

/** An error response that operations share. */
interface SharedError {
  readonly name: string;
  readonly status: string;
  readonly response: DescribedResponse;
}

interface DescribedResponse {
  readonly description: string;
  readonly headers?: Readonly<Record<string, { readonly description: string } | Reference>>;
  readonly content?: Readonly<Record<string, DescribedBody>>;
}

interface DescribedBody {
  readonly schema: Reference;
  readonly examples?: Readonly<Record<string, DescribedExample | Reference>>;
}

interface DescribedExample {
  readonly summary?: string;
  readonly value: unknown;
}

/**
 * A copy of a document whose operations have only description and schema of the errors that they share: a page that
 * repeats all of each error for every operation is several times as long.
 */
export function withShortErrors<Document extends OpenApiDocument>(document: Document): Document {
  return mapOperations(document, (operation) => {
    const responses = Object.entries(operation.responses).map(([status, response]) => {
      if (!isSharedError(status, response)) return [status, response];
      const { description, content = {} } = dereference<DescribedResponse>(document, response);
      const bodies = Object.entries(content).map(([type, { schema }]) => [type, { schema }]);
      return [status, { description, content: Object.fromEntries(bodies) }];
    });
    return { ...operation, responses: Object.fromEntries(responses) };
  });
}

/** A section of Markdown that shows each shared error once, with its headers and its examples. */
export function errorSection(document: OpenApiDocument): string {
  const parts = sharedErrors(document).map(({ name, status, response }) => {
    const { description, headers = {}, content = {} } = response;
    const headerLines = Object.entries(headers).map(
      ([header, declared]) => `- \`${header}\`: ${dereference(document, declared).description}`,
    );
    const examples = Object.values(content)
      .flatMap((body) => Object.entries(body.examples ?? {}))
      .map(([example, declared]) => exampleBlock(example, dereference(document, declared)));
    const headerList = headerLines.length > 0 ? [`**Headers:**\n\n${headerLines.join('\n')}`] : [];
    return [`### ${status} ${name}`, description, ...headerList, ...examples].join('\n\n');
  });
  return ['## Errors', ...parts].join('\n\n');
}

function sharedErrors(document: OpenApiDocument): readonly SharedError[] {
  const errors = new Map<string, SharedError>();
  mapOperations(document, (operation) => {
    for (const [status, response] of Object.entries(operation.responses)) {
      if (!isSharedError(status, response)) continue;
      const name = response.$ref.split('/').at(-1) ?? '';
      errors.set(name, { name, status, response: dereference<DescribedResponse>(document, response) });
    }
    return operation;
  });
  return [...errors.values()].sort((one, other) => Number(one.status) - Number(other.status));
}

function isSharedError(status: string, response: object): response is Reference {
  return Number(status) >= 400 && isReference(response);
}

function exampleBlock(name: string, { summary, value }: DescribedExample): string {
  const label = summary === undefined ? [] : [summary];
  return [`**Example: ${name}**`, ...label, `\`\`\`json\n${JSON.stringify(value, null, 2)}\n\`\`\``].join(
    '\n\n',
  );
}
