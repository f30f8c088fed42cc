import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { thirdPartyLicenses } from '../../build/third-party-licenses.ts';
import { useFolder } from '../support/use-folder.ts';

const folder = useFolder();
const line = '='.repeat(80);

/** Installs a package with these files in a folder of its own, and returns the path of its code. */
function install(name: string, manifest: object, files: Readonly<Record<string, string>> = {}): string {
  const place = join(folder, 'node_modules', name);
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, 'package.json'), JSON.stringify({ name, version: '1.2.3', ...manifest }));
  for (const [file, text] of Object.entries(files)) writeFileSync(join(place, file), text);
  return join(place, 'lib', 'index.js');
}

test('Each package is named once, with its version, its licence and the text of it', () => {
  const files = [
    install('zebra', { license: 'MIT' }, { LICENSE: 'Copyright Zoe\n' }),
    install('@scope/apple', { license: 'Apache-2.0' }, { 'LICENSE.md': 'Apache\n', NOTICE: 'By Ann\n' }),
    install('zebra/node_modules/inner', { name: 'inner', license: 'ISC' }, { 'licence.txt': 'Ida' }),
  ];
  expect(thirdPartyLicenses([...files, join(folder, 'cli/main.js'), ...files])).toBe(
    `This package contains code of the packages below. Each has its own licence.

${line}
@scope/apple 1.2.3 (Apache-2.0)

Apache

By Ann

${line}
inner 1.2.3 (ISC)

Ida

${line}
zebra 1.2.3 (MIT)

Copyright Zoe
`,
  );
});

test('The text may be a section of the README', () => {
  const readme = '# readable\n\nText.\n\n## License\n\nCopyright (c) Rea\n\n## Links\n\nNone.\n';
  const text = thirdPartyLicenses([install('readable', { license: 'MIT' }, { 'README.md': readme })]);
  expect(text).toMatch(/readable 1\.2\.3 \(MIT\)\n\nCopyright \(c\) Rea\n$/);
});

test.each([
  ['no-field', {}, { LICENSE: 'Copyright' }, 'its package.json does not name a licence'],
  ['no-text', { license: 'MIT' }, {}, 'it does not contain the text of its licence'],
  ['empty-text', { license: 'MIT' }, { LICENSE: ' \n' }, 'it does not contain the text of its licence'],
  ['code', { license: 'MIT' }, { 'license.js': 'x' }, 'it does not contain the text of its licence'],
  ['name', { license: 'MIT' }, { 'README.md': '## License\n\nMIT\n' }, 'it does not contain the text'],
])('A package is refused by its name: %s', (name, manifest, files: Record<string, string>, reason) => {
  const file = install(name, manifest, files);
  expect(() => thirdPartyLicenses([file])).toThrow(`Cannot publish the code of ${name} 1.2.3: ${reason}`);
});

test('A package that names the MIT licence and has a known copyright line gets the text of that licence', () => {
  const text = thirdPartyLicenses([install('@docsearch/css', { license: 'MIT' })]);
  expect(text).toMatch(
    /@docsearch\/css 1\.2\.3 \(MIT\)\n\nMIT License\n\nCopyright \(c\) 2015-present Algolia, Inc\.\n\nPermission is hereby/,
  );
});
