import { readContract, readContractText } from '../../contract/contract.ts';
import type { OpenApiDocument, SecurityRequirement } from '../../contract/openapi-document.ts';

/** A contract in the two forms in which it is served. */
export interface ServedContract {
  readonly yaml: string;
  readonly document: OpenApiDocument;
}

/** The line of the YAML by which requests without a key are let in. */
const openToAll = /^ {2}- \{\}\n/gm;

/**
 * A contract as this server keeps it. With `needsToken` it does not offer requests without a token. Throws if the YAML
 * says otherwise than the document.
 */
export function servedContract(
  name: string,
  { needsToken }: { readonly needsToken: boolean },
): ServedContract {
  const yaml = readContractText(name);
  const { document } = readContract(name);
  const { security } = document;
  if (!needsToken || security === undefined || security.every(asksForKey)) return { yaml, document };
  if (yaml.match(openToAll)?.length !== 1) {
    throw new Error(`spec/${name}.yaml has not one line "  - {}". Write it so, below security.`);
  }
  return {
    yaml: yaml.replace(openToAll, ''),
    document: { ...document, security: security.filter(asksForKey) },
  };
}

function asksForKey(requirement: SecurityRequirement): boolean {
  return Object.keys(requirement).length > 0;
}
