import type { Contract } from '../../contract/contract.ts';
import type { OpenApiDocument } from '../../contract/openapi-document.ts';
import { scenarioSection } from '../../server/pages/scenario-table.ts';
import type { CodeSample } from './code-samples.ts';
import { leaveDistinctExamples } from './distinct-examples.ts';
import { mapOperations } from './map-operations.ts';

/** A document with what only the references show. */
export interface DocumentedContract extends OpenApiDocument {
  readonly openapi: string;
  readonly info: OpenApiDocument['info'] & { readonly summary: string; readonly description: string };
}

/** What Redoc calls the language of a code sample, of which it knows those of JavaScript, not of TypeScript. */
const redocLanguages = { sh: 'curl', ts: 'javascript', python: 'python', go: 'go', java: 'java' };

/** A code sample as Redoc reads it. */
export interface RedocSample {
  readonly lang: string;
  readonly label: string;
  readonly source: string;
}

/** A copy of a contract as its references are made from it: with the scenario users, known values and code samples. */
export function documentedContract(
  { name, document }: Contract,
  samples: ReadonlyMap<string, readonly CodeSample[]>,
): DocumentedContract {
  if (!isDescribed(document)) {
    throw new Error(`spec/${name}.yaml has no summary or no description. Add what is missing to its info.`);
  }
  const copy = structuredClone(document);
  describeExtensions(copy);
  leaveDistinctExamples(copy);
  const info = { ...copy.info, description: `${copy.info.description}\n${scenarioSection()}` };
  const { tags, ...untagged } = copy;
  // Redoc folds what has a tag away, which leaves a contract of one tag with nothing to see.
  const isFolded = tags !== undefined && tags.length > 1;
  const documented = { ...untagged, ...(isFolded && { tags }), info };
  return mapOperations(documented, ({ tags: operationTags, ...operation }) => ({
    ...operation,
    ...(isFolded && operationTags !== undefined && { tags: operationTags }),
    'x-codeSamples': redocSamples(samples.get(operation.operationId) ?? []),
  }));
}

/** The code samples of an operation as Redoc reads them. */
export function redocSamples(samples: readonly CodeSample[]): readonly RedocSample[] {
  return samples.map(({ language, label, source }) => ({ lang: redocLanguages[language], label, source }));
}

function isDescribed(document: OpenApiDocument): document is DocumentedContract {
  return 'openapi' in document && document.info.summary !== undefined && 'description' in document.info;
}

/** Writes extension keywords into the description, because neither renderer shows them. */
function describeExtensions(node: unknown): void {
  if (typeof node !== 'object' || node === null) return;
  const schema = node as { description?: string; 'x-extensible-enum'?: unknown; 'x-pattern'?: unknown };
  if (Array.isArray(schema['x-extensible-enum'])) {
    const known = schema['x-extensible-enum'].map((value) => `\`${value}\``).join(', ');
    schema.description = `${schema.description ?? ''}\n\nKnown today: ${known}.`;
  }
  if (typeof schema['x-pattern'] === 'string') {
    schema.description = `${schema.description ?? ''}\n\nMatches \`${schema['x-pattern']}\`.`;
  }
  for (const child of Object.values(node)) describeExtensions(child);
}
