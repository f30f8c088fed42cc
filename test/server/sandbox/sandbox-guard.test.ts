import type { OutgoingHttpHeaders } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type RunningServer, startServer } from '../../../server/start-server.ts';
import { ask } from '../../support/raw-http.ts';
import { createResponseCheck } from '../../support/response-check.ts';

const token = 'a-token-of-the-sandbox';
let open: RunningServer;
let guarded: RunningServer;
beforeAll(async () => {
  open = await startServer({ allowedHosts: ['Sandbox.Example'] });
  guarded = await startServer({ sandboxToken: token });
});
afterAll(() => Promise.all([open.close(), guarded.close()]));

const checkResponse = createResponseCheck('sandbox.yaml');
const path = '/sandbox/scenarios';

async function status(server: RunningServer, headers: OutgoingHttpHeaders): Promise<number> {
  const answer = await ask(server.url, { path, headers });
  expect(await checkResponse({ method: 'get', path }, answer)).toEqual([]);
  return answer.status;
}

describe('the sandbox API', () => {
  test.each([
    '127.0.0.1',
    '127.0.0.1:80',
    '127.8.8.8',
    'localhost:4010',
    'LOCALHOST',
    '[::1]:4010',
    'sandbox.example',
    'SANDBOX.EXAMPLE:8080',
  ])('accepts the host %s', async (Host) => {
    expect(await status(open, { Host })).toBe(200);
  });

  test.each([
    'evil.com',
    '127.0.0.1.evil.com',
    'localhost.evil.com',
    'evil.com:127.0.0.1',
    '127.0.0.1@evil.com',
    '127.0.0.1.',
    '2130706433',
    '0.0.0.0',
    '[::]',
    'sandbox.example.evil.com',
    'notsandbox.example',
    ' ',
  ])('refuses the host %s', async (Host) => {
    expect(await status(open, { Host })).toBe(403);
  });

  test('accepts pages of its own origin', async () => {
    expect(await status(open, { Origin: open.url })).toBe(200);
    expect(await status(open, { Host: 'sandbox.example', Origin: 'https://sandbox.example' })).toBe(200);
  });

  test.each([
    'null',
    '',
    'https://evil.com',
    'http://127.0.0.1:1',
    'http://127.0.0.1',
    'http://localhost.evil.com',
  ])('refuses pages of the origin %o', async (Origin) => {
    expect(await status(open, { Origin })).toBe(403);
  });

  test('sends no CORS headers', async () => {
    for (const method of ['GET', 'OPTIONS', 'DELETE']) {
      const headers = { Origin: open.url, 'Access-Control-Request-Method': 'POST' };
      const answer = await ask(open.url, { method, path, headers });
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
    }
  });
});

describe('a sandbox API with a token', () => {
  test.each([
    ['the token', `Bearer ${token}`, 200],
    ['the token after a scheme in lower case', `bearer ${token}`, 200],
    ['nothing', undefined, 401],
    ['an empty header', '', 401],
    ['only the scheme', 'Bearer', 401],
    ['only the token', token, 401],
    ['another scheme', `Basic ${token}`, 401],
    ['the beginning of the token', `Bearer ${token.slice(0, -1)}`, 401],
    ['the token followed by a character', `Bearer ${token}x`, 401],
    ['the token in another case', `Bearer ${token.toUpperCase()}`, 401],
    ['two tokens', `Bearer ${token} ${token}`, 401],
    ["a vendor's key", 'Bearer mielto_sandbox_token', 401],
  ])('checks the token: %s', async (_, Authorization, expected) => {
    expect(await status(guarded, Authorization === undefined ? {} : { Authorization })).toBe(expected);
  });

  test('gives the same answer to every wrong token, on every path', async () => {
    const answers = await Promise.all(
      ['/sandbox/scenarios', '/sandbox/workspaces/ws_sandbox', '/sandbox/nothing', '/sandbox'].flatMap(
        (target) =>
          [{}, { Authorization: 'Bearer x' }, { Authorization: `Bearer ${token}x` }].map((headers) =>
            ask(guarded.url, { path: target, headers }),
          ),
      ),
    );
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]?.headers['www-authenticate']).toBe('Bearer');
  });

  test.each(['json', 'yaml'])('requires the token in the contract at /openapi/sandbox.%s', async (type) => {
    const [withToken, without] = await Promise.all(
      [guarded, open].map(async ({ url }) => (await ask(url, { path: `/openapi/sandbox.${type}` })).text),
    );
    const openContract = parse(without ?? '');
    const { servers, ...contract } = parse(withToken ?? '');
    expect({ ...contract, servers: openContract.servers }).toEqual({
      ...openContract,
      security: [{ SandboxToken: [] }],
    });
    expect(servers[0].url).toBe(guarded.url);
    expect(openContract).toMatchObject({ security: [{ SandboxToken: [] }, {}] });
  });

  test('looks at the host before the token', async () => {
    expect(await status(guarded, { Host: 'evil.com' })).toBe(403);
  });
});

describe('a server that others can reach', () => {
  test.each([
    ['0.0.0.0', /SANDBOX_TOKEN/],
    ['::', /SANDBOX_TOKEN/],
    ['192.0.2.1', /this machine does not have this address/],
    ['host.invalid', /this machine does not have this address/],
  ])('does not start on %s without a token', async (host, reason) => {
    for (const sandboxToken of [undefined, '', ' ']) {
      const start = startServer({ host, ...(sandboxToken === undefined ? {} : { sandboxToken }) });
      await expect(start).rejects.toMatchObject({
        constructor: expect.objectContaining({ name: 'StartError' }),
        message: expect.stringMatching(reason),
      });
    }
  });

  test('starts with a token', async () => {
    const server = await startServer({ host: '0.0.0.0', sandboxToken: token });
    const local = server.url.replace('0.0.0.0', '127.0.0.1');
    expect((await ask(local, { path })).status).toBe(401);
    expect((await ask(local, { path, headers: { Authorization: `Bearer ${token}` } })).status).toBe(200);
    await server.close();
  });
});
