import type { OpenApiDocument } from '../../contract/openapi-document.ts';

/** The two served forms of a contract. */
interface ContractForms {
  readonly yaml: string;
  readonly document: OpenApiDocument;
}

/** The servers of the YAML: the key and its indented lines. */
const serverLines = /^servers:\n((?: +.*\n)+)/m;

/** The beginning of each server. */
const eachServer = /^(?= {2}- url: )/m;

/**
 * Returns the contract with this origin as its first server, so that tools send their requests to the server that they
 * have loaded it from. The rest of the YAML is unchanged. Throws if the YAML has no `servers` block at its top level.
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
    throw new Error(
      'Failed to add the origin: the contract has no servers at its top level. Write them as a block.',
    );
  }
  const [before, block = ''] = match;
  const others = block.split(eachServer).filter((text) => !text.startsWith(`  - url: ${origin}\n`));
  const servers = `servers:\n  - url: ${origin}\n    description: This server.\n${others.join('')}`;
  return yaml.slice(0, match.index) + servers + yaml.slice(match.index + before.length);
}
