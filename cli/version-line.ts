import { readFileSync } from 'node:fs';
import { loadContract } from '../server/contract/contract.ts';
import { vendors } from '../spec/vendors.ts';

/** The package's name and version, and those of the contracts. */
export function versionLine(): string {
  const { name, version } = JSON.parse(
    readFileSync(new URL(import.meta.resolve('connections-contract/package.json')), 'utf8'),
  );
  const documents = [...vendors.map(({ document }) => document), 'sandbox.yaml'];
  const contracts = documents.map(
    (file) => `${file.replace('.yaml', '')} ${loadContract(file).document.info.version}`,
  );
  return `${name} ${version} (contracts: ${contracts.join(', ')})`;
}
