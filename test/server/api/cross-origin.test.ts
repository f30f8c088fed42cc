import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contractNames } from '../../../contract/contract.ts';
import { type RunningServer, startServer } from '../../../server/start-server.ts';
import { ask, exchange } from '../../support/raw-http.ts';

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const Origin = 'https://app.example';

/** Sends the preflight of a browser. */
function preflight(path: string, method: string) {
  const asked = { 'Access-Control-Request-Method': method, 'Access-Control-Request-Headers': 'x-api-key' };
  return ask(server.url, { method: 'OPTIONS', path, headers: { Origin, ...asked } });
}

/** The names of the headers that allow pages of another origin. */
function corsHeaders(headers: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(headers).filter((name) => name.startsWith('access-control-'));
}

const open: readonly (readonly [path: string, status: number])[] = [
  ['/api/v1/users/x/connection', 404],
  ['/v2/users/provider/x', 404],
  ['/nothing', 404],
  ['/%zz', 404],
  ['/sandboxes', 404],
  ...contractNames.flatMap((name) => [
    [`/openapi/${name}.json`, 200] as const,
    [`/openapi/${name}.yaml`, 200] as const,
  ]),
  ['/openapi/nothing.yaml', 404],
  ['/healthz', 200],
  ['/readyz', 200],
  ['/', 200],
  ['/docs/nothing', 404],
];

describe('Outside the sandbox API', () => {
  test.each(open)('a page of another origin can read the answer to %s', async (path, status) => {
    const answer = await ask(server.url, { path, headers: { Origin } });
    expect(answer.status).toBe(status);
    expect(answer.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-expose-headers': 'Retry-After,Preference-Applied,X-Request-Id',
    });
  });

  test.each(open)('a page of another origin may request %s with any header and method', async (path) => {
    for (const method of ['GET', 'POST', 'DELETE']) {
      const answer = await preflight(path, method);
      expect(answer.status).toBe(204);
      expect(answer.headers).toMatchObject({
        'access-control-allow-origin': '*',
        'access-control-allow-methods': expect.stringContaining(method),
        'access-control-allow-headers': 'x-api-key',
        'access-control-max-age': '600',
      });
    }
  });

  test('OPTIONS that is not a preflight is a 404', async () => {
    expect((await ask(server.url, { method: 'OPTIONS', path: '/nothing' })).status).toBe(404);
  });

  test.each([
    ['a header that is too large', `GET /nothing HTTP/1.1\r\nHost: a\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`],
    ['a target that is too large', `GET /nothing?${'a'.repeat(20_000)} HTTP/1.1\r\nHost: a\r\n\r\n`],
    ['a wrong header', 'GET http://a/nothing HTTP/1.1\r\nHost: a\r\nfoo bar\r\n\r\n'],
    ['a query about the sandbox', 'GET /?/sandbox HTTP/1.1\r\nHost: a\r\nfoo bar\r\n\r\n'],
  ])('a page can read the answer to a malformed request: %s', async (_, bytes) => {
    expect(await exchange(server.url, bytes)).toMatch(
      /^HTTP\/1\.1 4\d\d [\s\S]*\r\nAccess-Control-Allow-Origin: \*\r\n/,
    );
  });
});

describe('For the sandbox API', () => {
  test.each([
    '/sandbox/scenarios',
    '/sandbox/workspaces',
    '/sandbox',
    '/sandbox/',
    '/sandbox/nothing',
    '/sandbox/%zz',
  ])('a page of another origin is refused: %s', async (path) => {
    for (const method of ['GET', 'POST', 'HEAD']) {
      const answer = await ask(server.url, { method, path, headers: { Origin } });
      expect([answer.status, corsHeaders(answer.headers)]).toEqual([403, []]);
      const asked = await preflight(path, method);
      expect([asked.status, corsHeaders(asked.headers)]).toEqual([403, []]);
      const ofNoPage = await ask(server.url, { method, path });
      expect(corsHeaders(ofNoPage.headers)).toEqual([]);
    }
  });

  test.each([
    `GET /sandbox/x HTTP/1.1\r\nHost: a\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`,
    'GET http://a/sandbox HTTP/1.1\r\nHost: a\r\nfoo bar\r\n\r\n',
    'POST /sandbox?x HTTP/1.1\r\nHost: a\r\nfoo bar\r\n\r\n',
    'HELLO\r\n\r\n',
  ])('a page cannot read the answer to a malformed request: %o', async (bytes) => {
    expect(await exchange(server.url, bytes)).not.toMatch(/access-control/i);
  });
});
