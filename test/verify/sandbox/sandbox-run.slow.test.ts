import { once } from 'node:events';
import { afterEach, describe, expect, test } from 'vitest';
import { editionContracts } from '../../../contract/contract.ts';
import { findMutant } from '../../../mutants/catalogue/mutants.ts';
import { startMutatingProxy } from '../../../mutants/proxy/mutating-proxy.ts';
import { type RunningServer, startServer } from '../../../server/start-server.ts';
import { vendors } from '../../../spec/vendors.ts';
import { memory, postgres } from '../../support/databases.ts';
import * as targets from '../../support/hostile-targets.ts';
import { runCli, startCli } from '../../support/run-cli.ts';
import { forwarding } from '../../support/tiny-server.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function serve(options: Parameters<typeof startServer>[0] = {}): Promise<RunningServer> {
  const server = await startServer(options);
  closing.push(() => server.close());
  return server;
}

async function workspaces({ url }: { readonly url: string }): Promise<string[]> {
  const response = await fetch(`${url}/sandbox/workspaces`);
  const { workspaces: found } = (await response.json()) as { workspaces: { id: string }[] };
  return found.map(({ id }) => id);
}

const initialWorkspaces = ['ws_sandbox', 'ws_second', 'ws_with_editions'];

describe.each([memory, postgres])('On $name', ({ create }) => {
  test('all checks of all APIs pass, and the workspaces are deleted afterwards', async () => {
    const { data, dispose } = await create();
    closing.push(dispose);
    const server = await serve({ data });
    const { code, stdout, stderr } = await runCli(['verify', '--sandbox', '--base-url', server.url]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(
      /\n\d+ passed, 0 failed\n[\d,]+ requests in \d+\.\d s, seed 1\n✓ The target conforms to the contract\.\n$/,
    );
    expect(await workspaces(server)).toEqual(initialWorkspaces);
  });
});

test.each(editionContracts)(
  'all checks of $name pass in workspaces with the edition',
  async ({ vendor, edition }) => {
    const server = await serve();
    const choice = ['--api', vendor, '--edition', edition];
    const { code, stdout } = await runCli(['verify', '--sandbox', '--base-url', server.url, ...choice]);
    expect(stdout).toMatch(/\d+ passed, 0 failed\n/);
    expect(code).toBe(0);
    expect(await workspaces(server)).toEqual(initialWorkspaces);
  },
);

test.each(vendors)('the list of $vendor alone takes fewer than 325 requests', async ({ vendor, list }) => {
  const server = await serve();
  const choice = ['--api', vendor, '--operations', list.operationId];
  const { code, stdout } = await runCli(['verify', '--sandbox', '--base-url', server.url, ...choice]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/\d+ passed, 0 failed\n/);
  expect(Number(/(\d+) requests in/.exec(stdout)?.[1])).toBeLessThan(325);
});

test('An API without a chosen check does not have to return items', async () => {
  const server = await serve();
  const choice = ['--checks', 'mielto.meaning'];
  const { code, stdout } = await runCli(['verify', '--sandbox', '--base-url', server.url, ...choice]);
  expect(stdout).toMatch(/✓ The target conforms to the contract\.\n$/);
  expect(code).toBe(0);
});

test('A run with findings deletes its workspaces and ends with 1', async () => {
  const server = await serve();
  const mutant = findMutant('revoked-left-out') ?? null;
  expect(mutant).not.toBeNull();
  const proxy = await startMutatingProxy({ baseUrl: server.url, mutant });
  closing.push(() => proxy.close());
  const { code, stdout } = await runCli(['verify', '--sandbox', '--base-url', proxy.url]);
  expect(code).toBe(1);
  expect(stdout).toMatch(/✗ \d+ checks? failed\.\n→ --explain /);
  expect(await workspaces(server)).toEqual(initialWorkspaces);
});

test('Two parallel runs do not affect each other', async () => {
  const server = await serve();
  const run = () => runCli(['verify', '--sandbox', '--base-url', server.url]);
  const ends = await Promise.all([run(), run()]);
  expect(ends.map(({ code }) => code)).toEqual([0, 0]);
  expect(await workspaces(server)).toEqual(initialWorkspaces);
});

test('A server with a path prefix is verified', async () => {
  const server = await serve();
  const proxy = await forwarding({ to: server.url, prefix: '/team/a' });
  closing.push(() => proxy.close());
  const { code, stdout } = await runCli(['verify', '--sandbox', '--base-url', `${proxy.url}/team/a/`]);
  expect({ code, stdout }).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('The target conforms to the contract.'),
  });
});

test('A server with a token requires it', async () => {
  const server = await serve({ sandboxToken: 'very-secret' });
  const args = ['verify', '--sandbox', '--api', 'junction', '--base-url', server.url];
  const closed = await runCli(args);
  expect(closed).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/requires a token\. Set SANDBOX_TOKEN/),
  });
  const opened = await runCli(args, { env: { SANDBOX_TOKEN: 'very-secret' } });
  expect(opened.code).toBe(0);
});

test.each(['SIGINT', 'SIGTERM'] as const)('%s during a run deletes its workspaces', async (signal) => {
  const server = await serve();
  const { child, until, ended } = startCli([
    'verify',
    '--sandbox',
    '--base-url',
    server.url,
    '--rate-limit',
    '5',
  ]);
  await until(/✓ /);
  expect(await workspaces(server)).toHaveLength(initialWorkspaces.length + 2);
  child.kill(signal);
  const { code, stdout, stderr } = await ended;
  expect(code).toBe(2);
  expect(stderr).toMatch(
    /^connections-contract: Interrupted after \d+ of \d+ checks, so there is no result\. .*\n$/,
  );
  expect(stdout).not.toMatch(/passed, /);
  expect(await workspaces(server)).toEqual(initialWorkspaces);
});

test('A second signal ends a run at once', async () => {
  const target = await targets.neverAnswers();
  closing.push(() => target.close());
  const { child } = startCli(['verify', '--sandbox', '--base-url', target.url, '--timeout', '600']);
  await target.visited;
  child.kill('SIGINT');
  // Signals that arrive together count as one, so it is sent until the first one has been handled.
  const again = setInterval(() => child.kill('SIGTERM'), 20);
  const [code, signal] = await once(child, 'exit');
  clearInterval(again);
  expect({ code, signal }).toEqual({ code: null, signal: 'SIGTERM' });
});

test('A server that dies during a run is a network error, not a violation', async () => {
  const server = startCli(['serve', '--port', '0']);
  const [, url = ''] = await server.until(/listening on (\S+)/);
  const { until, ended } = startCli(['verify', '--sandbox', '--base-url', url, '--rate-limit', '20']);
  await until(/✓ /);
  server.child.kill('SIGKILL');
  await server.ended;
  const { code, stderr } = await ended;
  expect({ code, lines: stderr.split('\n').length }).toEqual({ code: 2, lines: 2 });
  expect(stderr).toMatch(/^connections-contract: Cannot reach /);
});

describe('If the sandbox API cannot be used, one line reports', () => {
  test.each<[string, { target: () => Promise<targets.HostileTarget>; message: RegExp }]>([
    ['a target that is not running', { target: targets.notRunning, message: /Cannot reach/ }],
    ['a target that never responds', { target: targets.neverAnswers, message: /did not respond in time/ }],
    [
      'a target without a sandbox API',
      { target: targets.redirectsToItself, message: /responded with 302.*Use --sandbox only/ },
    ],
    [
      'a target with an endless body',
      { target: targets.endlessBody, message: /responded with 200.*Use --sandbox only/ },
    ],
    ['a target that sends garbage', { target: targets.garbage, message: /Cannot reach/ }],
  ])('%s', async (_, { target: start, message }) => {
    const target = await start();
    closing.push(() => target.close());
    const ended = await runCli(['verify', '--sandbox', '--base-url', target.url, '--timeout', '0.5']);
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toMatch(/^connections-contract: .*\n$/);
    expect(ended.stderr).toMatch(message);
  });
});

test('Created workspaces are deleted if one of them cannot be created', async () => {
  const server = await serve();
  let created = 0;
  const failing = await forwarding({
    to: server.url,
    answer: ({ method }, response) => {
      if (method === 'POST') created += 1;
      if (method === 'POST' && created === 3) response.writeHead(503).end('{}');
      return method === 'POST' && created === 3;
    },
  });
  closing.push(() => failing.close());
  const ended = await runCli(['verify', '--sandbox', '--base-url', failing.url]);
  expect(ended).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/^.*it responded with 503\. Check its log.*\n$/),
  });
  expect(await workspaces(server)).toEqual(initialWorkspaces);
});
