import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root, startProcess } from './support/run-cli.ts';
import { useFolder } from './support/use-folder.ts';

const folder = useFolder();
const programs = {
  tests: 'console.log("all is tested")',
  types: 'console.log("all types hold")',
  'broken-tests': 'console.log("one fails"); process.exitCode = 3',
  'broken-types': 'console.error("no such type"); process.exitCode = 2',
};
for (const [name, text] of Object.entries(programs)) writeFileSync(join(folder, `${name}.js`), text);
const scripts = Object.fromEntries(Object.keys(programs).map((name) => [name, `node ${name}.js`]));
writeFileSync(join(folder, 'package.json'), JSON.stringify({ scripts }));

const run = (...names: readonly string[]) =>
  startProcess(process.execPath, [join(root, 'test/side-by-side.ts'), ...names], { cwd: folder }).ended;

test('scripts that pass side by side end with 0, and only the first writes', async () => {
  const { code, stdout, stderr } = await run('tests', 'types');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/all is tested/);
  expect(stdout).toMatch(/^✓ types \(\d+\.\d s\)$/m);
  expect(stdout).not.toMatch(/all types hold/);
});

test.each([
  ['the first', ['broken-tests', 'types'], /^✗ broken-tests failed$/m],
  [
    'another, with what it wrote',
    ['tests', 'types', 'broken-types'],
    /^no such type\n\n✗ broken-types failed$/m,
  ],
  ['a script that does not exist', ['tests', 'nowhere'], /✗ nowhere failed$/m],
])('they end with 1 and name what failed: %s', async (_, names, message) => {
  const { code, stderr } = await run(...names);
  expect(code).toBe(1);
  expect(stderr).toMatch(message);
});
