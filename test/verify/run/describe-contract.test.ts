import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../../server/start-server.ts';
import { planRun } from '../../../verify/verify.ts';
import type { DescribeContractOptions } from '../../../verify/vitest.ts';
import { root, startProcess } from '../../support/run-cli.ts';
import { useFolder } from '../../support/use-folder.ts';

const folder = useFolder();
const results = join(folder, 'results.json');
let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  await server.close();
});

interface Told {
  readonly title: string;
  readonly status: string;
  readonly failureMessages: readonly string[];
}

/** Runs vitest on a file that describes the contract so, and tells its tests. */
async function describedBy(options: Partial<DescribeContractOptions>, args: readonly string[] = []) {
  const whole = { baseUrl: server.url, apis: [target()], ...options };
  writeFileSync(
    join(folder, 'contract.test.ts'),
    `import { describeContract } from ${JSON.stringify(join(root, 'verify/vitest.ts'))};\ndescribeContract(${JSON.stringify(whole)});\n`,
  );
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  rmSync(results, { force: true });
  const reported = ['--reporter', 'json', '--outputFile', results];
  const { ended } = startProcess(process.execPath, [vitest, 'run', '--root', folder, ...reported, ...args]);
  const { code } = await ended;
  const told: { testResults: { assertionResults: Told[] }[] } = JSON.parse(readFileSync(results, 'utf8'));
  return { code, tests: told.testResults.flatMap(({ assertionResults }) => assertionResults) };
}

function target() {
  return {
    vendor: 'junction',
    key: server.keys.junction,
    users: [{ id: '550e8400-e29b-41d4-a716-446655440000' }],
  } as const;
}

const checked = 'There was something to judge';

test('Each check is a test of its own, under its title, and what cannot be checked is skipped', async () => {
  const { code, tests } = await describedBy({});
  const { checks } = planRun({ baseUrl: server.url, apis: [target()] });
  expect(tests.map(({ title }) => title)).toEqual([...checks.map(({ title }) => title), checked]);
  expect(code).toBe(0);
  const statuses = Map.groupBy(tests, ({ status }) => status);
  expect([...statuses.keys()].toSorted()).toEqual(['passed', 'skipped']);
});

test('What is wrong fails its test alone, with the findings', async () => {
  const apis = [{ ...target(), users: [{ ...target().users[0], expect: { count: 9 } }] }];
  const { code, tests } = await describedBy({ apis });
  const failed = tests.filter(({ status }) => status === 'failed');
  expect(code).toBe(1);
  expect(failed.map(({ title }) => title)).toEqual([
    expect.stringMatching(/^Each list contains exactly what is expected/),
  ]);
  expect(failed[0]?.failureMessages.join()).toMatch(
    /junction\.listJunctionProviders\.meaning\.expected\nfailure.*\/providers\nexpected {2}number of items: 9\ngot {7}3\n/s,
  );
});

test('Where nothing could be checked, nothing passes', async () => {
  const apis = [{ ...target(), users: [] }];
  const { code, tests } = await describedBy({ apis, checks: ['meaning'] });
  expect(code).toBe(1);
  expect(new Set(tests.filter(({ title }) => title !== checked).map(({ status }) => status))).toEqual(
    new Set(['skipped']),
  );
  expect(tests.at(-1)).toMatchObject({ title: checked, status: 'failed' });
  expect(tests.at(-1)?.failureMessages.join()).toContain('Not one item of Junction was there to judge');
});

test('Where nobody answers, every test fails', async () => {
  const { code, tests } = await describedBy({ baseUrl: 'http://127.0.0.1:1', checks: ['shape'] });
  expect(code).toBe(1);
  expect(new Set(tests.map(({ status }) => status))).toEqual(new Set(['failed']));
  expect(tests[0]?.failureMessages.join()).toContain('Cannot reach http://127.0.0.1:1');
});

test('Tests in any order, or one alone, end as they would', async () => {
  const shuffled = await describedBy({}, ['--sequence.shuffle', '--sequence.seed=3']);
  expect(shuffled.code).toBe(0);
  const alone = await describedBy({}, ['-t', 'Repeated GET']);
  expect(alone.code).toBe(0);
  expect(alone.tests.filter(({ status }) => status === 'passed').map(({ title }) => title)).toEqual([
    'Repeated GET requests return the same answer in the same order',
  ]);
});
