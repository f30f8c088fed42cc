import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { useFolder } from '../support/use-folder.ts';

const script = fileURLToPath(new URL('../../build/build-docs.ts', import.meta.url));
const folder = useFolder();

const buildDocs = (...args: readonly string[]) =>
  spawnSync(process.execPath, [script, ...args], { cwd: folder, encoding: 'utf8' });

test('a folder that cannot be written is one line on standard error, before anything is built', () => {
  writeFileSync(join(folder, 'file'), '');
  const { status, stdout, stderr } = buildDocs('--out', join('file', 'docs'));
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(/^Failed to write the docs to .+\. Name a folder that can be written\.\n$/);
});

test.each([
  ['--nope'],
  ['--out'],
  ['--out='],
  ['here'],
  ['--base', '/docs/'],
  ['--out', 'site', '--base', 'docs/'],
  ['--out', 'site', '--base', '/docs'],
  ['--out', 'site', '--base', '/do cs/'],
])('%s is refused in one line', (...args) => {
  const { status, stdout, stderr } = buildDocs(...args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(/^[^\n]+ Usage: npm run docs -- --out FOLDER \[--base \/PATH\/\]\n$/);
});

test.each([
  ['on purpose', 'dev', 0],
  ['by mistake', '', 2],
])('Without the dev dependencies, left out %s, it says how to install them', (_, omit, code) => {
  const copy = join(folder, `without-${code}`, 'build-docs.ts');
  mkdirSync(join(copy, '..'));
  copyFileSync(script, copy);
  const env = { ...process.env, npm_config_omit: omit };
  const { status, stderr } = spawnSync(process.execPath, [copy], { env, encoding: 'utf8' });
  expect(stderr).toBe('The docs are not built: vitepress is not installed. Do: npm ci --include=dev\n');
  expect(status).toBe(code);
});
