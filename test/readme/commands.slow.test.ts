import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesWithTables } from '../../build/code-tables.ts';
import { copyProject } from '../support/copy-project.ts';
import { guides } from '../support/read-guides.ts';
import { root } from '../support/run-cli.ts';
import { runInShell } from '../support/run-command.ts';
import { useFolder } from '../support/use-folder.ts';
import { commandsRun, guideCommands, ways } from './guide-commands.ts';

const temporary = useFolder();
const { scripts, name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

describe('each command', () => {
  test('has a way to run it in this test', () => {
    expect(guideCommands.filter(({ way }) => way === undefined)).toEqual([]);
    expect(new Set(guideCommands.map(({ way }) => way))).toEqual(new Set(ways.map(([, way]) => way)));
  });

  test('that runs a script names a script of package.json', () => {
    const named = guides.flatMap(({ text }) =>
      Array.from(text.matchAll(/npm (?:run )?(?:--silent )?([a-z:]+)/g), ([, script = '']) => script),
    );
    const ofNpm = ['and', 'with', 'for', 'ci', 'pack', 'install'];
    for (const script of named.filter((word) => !ofNpm.includes(word)))
      expect(scripts).toHaveProperty(script);
    expect(named).toEqual(
      expect.arrayContaining([
        'ci',
        'start',
        'test',
        'mock',
        'docs',
        'generate',
        'bench',
        'verify',
        'mutate',
      ]),
    );
  });

  test('that checks without the tests does what the tests do, and packs the package', () => {
    const [checks, tests] = [scripts.check, scripts.test].map((script: string) => script.split(' ').slice(2));
    expect(checks?.filter((part) => !tests?.includes(part))).toEqual(['lint:generated', 'lint:package']);
    expect(tests?.filter((part) => !checks?.includes(part))).toEqual(['vitest']);
  });

  test('that packs the package names the created file', () => {
    expect(commandsRun('packed').map(({ line }) => line)).toEqual([
      'npm pack',
      `npm install --save-dev ./${name}-${version}.tgz`,
    ]);
  });
});

test.each(commandsRun('in a copy'))('$line generates the committed files', async ({ line }) => {
  const copy = join(temporary, line);
  copyProject(copy);
  // The formatter asks for it.
  cpSync(join(root, '.gitignore'), join(copy, '.gitignore'));
  rmSync(join(copy, 'generated'), { recursive: true });
  mkdirSync(join(copy, 'generated'));
  for (const file of filesWithTables) writeFileSync(join(copy, file), withoutTables(file));
  const untidy = join(copy, 'spec/scenarios.ts');
  const tidy = readFileSync(untidy, 'utf8');
  writeFileSync(untidy, tidy.replace("'page-example'", '"page-example"'));
  const { code, output } = await runInShell(line, { cwd: copy }).ended;
  expect(code, output).toBe(0);
  expect(readFileSync(untidy, 'utf8') === tidy).toBe(line === 'npm run fix');
  const committed = readdirSync(join(root, 'generated')).filter((file) => file !== 'docs');
  expect(readdirSync(join(copy, 'generated'))).toEqual(committed);
  for (const file of [...filesWithTables, ...committed.map((generated) => join('generated', generated))]) {
    const [made, expected] = [copy, root].map((folder) => readFileSync(join(folder, file), 'utf8'));
    expect(made === expected, file).toBe(true);
  }
});

/** The text of a guide without the rows of its generated tables. */
function withoutTables(file: string): string {
  const text = readFileSync(join(root, file), 'utf8');
  const emptied = text.replace(/(<!-- ([\w-]+) -->)[\s\S]*?(<!-- \/\2 -->)/g, '$1$3');
  expect(emptied, file).not.toBe(text);
  return emptied;
}

test.each(commandsRun('in place'))('$line exits with 0', async ({ line }) => {
  const { code, output } = await runInShell(line).ended;
  expect(code, output).toBe(0);
});

test.each(commandsRun('debugger'))('$line waits for a debugger', async ({ line }) => {
  // Another debugger may use the usual port.
  const command = runInShell(line.replace('--inspect-brk', '--inspect-brk=0'));
  await command.until(/Debugger listening on ws:/);
  await command.stop();
});
