import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { allowedImports, bundledPackages } from '../build/allowed-imports.ts';
import { importFaults } from './support/imports/import-faults.ts';
import { readSourceFiles } from './support/imports/read-source-files.ts';
import { root } from './support/run-cli.ts';

const faults = importFaults({
  files: readSourceFiles(),
  allowed: allowedImports,
  bundled: bundledPackages,
  manifest: JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')),
});

test.each([
  ['every folder has a row in the table of allowed imports', faults.folderWithoutRule],
  ['every import is allowed', faults.importNotAllowed],
  ['every allowed import is used or planned', faults.unusedPermission],
  ['folders do not import each other in a cycle', faults.folderCycle],
  ['files do not import each other in a cycle', faults.fileCycle],
  ['every imported package is in package.json', faults.importFromOutside],
  ['no source file has more than 200 lines, and no test file more than 250', faults.fileTooLong],
])('%s', (_, found) => {
  expect(found).toEqual([]);
});

const targetsOf = (folder: string) => {
  const { imports = [], types = [], planned = [] } = allowedImports[folder] ?? {};
  return [...imports, ...types, ...planned];
};

test('the table allows only tests to import tests, and only tests and generators to import generators', () => {
  const others = Object.keys(allowedImports).filter((folder) => folder !== 'test/**');
  const importersOf = (pattern: RegExp) =>
    others.filter((folder) => targetsOf(folder).some((to) => pattern.test(to)));
  expect(importersOf(/^(?:\*|test\b(?!ing))/)).toEqual([]);
  expect(importersOf(/^build/)).toEqual(['build']);
});

test('the table does not allow the verifier to import the server', () => {
  const verifier = Object.keys(allowedImports).filter((folder) => /^verify\b/.test(folder));
  expect(verifier.length).toBeGreaterThan(5);
  expect(
    verifier.filter((folder) => targetsOf(folder).some((to) => /^(?:server|mutants|client|cli)\b/.test(to))),
  ).toEqual([]);
});
