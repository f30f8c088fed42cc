import { readFileSync, writeFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { defaultWorkspaces } from '../../server/scenarios/default-workspaces.ts';
import { type RunningServer, startServer } from '../../server/start-server.ts';
import { runCli, startCli } from '../support/run-cli.ts';
import { forwarding, overHttp, type TinyServer } from '../support/tiny-server.ts';
import { useFolder } from '../support/use-folder.ts';

const folder = useFolder();
const user = '550e8400-e29b-41d4-a716-446655440000';
const asked: Pick<IncomingMessage, 'method' | 'url' | 'headers'>[] = [];
let server: RunningServer;
let target: TinyServer;
let junction: Record<string, string>;

beforeAll(async () => {
  server = await startServer();
  target = await forwarding({
    to: server.url,
    answer: ({ method, url, headers }) => {
      asked.push({ method, url, headers });
      return false;
    },
  });
  junction = { JUNCTION_API_KEY: server.keys.junction };
});
beforeEach(() => {
  asked.length = 0;
});
afterAll(async () => {
  await target.close();
  await server.close();
});

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const one = () => ['verify', '--api', 'junction', '--base-url', target.url, '--user', user];

test('A target that falls silent has not kept the contract, whatever it has answered before', async () => {
  const silent = await forwarding({
    to: server.url,
    answer: ({ headers }) => headers['x-vital-api-key'] !== server.keys.junction,
  });
  const args = ['--api', 'junction', '--base-url', silent.url, '--user', user, '--allow-inconclusive'];
  const choice = ['--checks', 'authentication', '--timeout', '1'];
  const { code, stdout } = await runCli(['verify', ...args, ...choice], { env: junction });
  await silent.close();
  expect(stdout).toMatch(/✗ The target stopped answering in time\. Look why, or raise --timeout\.\n/);
  expect(code).toBe(1);
});

test('Only GET is sent, with the headers that are given', async () => {
  const { code } = await runCli([...one(), '--header', 'X-Team: a', '--header', 'X-Trace: b:c'], {
    env: junction,
  });
  expect(code).toBe(0);
  expect(new Set(asked.map(({ method }) => method))).toEqual(new Set(['GET']));
  expect(asked[0]?.headers).toMatchObject({ 'x-team': 'a', 'x-trace': 'b:c' });
});

test('A file of keys wins over the environment', async () => {
  const keys = file('keys.env', `# ours\nexport JUNCTION_API_KEY="${server.keys.junction}"\n`);
  const { code } = await runCli([...one(), '--key-file', keys], { env: { JUNCTION_API_KEY: 'wrong' } });
  expect(code).toBe(0);
});

test('Flags win over the configuration, which tells the rest', async () => {
  const config = file(
    'verify.yaml',
    `baseUrl: http://127.0.0.1:1
seed: 7
checks: [transport]
apis:
  mielto: {}
  junction:
    users:
      - { id: nobody }
      - { id: ${user}, expect: { count: 3 } }
    emptyUser: 00000000-0000-4000-8000-000000000001
    secondTenant: { user: 00000000-0000-4000-8000-000000000020 }
`,
  );
  const checks = ['--checks', 'meaning.expected,meaning.empty-user', 'isolation.foreign-user'];
  const args = [
    'verify',
    '--config',
    config,
    '--api',
    'junction',
    '--base-url',
    target.url,
    '--user',
    user,
    ...checks,
  ];
  const env = { ...junction, JUNCTION_SECOND_API_KEY: defaultWorkspaces[1].keys.junction };
  const { code, stdout } = await runCli(args, { env });
  expect(code).toBe(0);
  expect(stdout).toMatch(/\n3 passed, 0 failed\n\d+ requests in .*, seed 7\n/);
});

test('The APIs of the configuration are verified where no flag names any', async () => {
  const config = file(
    'apis.yaml',
    `baseUrl: ${target.url}\nallowInconclusive: true\napis: { junction: {} }\n`,
  );
  const { code, stdout } = await runCli(['verify', '--config', config], { env: junction });
  expect(code).toBe(0);
  expect(stdout).toMatch(/^Verifying .*\nJunction · \d+ checks\n/);
});

test('Several APIs need the keys of these alone, and a user of each', async () => {
  const env = { ...junction, MIELTO_API_KEY: server.keys.mielto };
  const { code, stdout } = await runCli(
    ['verify', '--api', 'mielto', '--api', 'junction', '--base-url', target.url, '--user', user],
    { env },
  );
  expect(code).toBe(0);
  expect(stdout).toMatch(/\n\d+ passed, 0 failed/);
});

test('Not one item to judge is no conformity, unless that is allowed', async () => {
  const empty = ['verify', '--api', 'junction', '--base-url', target.url];
  const { code, stdout } = await runCli([...empty, '--user', '00000000-0000-4000-8000-000000000001'], {
    env: junction,
  });
  expect(code).toBe(1);
  expect(stdout).toMatch(/✗ Not one item of Junction was there to judge\./);
  const allowed = await runCli([...empty, '--allow-inconclusive'], { env: junction });
  expect(allowed.code).toBe(0);
});

test('Every report has the same outcomes', async () => {
  const [json, junit, sarif] = ['json', 'junit', 'sarif'].map((format) =>
    join(folder, 'reports', `r.${format}`),
  );
  const reports = ['--report', `json=${json}`, `junit=${junit}`, '--report', `sarif=${sarif}`];
  const { code, stdout } = await runCli([...one(), ...reports], { env: junction });
  expect(code).toBe(0);
  const passed = Number(/\n(\d+) passed/.exec(stdout)?.[1]);
  expect(JSON.parse(readFileSync(json ?? '', 'utf8')).results.summary.passed).toBe(passed);
  expect(readFileSync(junit ?? '', 'utf8')).toContain('<testsuites');
  expect(JSON.parse(readFileSync(sarif ?? '', 'utf8')).runs).toHaveLength(1);
});

test('The same seed asks the same', async () => {
  const run = async (seed: string) => {
    asked.length = 0;
    await runCli([...one(), '--seed', seed], { env: junction });
    return asked.map(({ url }) => url);
  };
  const first = await run('5');
  expect(await run('5')).toEqual(first);
  expect(await run('6')).not.toEqual(first);
});

test('Personal values are masked unless they are asked for', async () => {
  const item = { provider: 'garmin', provider_username: ['john_runner'], scope: ['me@example.com'] };
  const lying = await overHttp((_request, response) => response.end(JSON.stringify([item])));
  const run = async (...args: readonly string[]) => {
    const { code, stdout } = await runCli(
      [
        'verify',
        '--api',
        'open-wearables',
        '--base-url',
        lying.url,
        '--user',
        user,
        '--checks',
        'shape',
        ...args,
      ],
      { env: { OPEN_WEARABLES_API_KEY: 'any-key' } },
    );
    expect(code).toBe(1);
    return stdout;
  };
  expect(await run()).not.toMatch(/john_runner|me@example\.com/);
  expect(await run('--show-values')).toMatch(/john_runner.*me@example\.com/s);
  await lying.close();
});

test('Whoever stops reading does not break the run', async () => {
  const report = join(folder, 'unread.json');
  const { child, until, ended } = startCli([...one(), '--rate-limit', '100', '--report', `json=${report}`], {
    env: junction,
  });
  await until(/✓ /);
  child.stdout?.destroy();
  expect(await ended).toMatchObject({ code: 0, stderr: '' });
  expect(JSON.parse(readFileSync(report, 'utf8')).results.summary.failed).toBe(0);
});
