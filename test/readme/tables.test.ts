import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { docsCommand } from '../../cli/docs.ts';
import { mockCommand } from '../../cli/mock.ts';
import { mutateCommand } from '../../cli/mutate.ts';
import { serveCommand } from '../../cli/serve.ts';
import { verifyCommand } from '../../cli/verify.ts';
import { mutants } from '../../mutants/catalogue/mutants.ts';
import { connectionStates } from '../../server/model/connection.ts';
import { applyTransition, legalTransitions, type Transition } from '../../server/model/transition.ts';
import { defaultWorkspaces } from '../../server/scenarios/default-workspaces.ts';
import { scenarioUsers, unknownUser } from '../../spec/scenarios.ts';
import { keyHeaderLine } from '../../spec/vendors.ts';
import { checkGroups } from '../../verify/results/outcome.ts';
import { connectionIn } from '../support/a-connection.ts';
import { readme, table } from '../support/read-readme.ts';
import { root } from '../support/run-cli.ts';
import { runRedocly } from '../support/run-redocly.ts';
import { vendorLists } from '../support/vendor-calls.ts';

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

  test('of settings has every flag of every command, with its variable and its default', () => {
    const flagsOf = (command: ReturnType<typeof docsCommand>) =>
      command.options.map(({ long, envVar, defaultValue }) => {
        const isSet = defaultValue !== undefined && String(defaultValue) !== '';
        return [command.name(), long, envVar ?? '–', isSet ? String(defaultValue) : '–'];
      });
    const ended = { code: 0 };
    expect(table('command').map((row) => row.slice(0, 4))).toEqual([
      ...flagsOf(serveCommand(ended)),
      ['serve', '–', 'SANDBOX_TOKEN', '–'],
      ...flagsOf(mockCommand(ended)),
      ...flagsOf(docsCommand()),
      ...flagsOf(verifyCommand(ended)),
      ...flagsOf(mutateCommand()),
    ]);
  });

  test('of what to give names each key that a configuration has for an API', () => {
    const schema = JSON.parse(readFileSync(join(root, 'verify/config/config.schema.json'), 'utf8'));
    const { secondTenant, ...own } = schema.definitions.api.properties;
    const keys = [
      ...Object.keys(own),
      ...Object.keys(secondTenant.properties).map((key) => `secondTenant.${key}`),
      'users[].expect',
    ];
    const told = table('give it').flatMap(([, , names = '']) => names.match(/[\w.[\]]+/g) ?? []);
    expect(told.toSorted()).toEqual(keys.toSorted());
    for (const key of Object.keys(schema.properties)) expect(readme).toContain(`\`${key}\``);
  });

  test('of scores is what Redocly says', async () => {
    const told = vendorLists.map(async ({ vendor, document }) => {
      const { stdout } = await runRedocly('score', `spec/${document}`, '--format', 'json');
      return [vendor, String(JSON.parse(stdout).agentReadiness)];
    });
    expect(table('contract', 'score')).toEqual(await Promise.all(told));
  }, 60_000);

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

test('each file that the text links or names is there', () => {
  const linked = Array.from(readme.matchAll(/\]\((?!https?:|#)([^)]+)\)/g), ([, file = '']) => file);
  const named = Array.from(
    readme.matchAll(/`((?:spec|server|client|verify)\/[\w./-]+)`/g),
    ([, file = '']) => file,
  );
  for (const file of [...linked, ...named]) expect(existsSync(join(root, file)), file).toBe(true);
});

test('the number of mutants, and of APIs that each is tried at, is that of the list', () => {
  const pairs = mutants.reduce((sum, mutant) => sum + mutant.vendors.length, 0);
  expect(readme).toContain(`${mutants.length} mutants make ${pairs} pairs`);
  const rows = table('what is broken');
  const counted = checkGroups.map((group) => {
    const own = mutants.filter(({ caughtBy }) => caughtBy[0]?.startsWith(`${group}.`));
    return String(own.reduce((sum, mutant) => sum + mutant.vendors.length, 0));
  });
  expect(rows.map(([, told]) => told)).toEqual([...counted, String(pairs)]);
  // Each is found, as the tests of the mutants show.
  expect(rows.map(([, , found]) => found)).toEqual(rows.map(([, told]) => told));
});
