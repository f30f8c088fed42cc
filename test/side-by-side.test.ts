import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root, startProcess } from './support/run-cli.ts';
import { useFolder } from './support/use-folder.ts';

const folder = useFolder();
const programs = {
  tests: 'console.log("all tests pass")',
  types: 'console.log("all types match")',
  'broken-tests': 'console.log("one fails"); process.exitCode = 3',
  'broken-types': 'console.error("no such type"); process.exitCode = 2',
};
for (const [name, text] of Object.entries(programs)) writeFileSync(join(folder, `${name}.js`), text);
const scripts = Object.fromEntries(Object.keys(programs).map((name) => [name, `node ${name}.js`]));
writeFileSync(join(folder, 'package.json'), JSON.stringify({ scripts }));

const run = (...names: readonly string[]) =>
  startProcess(process.execPath, [join(root, 'test/side-by-side.ts'), ...names], { cwd: folder }).ended;

test('the exit code is 0 if all scripts pass, and only the output of the first is shown', async () => {
  const { code, stdout, stderr } = await run('tests', 'types');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/all tests pass/);
  expect(stdout).toMatch(/^✓ types \(\d+\.\d s\)$/m);
  expect(stdout).not.toMatch(/all types match/);
});

test.each([
  ['the first script', ['broken-tests', 'types'], /^✗ broken-tests failed$/m],
  [
    'another script, with its output',
    ['tests', 'types', 'broken-types'],
    /^no such type\n\n✗ broken-types failed$/m,
  ],
  ['a script that does not exist', ['tests', 'nowhere'], /✗ nowhere failed$/m],
])('the exit code is 1 and the failed script is named: %s', async (_, names, message) => {
  const { code, stderr } = await run(...names);
  expect(code).toBe(1);
  expect(stderr).toMatch(message);
});
