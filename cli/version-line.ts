import { loadContract } from '../contract/contract.ts';
import { vendors } from '../spec/vendors.ts';
import { packageManifest } from './package-manifest.ts';

/** The package's name and version, and those of the contracts. */
export function versionLine(): string {
  const { name, version } = packageManifest();
  const documents = [...vendors.map(({ document }) => document), 'sandbox.yaml'];
  const contracts = documents.map(
    (file) => `${file.replace('.yaml', '')} ${loadContract(file).document.info.version}`,
  );
  return `${name} ${version} (contracts: ${contracts.join(', ')})`;
}
