import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');

// What is published holds no TypeScript: Node does not strip types under node_modules.
rmSync(dist, { recursive: true, force: true });
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
execFileSync(process.execPath, [tsc, '--project', join(root, 'tsconfig.build.json')], { stdio: 'inherit' });
for (const file of readdirSync(join(root, 'spec')).filter((name) => name.endsWith('.yaml'))) {
  cpSync(join(root, 'spec', file), join(dist, 'spec', file));
}
for (const file of readdirSync(join(root, 'generated')).filter((name) => /\.(?:yaml|json)$/.test(name))) {
  cpSync(join(root, 'generated', file), join(dist, 'generated', file));
}
cpSync(join(root, 'generated', 'docs'), join(dist, 'generated', 'docs'), { recursive: true });
