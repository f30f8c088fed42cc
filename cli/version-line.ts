import { contractNames, readContract } from '../contract/contract.ts';
import { packageManifest } from './package-manifest.ts';

/** The package's name and version, and those of the contracts. */
export function versionLine(): string {
  const { name, version } = packageManifest();
  const contracts = contractNames.map(
    (contract) => `${contract} ${readContract(contract).document.info.version}`,
  );
  return `${name} ${version} (contracts: ${contracts.join(', ')})`;
}
