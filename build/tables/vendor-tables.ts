import { editionContracts, listOperationOf, readContract } from '../../contract/contract.ts';
import { defaultWorkspaces } from '../../server/scenarios/default-workspaces.ts';
import { keyHeaderLine, vendorEntry, vendors } from '../../spec/vendors.ts';
import { code, markdownTable } from './markdown-table.ts';

/** The operation of each vendor's reference page, and the header with the key. */
export function endpointsTable(): string {
  const rows = vendors.map((entry) => [
    entry.title,
    code(`GET ${listOperationOf(entry.vendor).path}`),
    [keyHeaderLine(entry, '<key>'), ...entry.key.otherHeaders.map((name) => `${name}: <key>`)]
      .map(code)
      .join(' or '),
  ]);
  return markdownTable([['vendor', 'endpoint', 'key'], ...rows]);
}

/** The keys of the workspaces that exist from the start. */
export function keysTable(): string {
  const [first, second, withEditions] = defaultWorkspaces;
  const rows = vendors.map(({ vendor, title }) => [
    title,
    code(first.keys[vendor]),
    code(second.keys[vendor]),
    code(withEditions.keys[vendor]),
    code(first.revokedKeys[vendor]),
  ]);
  return markdownTable([
    [
      'vendor',
      `default workspace, \`${first.id}\``,
      `second workspace, \`${second.id}\``,
      `with editions, \`${withEditions.id}\``,
      'revoked',
    ],
    ...rows,
  ]);
}

/** The tokens of developers in the workspaces that exist from the start. */
export function developerTokensTable(): string {
  const titled = vendors.filter(({ developerToken }) => developerToken !== null);
  const rows = defaultWorkspaces.flatMap(({ id, developerTokens }) =>
    titled.map(({ vendor, title }) => [title, code(id), code(developerTokens[vendor])]),
  );
  return markdownTable([['vendor', 'workspace', 'developer token'], ...rows]);
}

/** The contract of each vendor, and the vendor's page that it describes. */
export function contractsTable(): string {
  const rows = vendors.map(({ vendor, title }) => {
    const { externalDocs } = readContract(vendor).document;
    if (externalDocs === undefined)
      throw new Error(`spec/${vendor}.yaml has no externalDocs. Name the page.`);
    return [code(`spec/${vendor}.yaml`), `[${title}'s reference page](${externalDocs.url})`];
  });
  const editions = editionContracts.map(({ vendor, edition, name }) => [
    code(`spec/${name}.overlay.yaml`),
    `the edition \`${edition}\`: how ${vendorEntry(vendor, edition).title} differs from that page`,
  ]);
  const own = [code('spec/sandbox.yaml'), "this server's own API, which creates and changes the data"];
  return markdownTable([['contract', 'describes'], ...rows, ...editions, own]);
}
