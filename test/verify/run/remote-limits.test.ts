import type { IncomingMessage } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../../server/start-server.ts';
import { runCli } from '../../support/run-cli.ts';
import { type ForwardProxy, startForwardProxy } from '../../support/start-forward-proxy.ts';
import { forwarding, type TinyServer } from '../../support/tiny-server.ts';

const user = '550e8400-e29b-41d4-a716-446655440000';
const requests: Pick<IncomingMessage, 'url' | 'headers'>[] = [];
let server: RunningServer;
let target: TinyServer;
let proxy: ForwardProxy;
let env: Record<string, string>;

beforeAll(async () => {
  server = await startServer({ allowedHosts: ['api.example.test'] });
  target = await forwarding({
    to: server.url,
    answer: ({ url, headers }) => {
      requests.push({ url, headers });
      return false;
    },
  });
  // The proxy sends requests for any host to the target, so that a host name that is not on loopback can be used.
  proxy = await startForwardProxy({ to: target.url });
  env = { JUNCTION_API_KEY: server.keys.junction, HTTP_PROXY: proxy.url };
});
beforeEach(() => {
  requests.length = 0;
});
afterAll(async () => {
  await proxy.close();
  await target.close();
  await server.close();
});

describe('A target that is not on loopback', () => {
  const remoteUrl = 'http://api.example.test';
  const args = ['verify', '--api', 'junction', '--base-url', remoteUrl, '--user', user];

  test('gets few and slow requests without hostile input, and a notice says so first', async () => {
    const { code, stdout } = await runCli([...args, '--rate-limit', '1000'], { env });
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^Verifying .*\n.*\nRequests are sent .*\. This target is remote \(not on loopback\), so safe limits apply: at most 100 requests, 1000 per second, without \d+ checks/,
    );
    expect(requests.length).toBeLessThanOrEqual(100);
    expect(requests.filter(({ url }) => /%00|%2f|script/i.test(url ?? ''))).toEqual([]);
    const keys = new Set(requests.map(({ headers }) => String(headers['x-vital-api-key'])));
    expect(keys.size).toBeLessThanOrEqual(5);
  });

  test('gets two requests per second by default', async () => {
    const began = performance.now();
    await runCli([...args, '--max-requests', '3'], { env });
    expect(requests).toHaveLength(3);
    expect(performance.now() - began).toBeGreaterThan(1_000);
  });

  test('gets all requests with --intrusive, and a notice says so first', async () => {
    const { code, stdout } = await runCli([...args, '--intrusive'], { env });
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^Verifying .*\n.*\nRequests are sent .*\. This target is remote \(not on loopback\), and no safe limits apply: the run sends up to \d+ requests, .* hostile ids .* \d+ wrong or missing keys\. It sends only GET requests\.\n/,
    );
    expect(requests.length).toBeGreaterThan(40);
  });

  test('gets all requests with --sandbox, because it is a test server', async () => {
    const { code, stdout } = await runCli(['verify', '--sandbox', '--base-url', remoteUrl], { env });
    expect(code).toBe(0);
    expect(stdout).toMatch(/\n\d+ passed, 0 failed\n/);
  });
});
