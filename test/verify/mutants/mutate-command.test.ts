import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { mutateCommand } from '../../../cli/mutate.ts';
import { UsageError } from '../../../cli/usage-error.ts';
import { type RunningServer, startServer } from '../../../server/start-server.ts';
import { mutants } from '../../../verify/mutants/mutants.ts';
import { type RunningProcess, startCli } from '../../cli/run-cli.ts';
import { ask } from '../../server/raw-http.ts';
import { listPath, noConnections, validKey } from '../../server/vendor-calls.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

function mutate(...args: readonly string[]): Promise<unknown> {
  return mutateCommand().exitOverride().parseAsync(args, { from: 'user' });
}

/** Runs the command as a process of its own. */
function start(...args: readonly string[]): RunningProcess {
  const running = startCli(['mutate', ...args]);
  closing.push(async () => {
    running.child.kill('SIGKILL');
    await running.ended;
  });
  return running;
}

describe('mutate', () => {
  let server: RunningServer;
  beforeEach(async () => {
    server = await startServer();
    closing.push(() => server.close());
  });

  test.each(['SIGTERM', 'SIGINT'] as const)('breaks one rule until %s', async (signal) => {
    const { child, until, ended } = start(
      '--base-url',
      server.url,
      '--mutant',
      'list-wrapped',
      '--port',
      '0',
    );
    const [line, url = ''] = await until(/^mutating proxy listening on (http:\/\/127\.0\.0\.1:\d+), .*\n/);
    expect(line).toBe(
      `mutating proxy listening on ${url}, in front of ${server.url}: The array is wrapped in an object\n`,
    );
    const broken = await ask(url, {
      path: listPath('open-wearables', noConnections),
      headers: validKey('open-wearables'),
    });
    expect(broken.json).toEqual({ connections: [] });
    child.kill(signal);
    expect(await ended).toEqual({ code: 0, stdout: line, stderr: '' });
  });
});

test('mutate --list prints a line for each mutant', async () => {
  const { code, stdout } = await start('--list').ended;
  expect(code).toBe(0);
  const [head, ...lines] = stdout.trimEnd().split('\n');
  expect(head).toMatch(/^id +row +vendors +title$/);
  expect(lines.map((line) => line.split(/ +/)[0])).toEqual(mutants.map(({ id }) => id));
  expect(lines).toContainEqual(
    expect.stringMatching(/^last-synced-at-omitted +2 +open-wearables +The field last_synced_at is left out/),
  );
});

test.each([
  ['no base URL', ['--mutant', 'no-content'], /--base-url is missing/],
  ['no mutant', ['--base-url', 'http://127.0.0.1'], /--mutant is missing.*--list/],
  [
    'a base URL that is none',
    ['--base-url', 'localhost:4010', '--mutant', 'no-content'],
    /no http or https URL/,
  ],
  [
    'a password in the address',
    ['--base-url', 'http://me:hidden@127.0.0.1', '--mutant', 'no-content'],
    /has a user or a password in it/,
  ],
  [
    'an unknown mutant',
    ['--base-url', 'http://127.0.0.1', '--mutant', 'limit-ignore'],
    /^No mutant is called limit-ignore\. Did you mean limit-ignored\? See --list for all\.$/,
  ],
])('mutate refuses %s in one line', async (_, args, message) => {
  const refusal = await mutate(...args).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(UsageError);
  expect(refusal).toHaveProperty('message', expect.stringMatching(message));
});

test('mutate refuses a port that is taken', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  closing.push(() => new Promise((resolve) => taken.close(resolve)));
  await new Promise((resolve) => taken.once('listening', resolve));
  const { port } = taken.address() as AddressInfo;
  const args = ['--base-url', 'http://127.0.0.1', '--mutant', 'no-content', '--port', String(port)];
  await expect(mutate(...args)).rejects.toThrow(/^Cannot listen: .*EADDRINUSE.*--port or --host/);
});
