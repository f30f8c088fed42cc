import { describe, expect, test } from 'vitest';
import { importFaults, type Repository } from './import-faults.ts';
import { readImports } from './read-imports.ts';

type Faults = ReturnType<typeof importFaults>;

const allowed: Repository['allowed'] = {
  spec: { imports: [] },
  'server/model': { imports: ['spec'] },
  server: { imports: ['server/*'], planned: ['mutants/**'] },
  client: { imports: [], types: ['spec'] },
  'cli/**': { imports: ['server'], tools: true },
  'checks/kit': { imports: [] },
  'checks/*': { imports: ['checks/kit'] },
};

/** Each import that is allowed is used once. */
const sound: Readonly<Record<string, string>> = {
  'spec/vendors.ts': 'export const vendors = [];\n',
  'server/model/user.ts': "import { vendors } from '../../spec/vendors.ts';\n",
  'server/start.ts': "import './model/user.ts';\nimport express from 'express';\nimport 'node:fs';\n",
  'client/client.ts':
    "import type { Vendor } from '../spec/vendors.ts';\nimport type { Log } from 'sarif';\n",
  'cli/verify/flags.ts': "import { run } from '../run.ts';\n",
  'cli/run.ts': "const { start } = await import('../server/start.ts');\nimport ts from 'typescript';\n",
  'checks/kit/check.ts': "import 'ajv/dist/2020.js';\nexport const check = 1;\n",
  'checks/input/input.ts': "import { check } from '../kit/check.ts';\n",
};

const manifest = {
  dependencies: { express: '5.0.0' },
  devDependencies: { ajv: '8.0.0', typescript: '5.0.0', '@types/sarif': '2.0.0' },
};

function faultsOf(change: Readonly<Record<string, string>>, table = allowed): Partial<Faults> {
  const files = new Map(Object.entries({ ...sound, ...change }));
  const found = Object.entries(
    importFaults({ files, allowed: table, bundled: ['ajv', 'left-pad'], manifest }),
  );
  return Object.fromEntries(found.filter(([, sentences]) => sentences.length > 0));
}

test('a repository that keeps every rule has no faults', () => {
  expect(faultsOf({})).toEqual({});
});

describe('an import is not allowed', () => {
  test.each<[string, Record<string, string>, string]>([
    [
      'of a folder that the row does not name',
      { 'spec/x.ts': "import '../checks/kit/check.ts';" },
      'spec may not',
    ],
    [
      'of values, if only types are allowed',
      { 'client/x.ts': "import '../spec/vendors.ts';" },
      'client may not',
    ],
    [
      'of one type',
      { 'spec/x.ts': "import type { A } from '../checks/kit/check.ts';" },
      'types of checks/kit',
    ],
    ['in a type', { 'spec/x.ts': "type A = import('../checks/kit/check.ts').A;" }, 'types of checks/kit'],
    ['that is passed on', { 'spec/x.ts': "export { check } from '../checks/kit/check.ts';" }, 'spec may not'],
    ['while the program runs', { 'spec/x.ts': "await import('../checks/kit/check.ts');" }, 'spec may not'],
    ['by its URL', { 'spec/x.ts': "import.meta.resolve('../checks/kit/check.ts');" }, 'spec may not'],
    [
      'by how its URL begins',
      { 'spec/x.ts': `import.meta.resolve(\`../checks/kit/che\${end}\`);` },
      'spec may not',
    ],
    [
      'as a thread',
      { 'spec/x.ts': "new Worker(new URL('../checks/kit/check.ts', import.meta.url));" },
      'spec may not',
    ],
    ['between neighbours', { 'checks/leaks/x.ts': "import '../input/input.ts';" }, 'checks/leaks may not'],
    [
      'of the room itself by its folder',
      { 'server/model/x.ts': "import '../start.ts';" },
      'server/model may not',
    ],
  ])('%s', (_, change, sentence) => {
    expect(faultsOf(change).importNotAllowed).toEqual([expect.stringContaining(sentence)]);
  });

  test.each([
    ['in a comment', "// import '../cli/run.ts';\n/* import '../cli/run.ts'; */"],
    ['in a text', 'const text = `\nimport "../cli/run.ts";\n`;'],
    ['in a regular expression', "const pattern = /import '..\\/cli\\/run.ts'/;"],
  ])('unless it is only written %s', (_, text) => {
    expect(readImports(new Map([['spec/x.ts', text]]))).toEqual([]);
  });
});

test('a folder without a row in the table is a fault', () => {
  expect(faultsOf({ 'server/events/x.ts': '' }).folderWithoutRule).toEqual([
    expect.stringMatching(/^server\/events /),
  ]);
});

describe('a permission is stale', () => {
  test.each<[string, Repository['allowed'], string]>([
    ['if nothing uses it', { ...allowed, spec: { imports: ['client'] } }, 'spec imports nothing of client'],
    [
      'if nothing uses its types',
      { ...allowed, spec: { imports: [], types: ['client'] } },
      'nothing of client',
    ],
    [
      'if it is planned and used',
      { ...allowed, 'checks/*': { imports: [], planned: ['checks/kit'] } },
      'no longer planned',
    ],
    ['if there is no such folder', { ...allowed, console: { imports: [] } }, 'console is no folder'],
  ])('%s', (_, table, sentence) => {
    expect(faultsOf({}, table).unusedPermission).toEqual([expect.stringContaining(sentence)]);
  });

  test('unless it is planned', () => {
    expect(faultsOf({}, { ...allowed, console: { imports: [], planned: ['client'] } })).toEqual({});
  });
});

describe('a circle is a fault', () => {
  test('between two folders, though no files are in it', () => {
    const table = { ...allowed, spec: { imports: ['server/model'] } };
    const change = { 'spec/x.ts': "import type { A } from '../server/model/a.ts';", 'server/model/a.ts': '' };
    expect(faultsOf(change, table)).toEqual({
      circleOfFolders: [
        'server/model → spec → server/model: server/model/user.ts imports spec/vendors.ts, spec/x.ts imports server/model/a.ts. Move one of them.',
      ],
    });
  });

  test('between files of one folder, of types too', () => {
    const change = {
      'spec/a.ts': "import './b.ts';",
      'spec/b.ts': "import './c.ts';",
      'spec/c.ts': "import type { A } from './a.ts';",
    };
    expect(faultsOf(change)).toEqual({
      circleOfFiles: [expect.stringMatching(/^spec\/a\.ts → spec\/b\.ts → spec\/c\.ts → spec\/a\.ts\. /)],
    });
  });
});

describe('what is imported from outside is a fault', () => {
  test.each([
    [
      'if package.json does not name it',
      "import 'left-pad/x.js';",
      'imports left-pad, which package.json does not',
    ],
    ['if it is for development, and the folder is published', "import 'typescript';", 'for development only'],
    ['if only its types are there', "import 'sarif';", 'sarif, which package.json does not'],
    ['if it is a part of Node without its prefix', "import 'fs';", 'Write node:fs'],
    ['if it is outside the repository', "import '../../x.ts';", 'outside the repository'],
    ['if there is no such file', "import './x1.ts';", 'does not exist'],
    ['if its name is not written out', 'await import(name);', 'imports name, which no test can follow'],
    ['if its name begins with an unknown', `await import(\`\${name}.ts\`);`, 'no test can follow'],
  ])('%s', (_, text, sentence) => {
    expect(faultsOf({ 'spec/x.ts': text }).importFromOutside).toEqual([
      expect.stringMatching(new RegExp(`^spec/x\\.ts .*${sentence}`)),
    ]);
  });
});

describe('a file is too long', () => {
  const lines = (count: number) => '// x\n'.repeat(count);
  test.each<[string, Record<string, string>, RegExp | null]>([
    ['with 201 lines', { 'spec/x.ts': lines(201) }, /^spec\/x\.ts has 201 lines, more than 200\./],
    ['with 200 lines', { 'spec/x.ts': lines(200) }, null],
    ['with 251 lines in a test', { 'test/x.ts': lines(251) }, /^test\/x\.ts has 251 lines, more than 250\./],
    ['with 250 lines in a test', { 'test/x.ts': lines(250) }, null],
    ['that is generated', { 'spec/x.ts': `// Generated, do not edit: x\n${lines(300)}` }, null],
  ])('%s: %#', (_, change, sentence) => {
    const table = { ...allowed, 'test/**': { imports: ['**'] } };
    expect(faultsOf(change, table).fileTooLong ?? []).toEqual(
      sentence === null ? [] : [expect.stringMatching(sentence)],
    );
  });
});
