import { listOperationOf } from '../contract/contract.ts';
import { scenarioSection } from '../server/pages/scenario-table.ts';
import { keyHeaderLine, vendors } from '../spec/vendors.ts';
import { leaveDistinctExamples } from './distinct-examples.ts';

interface Operation {
  tags?: readonly string[];
  [extension: `x-${string}`]: unknown;
}

/** Of a contract only what the docs change or tell. */
export interface DocumentedContract {
  readonly info: { title: string; summary: string; description: string; [extension: `x-${string}`]: unknown };
  readonly servers: readonly { readonly url: string }[];
  tags?: readonly { readonly name: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

/** A copy of a contract as its page of the docs is made from it; the contract itself stays. */
export function documentedContract(contract: DocumentedContract): DocumentedContract {
  const copy = structuredClone(contract);
  copy.info.description = `${copy.info.description}\n${scenarioSection()}`;
  copy.info['x-logo'] = {
    url: wordmark('connections-contract', 170),
    href: 'index.html',
    altText: 'All references',
  };
  describeExtensions(copy);
  leaveDistinctExamples(copy);
  for (const entry of vendors) {
    const { path } = listOperationOf(entry.vendor);
    const operation = copy.paths[path]?.get;
    if (operation === undefined) continue;
    // The page folds what has a tag away, which leaves a contract of one operation with nothing to see.
    delete copy.tags;
    delete operation.tags;
    const url = `${copy.servers[0]?.url}${path.replace('{user_id}', '$USER_ID')}`;
    operation['x-codeSamples'] = [
      { lang: 'curl', label: 'curl', source: `curl -H "${keyHeaderLine(entry, '$KEY')}" \\\n  "${url}"` },
    ];
  }
  return copy;
}

/** Words as an image that is no request. They fill its width in any font, in a colour for light and for dark. */
export function wordmark(words: string, width: number): string {
  const text = `<text y="15" textLength="${width}" lengthAdjust="spacingAndGlyphs" font-family="system-ui, sans-serif" font-size="16" font-weight="600" fill="#4a86c5">${words}</text>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="20" viewBox="0 0 ${width} 20">${text}</svg>`;
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}

/** Writes extension keywords into the description: the page does not show them. */
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
