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

/** A repository without faults, which uses each allowed import once. */
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

test('a repository that follows every rule has no faults', () => {
  expect(faultsOf({})).toEqual({});
});

describe('an import that is not allowed is a fault', () => {
  test.each<[string, Record<string, string>, string]>([
    [
      'from a folder that is not in the row',
      { 'spec/x.ts': "import '../checks/kit/check.ts';" },
      'spec must not',
    ],
    [
      'of a value, if only types are allowed',
      { 'client/x.ts': "import '../spec/vendors.ts';" },
      'client must not',
    ],
    ['of a type', { 'spec/x.ts': "import type { A } from '../checks/kit/check.ts';" }, 'types of checks/kit'],
    ['inside a type', { 'spec/x.ts': "type A = import('../checks/kit/check.ts').A;" }, 'types of checks/kit'],
    [
      'that is re-exported',
      { 'spec/x.ts': "export { check } from '../checks/kit/check.ts';" },
      'spec must not',
    ],
    ['that is dynamic', { 'spec/x.ts': "await import('../checks/kit/check.ts');" }, 'spec must not'],
    ['by URL', { 'spec/x.ts': "import.meta.resolve('../checks/kit/check.ts');" }, 'spec must not'],
    [
      'by the beginning of a URL',
      { 'spec/x.ts': `import.meta.resolve(\`../checks/kit/che\${end}\`);` },
      'spec must not',
    ],
    [
      'of a worker',
      { 'spec/x.ts': "new Worker(new URL('../checks/kit/check.ts', import.meta.url));" },
      'spec must not',
    ],
    [
      'between sibling folders',
      { 'checks/leaks/x.ts': "import '../input/input.ts';" },
      'checks/leaks must not',
    ],
    ['of a parent folder', { 'server/model/x.ts': "import '../start.ts';" }, 'server/model must not'],
  ])('%s', (_, change, sentence) => {
    expect(faultsOf(change).importNotAllowed).toEqual([expect.stringContaining(sentence)]);
  });

  test.each([
    ['in a comment', "// import '../cli/run.ts';\n/* import '../cli/run.ts'; */"],
    ['in a string', 'const text = `\nimport "../cli/run.ts";\n`;'],
    ['in a regular expression', "const pattern = /import '..\\/cli\\/run.ts'/;"],
  ])('unless it is only text %s', (_, text) => {
    expect(readImports(new Map([['spec/x.ts', text]]))).toEqual([]);
  });
});

test('a folder without a row in the table is a fault', () => {
  expect(faultsOf({ 'server/events/x.ts': '' }).folderWithoutRule).toEqual([
    expect.stringMatching(/^server\/events /),
  ]);
});

describe('an unused permission is a fault', () => {
  test.each<[string, Repository['allowed'], string]>([
    ['if no import uses it', { ...allowed, spec: { imports: ['client'] } }, 'spec does not import client'],
    [
      'if no import uses its types',
      { ...allowed, spec: { imports: [], types: ['client'] } },
      'does not import client',
    ],
    [
      'if it is planned and used',
      { ...allowed, 'checks/*': { imports: [], planned: ['checks/kit'] } },
      'Move it from planned',
    ],
    [
      'if the folder does not exist',
      { ...allowed, console: { imports: [] } },
      'console does not contain files',
    ],
  ])('%s', (_, table, sentence) => {
    expect(faultsOf({}, table).unusedPermission).toEqual([expect.stringContaining(sentence)]);
  });

  test('unless it is planned', () => {
    expect(faultsOf({}, { ...allowed, console: { imports: [], planned: ['client'] } })).toEqual({});
  });
});

describe('a cycle is a fault', () => {
  test('between two folders, even if no files form a cycle', () => {
    const table = { ...allowed, spec: { imports: ['server/model'] } };
    const change = { 'spec/x.ts': "import type { A } from '../server/model/a.ts';", 'server/model/a.ts': '' };
    expect(faultsOf(change, table)).toEqual({
      folderCycle: [
        'server/model → spec → server/model: server/model/user.ts imports spec/vendors.ts, spec/x.ts imports server/model/a.ts. Remove one of these imports.',
      ],
    });
  });

  test('between files of one folder, including type imports', () => {
    const change = {
      'spec/a.ts': "import './b.ts';",
      'spec/b.ts': "import './c.ts';",
      'spec/c.ts': "import type { A } from './a.ts';",
    };
    expect(faultsOf(change)).toEqual({
      fileCycle: [expect.stringMatching(/^spec\/a\.ts → spec\/b\.ts → spec\/c\.ts → spec\/a\.ts\. /)],
    });
  });
});

describe('an import from outside is a fault', () => {
  test.each([
    [
      'if it is not in package.json',
      "import 'left-pad/x.js';",
      'imports left-pad, which is not in package.json',
    ],
    [
      'if it is a development package and the folder is published',
      "import 'typescript';",
      'for development only',
    ],
    ['if only its types are installed', "import 'sarif';", 'sarif, which is not in package.json'],
    ['if it is a Node.js module without the prefix node:', "import 'fs';", 'Write node:fs'],
    ['if it is outside the repository', "import '../../x.ts';", 'outside the repository'],
    ['if the file does not exist', "import './x1.ts';", 'does not exist'],
    ['if its name is a variable', 'await import(name);', 'imports name, which cannot be resolved'],
    ['if its name begins with a variable', `await import(\`\${name}.ts\`);`, 'which cannot be resolved'],
  ])('%s', (_, text, sentence) => {
    expect(faultsOf({ 'spec/x.ts': text }).importFromOutside).toEqual([
      expect.stringMatching(new RegExp(`^spec/x\\.ts .*${sentence}`)),
    ]);
  });
});

describe('a file that is too long is a fault', () => {
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
