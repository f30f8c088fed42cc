import oasToSnippet from '@readme/oas-to-snippet';
import Oas from 'oas';
import { type Contract, editionContracts, readContract } from '../../contract/contract.ts';
import type { OpenApiDocument } from '../../contract/openapi-document.ts';
import type { Operation } from '../../contract/operation.ts';
import type { VendorEntry } from '../../spec/vendor-entry.ts';
import { vendorEntry, vendorNames } from '../../spec/vendors.ts';
import { mapOperations } from './map-operations.ts';
import { otherCredentials } from './other-credentials.ts';
import { type SampleRequest, sampleRequest } from './sample-request.ts';
import { sdkSample } from './sdk-samples.ts';
import { clientSample, fetchSample } from './typescript-samples.ts';

/** A program, or a command, that sends the request of an operation. */
export interface CodeSample {
  /** The name of the language in a Markdown code block. */
  readonly language: 'sh' | 'ts' | 'python' | 'go' | 'java';
  readonly label: string;
  readonly source: string;
}

type Target = Parameters<typeof oasToSnippet>[4];

/** What the generator calls each language. Java's own HTTP client takes a POST without a body, unlike OkHttp. */
const targets: readonly (readonly [CodeSample['language'], string, Target])[] = [
  ['python', 'Python', 'python'],
  ['go', 'Go', 'go'],
  ['java', 'Java', ['java', 'nethttp']],
];

/**
 * The code samples of each operation of a contract, other than those that a browser calls while a person links. They send the contract's own examples to a sandbox that was
 * started without options, with the keys of its default workspace.
 */
export async function codeSamples(contract: Contract): Promise<ReadonlyMap<string, readonly CodeSample[]>> {
  const origin = sandboxOrigin();
  const oas = new Oas(JSON.stringify(sampledDocument(contract.document, origin)));
  await oas.dereference();
  const listed = editionContracts.find(({ name }) => name === contract.name);
  const vendor = listed?.vendor ?? vendorNames.find((name) => name === contract.name);
  const entry = vendor === undefined ? undefined : vendorEntry(vendor, listed?.edition);
  const samples = new Map<string, readonly CodeSample[]>();
  for (const operation of contract.operations.values()) {
    if (onlyRedirects(operation)) continue;
    const request = sampleRequest(operation);
    const credentials = credentialsOf(operation, entry);
    const snippet = (target: Target) => snippetOf({ oas, request, credentials, target });
    const sdk = entry === undefined ? null : sdkSample(entry, request, origin);
    samples.set(operation.id, [
      { language: 'sh', label: 'cURL', source: snippet('shell') },
      {
        language: 'ts',
        label: 'TypeScript',
        source:
          entry === undefined
            ? fetchSample(request, origin)
            : clientSample(entry, request, { origin, module: contract.name }),
      },
      ...(sdk === null ? [] : [{ language: 'ts' as const, ...sdk }]),
      ...targets.map(([language, label, target]) => ({ language, label, source: snippet(target) })),
    ]);
  }
  return samples;
}

function onlyRedirects({ responses }: Operation): boolean {
  return [...responses.keys()].every((status) => status >= 300);
}

/** The credential that an operation needs, by its scheme: the first one that it takes. The sandbox API needs none. */
function credentialsOf(
  operation: Operation,
  entry: VendorEntry | undefined,
): Readonly<Record<string, string>> {
  const scheme = operation.security.find((listed) => listed !== null);
  if (entry === undefined || scheme === undefined) return {};
  const [other] = otherCredentials(entry, operation);
  if (other !== undefined) return { [other.schemeName]: other.secret };
  return { [scheme.schemeName]: entry.key.samples.first };
}

function snippetOf(options: {
  readonly oas: Oas;
  readonly request: SampleRequest;
  readonly credentials: Readonly<Record<string, string>>;
  readonly target: Target;
}): string {
  const { oas, request, credentials, target } = options;
  const { operation, path, query, header, body } = request;
  const { id, method } = operation;
  const values = { path: { ...path }, query: { ...query }, header: { ...header }, body };
  const { code } = oasToSnippet(oas, oas.operation(operation.path, method), values, credentials, target);
  if (code === false) throw new Error(`No code sample of ${id} can be made for ${target}.`);
  return `${code.trim()}\n`;
}

/** The origin of a sandbox that was started without options, as the contract of its API says. */
function sandboxOrigin(): string {
  const [server] = readContract('sandbox').document.servers ?? [];
  if (server === undefined) throw new Error('spec/sandbox.yaml names no server. Add the default one.');
  return server.url;
}

/** A copy with the sandbox as its server, and with what a success answers alone: a sample accepts nothing else. */
function sampledDocument(document: OpenApiDocument, origin: string): OpenApiDocument {
  const copy = { ...structuredClone(document), servers: [{ url: origin }] };
  return mapOperations(copy, ({ responses, ...operation }) => ({
    ...operation,
    responses: Object.fromEntries(Object.entries(responses).filter(([status]) => status.startsWith('2'))),
  }));
}
