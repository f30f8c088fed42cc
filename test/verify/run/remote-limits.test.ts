import type { IncomingMessage } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../../server/start-server.ts';
import { runCli } from '../../support/run-cli.ts';
import { forwarding, type TinyServer } from '../../support/tiny-server.ts';

const user = '550e8400-e29b-41d4-a716-446655440000';
const asked: Pick<IncomingMessage, 'url' | 'headers'>[] = [];
let server: RunningServer;
let target: TinyServer;
let junction: Record<string, string>;

beforeAll(async () => {
  server = await startServer({ allowedHosts: ['0.0.0.0'] });
  target = await forwarding({
    to: server.url,
    answer: ({ url, headers }) => {
      asked.push({ url, headers });
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

describe('A target that is not on loopback', () => {
  // Every system takes it for this machine, and yet it is none of the names of loopback.
  const elsewhere = () => target.url.replace('127.0.0.1', '0.0.0.0');
  const args = () => ['verify', '--api', 'junction', '--base-url', elsewhere(), '--user', user];

  test('is spared: few requests, slowly, none of them hostile, and the run says so first', async () => {
    const { code, stdout } = await runCli([...args(), '--rate-limit', '1000'], { env: junction });
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^Verifying .*\n.*\nThis target is not on loopback, and is spared: at most 100 requests, 1000 a second, without \d+ checks/,
    );
    expect(asked.length).toBeLessThanOrEqual(100);
    expect(asked.filter(({ url }) => /%00|%2f|script/i.test(url ?? ''))).toEqual([]);
    const keys = new Set(asked.map(({ headers }) => String(headers['x-vital-api-key'])));
    expect(keys.size).toBeLessThanOrEqual(5);
  });

  test('is asked twice a second where nothing is said', async () => {
    const began = performance.now();
    await runCli([...args(), '--max-requests', '3'], { env: junction });
    expect(asked).toHaveLength(3);
    expect(performance.now() - began).toBeGreaterThan(1_000);
  });

  test('gets everything with --intrusive, and the run says so first', async () => {
    const { code, stdout } = await runCli([...args(), '--intrusive'], { env: junction });
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^Verifying .*\n.*\nThis target is not on loopback, and is not spared: it is sent up to \d+ requests, .* hostile ids .* \d+ wrong or missing keys\. Only GET is sent\.\n/,
    );
    expect(asked.length).toBeGreaterThan(40);
  });

  test('that is this project’s own is not remoteLimits, for the sandbox is open', async () => {
    const { code, stdout } = await runCli([
      'verify',
      '--sandbox',
      '--base-url',
      server.url.replace('127.0.0.1', '0.0.0.0'),
    ]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/\n\d+ passed, 0 failed\n/);
  });
});
