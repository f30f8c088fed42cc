import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../../server/start-server.ts';
import { vendorNames } from '../../../spec/vendors.ts';
import { exchange } from '../../support/raw-http.ts';
import { listPath, noConnections, validKey } from '../../support/vendor-calls.ts';

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const noHost = 'The request has no Host header';
const severalHosts = 'The request has several Host headers';
const unknownExpectation = 'The only supported expectation is 100-continue';

const faults: readonly (readonly [what: string, lines: readonly string[], status: number, detail: string])[] =
  [
    ['no Host', [], 400, noHost],
    ['two different Hosts', ['Host: localhost', 'host: evil.example'], 400, severalHosts],
    ['the same Host twice', ['Host: localhost', 'HOST: localhost'], 400, severalHosts],
    ['an unknown expectation', ['Host: localhost', 'Expect: magic'], 417, unknownExpectation],
  ];

interface Answer {
  readonly status: number;
  readonly head: string;
  readonly json: unknown;
}

/** Sends a GET with these header lines only. */
async function get(target: string, lines: readonly string[], version = '1.1'): Promise<Answer> {
  const head = [`GET ${target} HTTP/${version}`, ...lines, 'Connection: close'].join('\r\n');
  const answer = await exchange(server.url, `${head}\r\n\r\n`);
  const [headers = '', body = ''] = answer.split('\r\n\r\n');
  return { status: Number(headers.slice(9, 12)), head: headers, json: JSON.parse(body) };
}

describe.each(faults)('a request with %s', (_, lines, status, detail) => {
  test.each(vendorNames)('is refused in the shape of %s', async (vendor) => {
    const path = listPath(vendor, noConnections);
    const key = Object.entries(validKey(vendor)).map(([name, value]) => `${name}: ${value}`);
    // The second time, an answer to the same path is cached.
    for (let round = 0; round < 2; round += 1) {
      const refused = await get(path, [...lines, ...key]);
      expect(refused).toMatchObject({ status, json: { detail } });
      expect(refused.head).toMatch(/\r\nContent-Type: application\/json\r\n/);
      expect(refused.head).toMatch(/\r\nX-Request-Id: /);
      expect((await get(path, ['Host: localhost', ...key])).status).toBe(200);
    }
  });

  test('is refused in the shape of the sandbox API', async () => {
    const refused = await get('/sandbox/workspaces', lines);
    const title = status === 400 ? 'Bad Request' : 'Expectation Failed';
    expect(refused.json).toEqual({ type: 'about:blank', title, status, detail: `${detail}.` });
    expect(refused.status).toBe(status);
    expect(refused.head).toMatch(/\r\nContent-Type: application\/problem\+json\r\n/);
  });

  test.each(['/', '/healthz', '/unknown'])('is refused at %s', async (path) => {
    expect(await get(path, lines)).toMatchObject({ status, json: { detail } });
  });
});

test.each(['http', 'HTTPS', 'ftp'])(
  'a target of another host than Host, with the scheme %s, is refused by the sandbox API',
  async (scheme) => {
    for (const authority of ['evil.example', 'localhost@evil.example', '']) {
      const refused = await get(`${scheme}://${authority}/sandbox/workspaces`, ['Host: localhost']);
      expect(refused.status).not.toBe(200);
      if (authority === 'evil.example') {
        const detail = 'The request target and the Host header name different hosts.';
        expect(refused).toMatchObject({ status: 400, json: { title: 'Bad Request', detail } });
      }
    }
  },
);

test('the sandbox API accepts a target of the host in Host, if it is a name of the server', async () => {
  expect((await get('http://LOCALHOST:80/sandbox/workspaces', ['Host: localhost:80'])).status).toBe(200);
  expect((await get('http://evil.example/sandbox/workspaces', ['Host: evil.example'])).status).toBe(403);
});

test('a request of HTTP/1.0 needs no Host, and its Expect is ignored', async () => {
  expect((await get('/healthz', ['Expect: magic'], '1.0')).status).toBe(200);
});
