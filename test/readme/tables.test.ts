import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { docsCommand } from '../../cli/docs.ts';
import { mockCommand } from '../../cli/mock.ts';
import { mutateCommand } from '../../cli/mutate.ts';
import { serveCommand } from '../../cli/serve.ts';
import { verifyCommand } from '../../cli/verify/verify.ts';
import { mutants } from '../../mutants/catalogue/mutants.ts';
import { connectionStates } from '../../server/model/connection.ts';
import { applyTransition, legalTransitions, type Transition } from '../../server/model/transition.ts';
import { defaultWorkspaces } from '../../server/scenarios/default-workspaces.ts';
import { scenarioUsers, unknownUser } from '../../spec/scenarios.ts';
import { keyHeaderLine } from '../../spec/vendors.ts';
import { checkGroups } from '../../verify/results/outcome.ts';
import { connectionIn } from '../support/a-connection.ts';
import { guides, table } from '../support/read-guides.ts';
import { root, runCli } from '../support/run-cli.ts';
import { vendorLists } from '../support/vendor-calls.ts';

const ended = { code: 0 };
const commands = [
  serveCommand(ended),
  mockCommand(ended),
  verifyCommand(ended),
  mutateCommand(),
  docsCommand(),
];

describe('the table', () => {
  test('of endpoints is the list of vendorLists', () => {
    const rows = vendorLists.map((entry) => [
      entry.title,
      `GET ${entry.path}`,
      keyHeaderLine(entry, '<key>'),
    ]);
    expect(table('vendor', 'endpoint')).toEqual(rows);
  });

  test('of contracts links the file of each, and the page that it names', () => {
    const rows = table('contract', 'describes');
    for (const [index, { document }] of vendorLists.entries()) {
      const contract = readFileSync(join(root, 'spec', document), 'utf8');
      const [, page] = /externalDocs:[\s\S]*?url: (\S+)/.exec(contract) ?? [];
      expect(rows[index]?.[0]).toContain(`(spec/${document})`);
      expect(rows[index]?.[1]).toContain(`(${page})`);
    }
  });

  test('of keys has those of both workspaces, and the revoked ones', () => {
    const [first, second] = defaultWorkspaces;
    const rows = vendorLists.map(({ vendor, title }) => [
      title,
      first.keys[vendor],
      second.keys[vendor],
      first.revokedKeys[vendor],
    ]);
    expect(
      table('vendor', `default workspace, \`${first.id}\``, `second workspace, \`${second.id}\``),
    ).toEqual(rows);
  });

  test('of scenario users is that of the code', () => {
    const rows = [...scenarioUsers, unknownUser].map((user) => [user.name, user.userId, user.summary]);
    expect(table('scenario')).toEqual(rows);
  });

  test('of transitions has the states from which each is legal, and the state that it leads to', () => {
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
    'of settings has every flag and every variable that %s --help prints',
    (commandName, command) => {
      const rows = table('command').filter(([name]) => name === commandName);
      const text = rows.map(([, flag, variable]) => `${flag} ${variable}`).join('\n');
      let help = '';
      command.configureOutput({ writeOut: (written) => (help += written) }).outputHelp();
      const flags = help.match(/^ +(?:-\w, )?--[a-z-]+/gm) ?? [];
      const variables = help.match(/(?<=env:\s+)\w+|\b[A-Z_]+_(?:KEY|TOKEN)\b/g) ?? [];
      expect(flags.length).toBeGreaterThan(1);
      for (const flag of flags.map((line) => line.replace(/.* /, '')).filter((flag) => flag !== '--help'))
        expect(text).toMatch(new RegExp(`^${flag} `, 'm'));
      for (const variable of variables) expect(text).toContain(variable);
      expect(rows).toHaveLength(new Set(rows.map(([, flag, variable]) => `${flag} ${variable}`)).size);
    },
  );

  test('of settings has the commands of --help', async () => {
    const { stdout } = await runCli(['--help']);
    const named = [...stdout.matchAll(/^ {2}([a-z]+) \[options\]/gm)].map(([, name]) => name);
    expect(named.length).toBeGreaterThan(4);
    expect([...new Set(table('command').map(([name]) => name))].toSorted()).toEqual(named.toSorted());
  });

  test('of what to give names each key that a configuration has for an API', () => {
    const file = join(root, 'generated/verify-config.schema.json');
    const { secondTenant, ...own } = JSON.parse(readFileSync(file, 'utf8')).properties.apis.properties
      .junction.properties;
    const keys = [
      ...Object.keys(own),
      ...Object.keys(secondTenant.properties).map((key) => `secondTenant.${key}`),
      'users[].expect',
    ];
    const told = table('give it').flatMap(([, , names = '']) => names.match(/[\w.[\]]+/g) ?? []);
    expect(told.toSorted()).toEqual(keys.toSorted());
  });

  test('of rooms names each folder that the compiler reads', () => {
    const { include } = JSON.parse(readFileSync(join(root, 'tsconfig.json'), 'utf8'));
    const folders = include
      .map((path: string) => path.split('/')[0])
      .filter((path: string) => !path.includes('*'));
    expect(table('room').map(([room]) => room)).toEqual(
      expect.arrayContaining(folders.map((folder: string) => `${folder}/`)),
    );
  });
});

test.each(guides)('each file that $file links or names exists', ({ file: guide, text }) => {
  const linked = Array.from(text.matchAll(/\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)/g), ([, file = '']) =>
    join(dirname(guide), file),
  );
  const named = Array.from(
    text.matchAll(/`((?:spec|contract|build|server|client|verify|mutants|cli|test)\/[\w./-]+)`/g),
    ([, file = '']) => file,
  );
  for (const file of [...linked, ...named]) expect(existsSync(join(root, file)), file).toBe(true);
});

test('the number of mutants, and of APIs that each is tried at, is that of the list', () => {
  const pairs = mutants.reduce((sum, mutant) => sum + mutant.vendors.length, 0);
  const numbers = `${mutants.length} mutants make ${pairs} pairs`;
  expect(guides.filter(({ text }) => text.includes(numbers))).toHaveLength(1);
  const rows = table('what is broken');
  const counted = checkGroups.map((group) => {
    const own = mutants.filter(({ caughtBy }) => caughtBy[0]?.startsWith(`${group}.`));
    return String(own.reduce((sum, mutant) => sum + mutant.vendors.length, 0));
  });
  expect(rows.map(([, told]) => told)).toEqual([...counted, String(pairs)]);
  // Each is found, as the tests of the mutants show.
  expect(rows.map(([, , found]) => found)).toEqual(rows.map(([, told]) => told));
});
