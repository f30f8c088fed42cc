import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { referenceDocs } from '../support/reference-docs.ts';
import { useFolder } from '../support/use-folder.ts';

const script = fileURLToPath(new URL('../../build/build-docs.ts', import.meta.url));
const folder = useFolder();

const buildDocs = (...args: readonly string[]) =>
  spawnSync(process.execPath, [script, ...args], { cwd: folder, encoding: 'utf8' });

test('--out puts the same docs into a folder, with relative links', () => {
  const { status, stdout, stderr } = buildDocs('--out', 'site/docs');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain(join('site', 'docs', 'index.html'));
  const files = [...referenceDocs.map(({ file }) => file), 'index.html'].sort();
  expect(readdirSync(join(folder, 'site', 'docs')).sort()).toEqual(files);
  const index = readFileSync(join(folder, 'site', 'docs', 'index.html'), 'utf8');
  const links = Array.from(index.matchAll(/<a href="([^"]+)"/g), ([, link]) => link);
  expect(links).toEqual(referenceDocs.map(({ file }) => file));
});

test('a folder that cannot be written is one line on standard error', () => {
  writeFileSync(join(folder, 'file'), '');
  const { status, stderr } = buildDocs('--out', join('file', 'docs'));
  expect(status).toBe(2);
  expect(stderr).toMatch(/^Failed to write the docs to .+\. Name a folder that can be written\.\n$/);
});

test.each([['--nope'], ['--out'], ['--out='], ['here']])('%s is refused in one line', (...args) => {
  const { status, stdout, stderr } = buildDocs(...args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(/^[^\n]+ Usage: npm run docs -- --out FOLDER\n$/);
});
