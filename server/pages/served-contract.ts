import { readContract, readContractText } from '../../contract/contract.ts';
import type { OpenApiDocument, SecurityRequirement } from '../../contract/openapi-document.ts';

/** The two served forms of a contract. */
export interface ServedContract {
  readonly yaml: string;
  readonly document: OpenApiDocument;
}

/** The line of the YAML that allows requests without a key. */
const withoutKey = /^ {2}- \{\}\n/gm;

/**
 * Returns a contract as this server implements it. With `needsToken` it requires a token. Throws if the YAML and the
 * document differ.
 */
export function servedContract(
  name: string,
  { needsToken }: { readonly needsToken: boolean },
): ServedContract {
  const yaml = readContractText(name);
  const { document } = readContract(name);
  const { security } = document;
  if (!needsToken || security === undefined || security.every(requiresKey)) return { yaml, document };
  if (yaml.match(withoutKey)?.length !== 1) {
    throw new Error(`spec/${name}.yaml does not have exactly one line "  - {}". Write it below security.`);
  }
  return {
    yaml: yaml.replace(withoutKey, ''),
    document: { ...document, security: security.filter(requiresKey) },
  };
}

function requiresKey(requirement: SecurityRequirement): boolean {
  return Object.keys(requirement).length > 0;
}
