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
const requests: Pick<IncomingMessage, 'method' | 'url' | 'headers'>[] = [];
let server: RunningServer;
let target: TinyServer;
let junction: Record<string, string>;

beforeAll(async () => {
  server = await startServer();
  target = await forwarding({
    to: server.url,
    answer: ({ method, url, headers }) => {
      requests.push({ method, url, headers });
      return false;
    },
  });
  junction = { JUNCTION_API_KEY: server.keys.junction };
});
beforeEach(() => {
  requests.length = 0;
});
afterAll(async () => {
  await target.close();
  await server.close();
});

test('the edition of the flag, or otherwise of the configuration, is the contract and has its key header', async () => {
  const seen: IncomingMessage['headers'][] = [];
  const edition = await overHttp(({ headers }, response) => {
    seen.push(headers);
    response.writeHead(200, { 'content-type': 'application/json' }).end('[]');
  });
  const config = file('edition.yaml', 'apis:\n  open-wearables: { edition: 0-6 }\n');
  const own = ['--base-url', edition.url, '--checks', 'meaning.unknown-user'];
  for (const args of [
    ['--config', config],
    ['--api', 'open-wearables', '--edition', 'open-wearables=0-6'],
  ]) {
    const { code, stdout } = await runCli(['verify', ...own, ...args, '--allow-inconclusive'], {
      env: { OPEN_WEARABLES_API_KEY: 'sk-a' },
    });
    expect(stdout).toContain('1 passed, 0 failed');
    expect(code).toBe(0);
  }
  await edition.close();
  expect(new Set(seen.map((headers) => headers['x-open-wearables-api-key']))).toEqual(new Set(['sk-a']));
  expect(seen.flatMap((headers) => headers['x-api-key'] ?? [])).toEqual([]);
});

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const junctionArgs = () => ['verify', '--api', 'junction', '--base-url', target.url, '--user', user];

test('A target that stops responding does not conform, even if its earlier responses did', async () => {
  const silent = await forwarding({
    to: server.url,
    answer: ({ headers }) => headers['x-vital-api-key'] !== server.keys.junction,
  });
  const args = ['--api', 'junction', '--base-url', silent.url, '--user', user, '--allow-inconclusive'];
  const choice = ['--checks', 'authentication', '--timeout', '1'];
  const { code, stdout } = await runCli(['verify', ...args, ...choice], { env: junction });
  await silent.close();
  expect(stdout).toMatch(
    /✗ The target stopped responding in time\. Check the target, or raise --timeout\.\n/,
  );
  expect(code).toBe(1);
});

test('Only GET requests are sent, with the headers of the flags', async () => {
  const { code } = await runCli([...junctionArgs(), '--header', 'X-Team: a', '--header', 'X-Trace: b:c'], {
    env: junction,
  });
  expect(code).toBe(0);
  expect(new Set(requests.map(({ method }) => method))).toEqual(new Set(['GET']));
  expect(requests[0]?.headers).toMatchObject({ 'x-team': 'a', 'x-trace': 'b:c' });
});

test('A key file overrides the environment', async () => {
  const keys = file('keys.env', `# ours\nexport JUNCTION_API_KEY="${server.keys.junction}"\n`);
  const { code } = await runCli([...junctionArgs(), '--key-file', keys], {
    env: { JUNCTION_API_KEY: 'wrong' },
  });
  expect(code).toBe(0);
});

test('Flags override the configuration, which sets the rest', async () => {
  const config = file(
    'verify.yaml',
    `baseUrl: http://127.0.0.1:1
seed: 7
checks: [transport]
apis:
  mielto: {}
  junction:
    users:
      - { id: unknown-user }
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

test('The APIs of the configuration are verified if no flag names any', async () => {
  const config = file(
    'apis.yaml',
    `baseUrl: ${target.url}\nallowInconclusive: true\napis: { junction: {} }\n`,
  );
  const { code, stdout } = await runCli(['verify', '--config', config], { env: junction });
  expect(code).toBe(0);
  expect(stdout).toMatch(/^Verifying .*\nJunction · \d+ checks\n/);
});

test('Several APIs need only their own keys, and use the same user', async () => {
  const env = { ...junction, MIELTO_API_KEY: server.keys.mielto };
  const { code, stdout } = await runCli(
    ['verify', '--api', 'mielto', '--api', 'junction', '--base-url', target.url, '--user', user],
    { env },
  );
  expect(code).toBe(0);
  expect(stdout).toMatch(/\n\d+ passed, 0 failed/);
});

test('A run without items does not pass, unless --allow-inconclusive is set', async () => {
  const empty = ['verify', '--api', 'junction', '--base-url', target.url];
  const { code, stdout } = await runCli([...empty, '--user', '00000000-0000-4000-8000-000000000001'], {
    env: junction,
  });
  expect(code).toBe(1);
  expect(stdout).toMatch(/✗ Junction returned no items, so nothing could be checked\./);
  const allowed = await runCli([...empty, '--allow-inconclusive'], { env: junction });
  expect(allowed.code).toBe(0);
});

test('All report formats have the same outcomes', async () => {
  const [json, junit, sarif] = ['json', 'junit', 'sarif'].map((format) =>
    join(folder, 'reports', `r.${format}`),
  );
  const reports = ['--report', `json=${json}`, `junit=${junit}`, '--report', `sarif=${sarif}`];
  const { code, stdout } = await runCli([...junctionArgs(), ...reports], { env: junction });
  expect(code).toBe(0);
  const passed = Number(/\n(\d+) passed/.exec(stdout)?.[1]);
  expect(JSON.parse(readFileSync(json ?? '', 'utf8')).results.summary.passed).toBe(passed);
  expect(readFileSync(junit ?? '', 'utf8')).toContain('<testsuites');
  expect(JSON.parse(readFileSync(sarif ?? '', 'utf8')).runs).toHaveLength(1);
});

test('The same seed sends the same requests', async () => {
  const run = async (seed: string) => {
    requests.length = 0;
    await runCli([...junctionArgs(), '--seed', seed], { env: junction });
    return requests.map(({ url }) => url);
  };
  const first = await run('5');
  expect(await run('5')).toEqual(first);
  expect(await run('6')).not.toEqual(first);
});

test('Personal values are masked unless --show-values is set', async () => {
  const item = { provider: 'garmin', provider_username: ['john_runner'], scope: ['me@example.com'] };
  const target = await overHttp((_request, response) => response.end(JSON.stringify([item])));
  const run = async (...args: readonly string[]) => {
    const { code, stdout } = await runCli(
      [
        'verify',
        '--api',
        'open-wearables',
        '--base-url',
        target.url,
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
  await target.close();
});

test('The run continues if the reader of its output stops reading', async () => {
  const report = join(folder, 'unread.json');
  const { child, until, ended } = startCli(
    [...junctionArgs(), '--rate-limit', '100', '--report', `json=${report}`],
    {
      env: junction,
    },
  );
  await until(/✓ /);
  child.stdout?.destroy();
  expect(await ended).toMatchObject({ code: 0, stderr: '' });
  expect(JSON.parse(readFileSync(report, 'utf8')).results.summary.failed).toBe(0);
});
