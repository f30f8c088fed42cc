import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { editionContracts } from '../contract/contract.ts';
import { bundlePackage } from './bundle-package.ts';
import type { PackageManifest } from './package-modules.ts';
import { publishedTypes } from './published-types.ts';
import { thirdPartyLicenses } from './third-party-licenses.ts';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');
const manifest: PackageManifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

// The package contains no TypeScript: Node does not strip types under node_modules.
rmSync(dist, { recursive: true, force: true });
const files = await bundlePackage(manifest, root, dist);
writeFileSync(join(dist, 'THIRD-PARTY-LICENSES.txt'), thirdPartyLicenses(files));
for (const [file, text] of publishedTypes(manifest, root)) {
  mkdirSync(dirname(join(dist, file)), { recursive: true });
  writeFileSync(join(dist, file), text);
}
for (const file of readdirSync(join(root, 'spec')).filter((name) => name.endsWith('.yaml'))) {
  cpSync(join(root, 'spec', file), join(dist, 'spec', file));
}
for (const file of readdirSync(join(root, 'generated')).filter((name) => /\.(?:yaml|json)$/.test(name))) {
  cpSync(join(root, 'generated', file), join(dist, 'generated', file));
}
// Users find the contract of an edition beside the others.
for (const { name } of editionContracts) {
  cpSync(join(root, 'generated', `${name}.yaml`), join(dist, 'spec', `${name}.yaml`));
}
cpSync(join(root, 'generated', 'docs'), join(dist, 'generated', 'docs'), { recursive: true });
