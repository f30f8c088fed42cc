import { readFileSync } from 'node:fs';

/** The name and version of this package. */
export function packageManifest(): { readonly name: string; readonly version: string } {
  const file = new URL(import.meta.resolve('connections-contract/package.json'));
  const { name, version } = JSON.parse(readFileSync(file, 'utf8'));
  return { name, version };
}
