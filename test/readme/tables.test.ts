import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { docsCommand } from '../../cli/docs.ts';
import { mockCommand } from '../../cli/mock.ts';
import { mutateCommand } from '../../cli/mutate.ts';
import { serveCommand } from '../../cli/serve.ts';
import { verifyCommand } from '../../cli/verify/verify.ts';
import { connectionStates } from '../../server/model/connection.ts';
import { applyTransition, legalTransitions, type Transition } from '../../server/model/transition.ts';
import { connectionIn } from '../support/connection-in.ts';
import { guides, table } from '../support/read-guides.ts';
import { root, runCli } from '../support/run-cli.ts';

const ended = { code: 0 };
const commands = [
  serveCommand(ended),
  mockCommand(ended),
  verifyCommand(ended),
  mutateCommand(),
  docsCommand(),
];

/** The rows of the settings tables, by command. */
const settingRows = new Map(
  readFileSync(join(root, 'docs/settings.md'), 'utf8')
    .split(/^## /m)
    .slice(1)
    .map((section) => [/\w+/.exec(section)?.[0] ?? '', section.split('\n').slice(4)]),
);

test('README.md has at most 150 lines', () => {
  expect(
    guides
      .find(({ file }) => file === 'README.md')
      ?.text.trimEnd()
      .split('\n').length,
  ).toBeLessThanOrEqual(150);
});

describe('the table', () => {
  test('of transitions has the states that allow each transition, and its new state', () => {
    const rows = table('transition');
    const named = rows.map(([transition]) => transition).sort();
    expect(named).toEqual([...new Set(connectionStates.flatMap(legalTransitions))].sort());
    for (const [type = '', from = '', to = ''] of rows) {
      const states = connectionStates.filter((state) =>
        legalTransitions(state).some((legal) => legal === type),
      );
      expect(from.split(', '), type).toEqual(states);
      const transition = (type === 'fail' ? { type, cause: 'unknown' } : { type }) as Transition;
      for (const state of states) {
        const outcome = applyTransition(connectionIn(state), transition, '2026-01-05T09:00:00.000Z');
        if (outcome.kind === 'illegal') throw new Error(`${type} is illegal from ${state}.`);
        expect(to.startsWith('the same') ? state : to, type).toBe(outcome.connection.state);
      }
    }
  });

  test.each(commands.map((command) => [command.name(), command] as const))(
    'of settings has every flag and every variable in %s --help',
    (commandName, command) => {
      const rows = settingRows.get(commandName) ?? [];
      let help = '';
      command.configureOutput({ writeOut: (written) => (help += written) }).outputHelp();
      const flags = help.match(/(?<=^ +(?:-\w, )?)--[a-z-]+/gm) ?? [];
      const variables = help.match(/(?<=env:\s+)\w+|\b[A-Z_]+_(?:KEY|TOKEN)\b/g) ?? [];
      expect(flags.length).toBeGreaterThan(1);
      for (const flag of flags.filter((name) => name !== '--help'))
        expect(rows.filter((row) => row.startsWith(`| \`${flag}\` `))).toHaveLength(1);
      for (const variable of variables) expect(rows.join('\n')).toContain(`\`${variable}\``);
    },
  );

  test('of settings exists for each command in --help', async () => {
    const { stdout } = await runCli(['--help']);
    const named = [...stdout.matchAll(/^ {2}([a-z]+) \[options\]/gm)].map(([, name]) => name);
    expect(named.length).toBeGreaterThan(4);
    expect([...settingRows.keys()].toSorted()).toEqual(named.toSorted());
  });

  test('of checks that need input names each key of an API in the configuration', () => {
    const file = join(root, 'generated/verify-config.schema.json');
    const {
      secondTenant,
      edition: _,
      ...own
    } = JSON.parse(readFileSync(file, 'utf8')).properties.apis.properties.junction.properties;
    const keys = [
      ...Object.keys(own),
      ...Object.keys(secondTenant.properties).map((key) => `secondTenant.${key}`),
      'users[].expect',
    ];
    const named = table('give it').flatMap(([, , names = '']) => names.match(/[\w.[\]]+/g) ?? []);
    expect(named.toSorted()).toEqual(keys.toSorted());
  });

  test('of rooms contains each folder that the compiler reads', () => {
    const { include } = JSON.parse(readFileSync(join(root, 'tsconfig.json'), 'utf8'));
    const folders = include
      .map((path: string) => path.split('/')[0])
      .filter((path: string) => !path.includes('*'));
    expect(table('room').map(([room]) => room)).toEqual(
      expect.arrayContaining(folders.map((folder: string) => `${folder}/`)),
    );
  });
});

test.each(guides)('each file that $file links to or names exists', ({ file: guide, text }) => {
  const linked = Array.from(text.matchAll(/\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)/g), ([, file = '']) =>
    join(dirname(guide), file),
  );
  const named = Array.from(
    text.matchAll(/`((?:spec|contract|build|server|client|verify|mutants|cli|test)\/[\w./-]+)`/g),
    ([, file = '']) => file,
  );
  for (const file of [...linked, ...named]) expect(existsSync(join(root, file)), file).toBe(true);
});
