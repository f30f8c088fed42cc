import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../../server/start-server.ts';
import { RateLimiter } from '../../../verify/wire/rate-limiter.ts';
import { runCli } from '../../support/run-cli.ts';
import { forwarding, type TinyServer } from '../../support/tiny-server.ts';

const user = '550e8400-e29b-41d4-a716-446655440000';
let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

interface Arrivals {
  /** When each request arrived, in milliseconds. */
  readonly times: readonly number[];
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs against the server behind a proxy that records each request, and can respond to some of them itself. */
async function arrivals(
  args: readonly string[],
  answer: (count: number) => { status: number; retryAfter?: string } | null = () => null,
): Promise<Arrivals> {
  const times: number[] = [];
  const proxy: TinyServer = await forwarding({
    to: server.url,
    answer: (_request, response) => {
      times.push(performance.now());
      const own = answer(times.length);
      if (own === null) return false;
      const headers = own.retryAfter === undefined ? {} : { 'Retry-After': own.retryAfter };
      response.writeHead(own.status, { 'Content-Type': 'application/json', ...headers });
      response.end('{"detail":"Too many requests"}');
      return true;
    },
  });
  const ended = await runCli(
    ['verify', '--api', 'junction', '--base-url', proxy.url, '--user', user, ...args],
    { env: { JUNCTION_API_KEY: server.keys.junction } },
  );
  await proxy.close();
  return { ...ended, times };
}

function gaps(times: readonly number[]): number[] {
  return times.slice(1).map((time, index) => time - (times[index] ?? 0));
}

test('--max-requests is never exceeded, and a run that reaches it does not pass', async () => {
  const { times, code, stdout } = await arrivals(['--max-requests', '17']);
  expect(times).toHaveLength(17);
  expect(code).toBe(1);
  expect(stdout).toMatch(/\n17 requests in .*\n✗ The run reached its request limit\. Raise --max-requests/);
});

test('--max-requests has no effect if it is high enough', async () => {
  const { code, times, stdout } = await arrivals([]);
  expect(code).toBe(0);
  expect(stdout).toContain(`\n${times.length} requests in `);
  // Repeated requests leave twenty of them to the later checks.
  const limited = await arrivals(['--max-requests', String(times.length + 20)]);
  expect(limited.code).toBe(0);
  expect(limited.times).toHaveLength(times.length);
});

test('--rate-limit spaces requests evenly', async () => {
  const { times, code } = await arrivals(['--rate-limit', '40', '--checks', 'authentication']);
  expect(code).toBe(0);
  expect(times.length).toBeGreaterThan(10);
  const span = (times.at(-1) ?? 0) - (times[0] ?? 0);
  // The first request can be delayed on its way, and the last one not.
  expect(span).toBeGreaterThanOrEqual((times.length - 2) * 25);
});

test('A rate limiter keeps its spacing and its maximum', async () => {
  const rateLimiter = new RateLimiter({ rateLimit: 100, maxRequests: 6 });
  const times: number[] = [];
  for (let turn = 0; turn < 6; turn += 1) {
    await rateLimiter.acquire();
    times.push(performance.now());
  }
  expect(gaps(times).filter((gap) => gap < 10)).toEqual([]);
  await expect(rateLimiter.acquire()).rejects.toMatchObject({ reason: 'request-limit' });
  expect(rateLimiter.sent).toBe(6);
});

describe('A target that asks to wait', () => {
  test.each([429, 503])('with a %d gets the request again after Retry-After', async (status) => {
    const { code, times } = await arrivals([], (count) => (count === 1 ? { status, retryAfter: '1' } : null));
    expect(code).toBe(0);
    expect(gaps(times)[0]).toBeGreaterThanOrEqual(995);
  });

  test('until a date gets the request again after that date', async () => {
    const { code, times } = await arrivals([], (count) =>
      count === 1 ? { status: 503, retryAfter: new Date(Date.now() + 2_000).toUTCString() } : null,
    );
    expect(code).toBe(0);
    expect(gaps(times)[0]).toBeGreaterThanOrEqual(900);
  });

  test('for more than a minute ends the run', async () => {
    const { code, times, stderr } = await arrivals([], () => ({ status: 429, retryAfter: '3600' }));
    expect({ code, requests: times.length }).toEqual({ code: 2, requests: 1 });
    expect(stderr).toMatch(/^connections-contract: .*429.*\n$/);
  });

  test('after each retry ends the run with 2, not with a violation', async () => {
    const { code, times, stdout, stderr } = await arrivals(['--retries', '3'], () => ({
      status: 503,
      retryAfter: '0',
    }));
    expect({ code, requests: times.length }).toEqual({ code: 2, requests: 4 });
    expect(stderr).toMatch(/^connections-contract: The target responded with 503 after 3 retries\. .*\n$/);
    expect(stdout).not.toMatch(/failed/);
  });

  test('later in the run ends it with 2 and with the outcomes so far', async () => {
    const { code, stdout } = await arrivals(['--retries', '0'], (count) =>
      count > 20 ? { status: 429, retryAfter: '0' } : null,
    );
    expect(code).toBe(2);
    expect(stdout).toMatch(/error {5}The target responded with 429/);
    expect(stdout).toMatch(/✗ 1 check could not be run\./);
  });
});
