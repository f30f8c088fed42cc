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

interface TestResult {
  readonly title: string;
  readonly status: string;
  readonly failureMessages: readonly string[];
}

/** Runs Vitest on a file that calls `describeContract` with these options, and returns its tests. */
async function runDescribed(options: Partial<DescribeContractOptions>, args: readonly string[] = []) {
  const allOptions = { baseUrl: server.url, apis: [target()], ...options };
  writeFileSync(
    join(folder, 'contract.test.ts'),
    `import { describeContract } from ${JSON.stringify(join(root, 'verify/vitest.ts'))};\ndescribeContract(${JSON.stringify(allOptions)});\n`,
  );
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  rmSync(results, { force: true });
  const reported = ['--reporter', 'json', '--outputFile', results];
  const { ended } = startProcess(process.execPath, [vitest, 'run', '--root', folder, ...reported, ...args]);
  const { code } = await ended;
  const report: { testResults: { assertionResults: TestResult[] }[] } = JSON.parse(
    readFileSync(results, 'utf8'),
  );
  return { code, tests: report.testResults.flatMap(({ assertionResults }) => assertionResults) };
}

function target() {
  return {
    vendor: 'junction',
    key: server.keys.junction,
    users: [{ id: '550e8400-e29b-41d4-a716-446655440000' }],
  } as const;
}

const checked = 'There was something to check';

test('Each check is a test with its title, and an inconclusive check is skipped', async () => {
  const { code, tests } = await runDescribed({});
  const { checks } = planRun({ baseUrl: server.url, apis: [target()] });
  expect(tests.map(({ title }) => title)).toEqual([...checks.map(({ title }) => title), checked]);
  expect(code).toBe(0);
  const statuses = Map.groupBy(tests, ({ status }) => status);
  expect([...statuses.keys()].toSorted()).toEqual(['passed', 'skipped']);
});

test('A failed check fails only its own test, and shows its findings', async () => {
  const apis = [{ ...target(), users: [{ ...target().users[0], expect: { count: 9 } }] }];
  const { code, tests } = await runDescribed({ apis });
  const failed = tests.filter(({ status }) => status === 'failed');
  expect(code).toBe(1);
  expect(failed.map(({ title }) => title)).toEqual([
    expect.stringMatching(/^Each list contains exactly what is expected/),
  ]);
  expect(failed[0]?.failureMessages.join()).toMatch(
    /junction\.listJunctionProviders\.meaning\.expected\nfailure.*\/providers\nexpected {2}number of items: 9\ngot {7}3\n/s,
  );
});

test('If nothing could be checked, no test passes', async () => {
  const apis = [{ ...target(), users: [] }];
  const { code, tests } = await runDescribed({ apis, checks: ['meaning'] });
  expect(code).toBe(1);
  expect(new Set(tests.filter(({ title }) => title !== checked).map(({ status }) => status))).toEqual(
    new Set(['skipped']),
  );
  expect(tests.at(-1)).toMatchObject({ title: checked, status: 'failed' });
  expect(tests.at(-1)?.failureMessages.join()).toContain('Junction returned no items');
});

test('If the target cannot be reached, every test fails', async () => {
  const { code, tests } = await runDescribed({ baseUrl: 'http://127.0.0.1:1', checks: ['shape'] });
  expect(code).toBe(1);
  expect(new Set(tests.map(({ status }) => status))).toEqual(new Set(['failed']));
  expect(tests[0]?.failureMessages.join()).toContain('Cannot reach http://127.0.0.1:1');
});

test('Tests have the same results in any order, or if only one runs', async () => {
  const shuffled = await runDescribed({}, ['--sequence.shuffle', '--sequence.seed=3']);
  expect(shuffled.code).toBe(0);
  const alone = await runDescribed({}, ['-t', 'Repeated GET']);
  expect(alone.code).toBe(0);
  expect(alone.tests.filter(({ status }) => status === 'passed').map(({ title }) => title)).toEqual([
    'Repeated GET requests return the same answer in the same order',
  ]);
});
