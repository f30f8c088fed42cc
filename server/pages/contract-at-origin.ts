import type { OpenApiDocument } from '../../contract/openapi-document.ts';

/** A contract in the two forms in which it is served. */
interface ContractForms {
  readonly yaml: string;
  readonly document: OpenApiDocument;
}

/** The servers of the YAML: the line of the key, then the lines that are indented below it. */
const serverLines = /^servers:\n((?: +.*\n)+)/m;

/** The beginning of each server. */
const eachServer = /^(?= {2}- url: )/m;

/**
 * The contract with this origin as its first server, so that tools that read it ask the server that it came from. The
 * rest of the YAML is its text, unchanged. Throws if the YAML has no servers as a block at its top.
 */
export function contractAtOrigin({ yaml, document }: ContractForms, origin: string): ContractForms {
  const servers = (document.servers ?? []).filter(({ url }) => url !== origin);
  return {
    yaml: yamlAtOrigin(yaml, origin),
    document: { ...document, servers: [{ url: origin, description: 'This server.' }, ...servers] },
  };
}

function yamlAtOrigin(yaml: string, origin: string): string {
  const match = serverLines.exec(yaml);
  if (match === null) {
    throw new Error('A contract has no servers at its top, so none can be put first. Write them as a block.');
  }
  const [before, block = ''] = match;
  const others = block.split(eachServer).filter((text) => !text.startsWith(`  - url: ${origin}\n`));
  const servers = `servers:\n  - url: ${origin}\n    description: This server.\n${others.join('')}`;
  return yaml.slice(0, match.index) + servers + yaml.slice(match.index + before.length);
}
