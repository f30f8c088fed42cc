import { writeFileSync } from 'node:fs';
import { request as sendRequest } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type RunningServer, startServer } from '../../../server/start-server.ts';
import { planRun } from '../../../verify/verify.ts';
import { runCli } from '../../support/run-cli.ts';
import { selfSignedCertificate } from '../../support/self-signed-certificate.ts';
import { type ForwardProxy, startForwardProxy } from '../../support/start-forward-proxy.ts';
import { listening, type TinyServer } from '../../support/tiny-server.ts';
import { useFolder } from '../../support/use-folder.ts';

const folder = useFolder();
const user = '550e8400-e29b-41d4-a716-446655440000';
const name = 'http://api.example.test';
let server: RunningServer;
let proxy: ForwardProxy;
let key: Record<string, string>;

beforeAll(async () => {
  server = await startServer({ allowedHosts: ['api.example.test'] });
  proxy = await startForwardProxy({ to: server.url });
  key = { JUNCTION_API_KEY: server.keys.junction };
});
afterAll(async () => {
  await proxy.close();
  await server.close();
});

const args = (url: string, ...more: readonly string[]) => [
  'verify',
  ...['--api', 'junction', '--base-url', url, '--user', user, ...more],
];
const few = ['--checks', 'authentication.no-key,shape.200'];

describe('Requests for http go through HTTP_PROXY,', () => {
  test('with the limits of a remote target, and a notice names the proxy', async () => {
    const before = proxy.calls.length;
    const more = ['--rate-limit', '1000'];
    const { code, stdout } = await runCli(args(name, ...more), { env: { ...key, HTTP_PROXY: proxy.url } });
    expect(code).toBe(0);
    expect(stdout).toContain(
      `Requests are sent through the proxy ${proxy.url}. This target is remote (not on`,
    );
    const targets = proxy.calls.slice(before).map(({ target }) => target);
    expect(targets).toContain(`${name}/v2/user/providers/${user}`);
    expect(targets.filter((target) => !target.startsWith(`${name}/`))).toEqual([]);
    expect(Number(/(\d+) requests in/.exec(stdout)?.[1])).toBe(targets.length);
  });

  test('without limits if the target is on this machine, and each path is unchanged', async () => {
    const before = proxy.calls.length;
    const { code, stdout } = await runCli(args(server.url), { env: { ...key, HTTP_PROXY: proxy.url } });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Verifying .*\n.*\nRequests are sent through the proxy \S+\.\n/);
    const targets = proxy.calls.slice(before).map(({ target }) => target);
    expect(targets).toEqual(
      expect.arrayContaining([
        `${server.url}//v2/user/providers/${user}`,
        `${server.url}/v2/./user/providers/${user}`,
      ]),
    );
  });

  test('with the user name and the password in its URL, which are not shown', async () => {
    const url = proxy.url.replace('//', '//me:pass%40word@');
    const { code, stdout } = await runCli(args(name, ...few), { env: { ...key, HTTP_PROXY: url } });
    expect(code).toBe(0);
    expect(proxy.calls.at(-1)?.authorization).toBe(`Basic ${btoa('me:pass@word')}`);
    expect(stdout).toContain(`the proxy ${proxy.url}.`);
    expect(stdout).not.toMatch(/pass(?:@|%40)word/);
  });

  test('also those of the sandbox API', async () => {
    const before = proxy.calls.length;
    const choice = ['--sandbox', '--api', 'junction', '--checks', 'shape'];
    const { code } = await runCli(['verify', ...choice, '--base-url', name], {
      env: { http_proxy: proxy.url },
    });
    expect(code).toBe(0);
    expect(proxy.calls[before]).toMatchObject({ method: 'POST', target: `${name}/sandbox/workspaces` });
    expect(proxy.calls.at(-1)).toMatchObject({ method: 'DELETE' });
  });
});

test.each<[string, Readonly<Record<string, string>>]>([
  ['NO_PROXY excludes the target', { NO_PROXY: 'example.com,127.0.0.1' }],
  ['NODE_USE_ENV_PROXY is 0', { NODE_USE_ENV_PROXY: '0' }],
])('No proxy is used if %s', async (_, env) => {
  const before = proxy.calls.length;
  const { code, stdout } = await runCli(args(server.url, ...few), {
    env: { ...key, HTTP_PROXY: proxy.url, ...env },
  });
  expect(code).toBe(0);
  expect(stdout).not.toContain('proxy');
  expect(proxy.calls).toHaveLength(before);
});

describe('Requests for https go through a tunnel of HTTPS_PROXY', () => {
  let secure: TinyServer;
  let tunnels: ForwardProxy;
  let trust: Record<string, string>;

  beforeAll(async () => {
    const certificate = selfSignedCertificate();
    const { hostname, port } = new URL(server.url);
    const tls = createHttpsServer(certificate, (request, response) => {
      const { method, url: path, headers } = request;
      request.pipe(
        sendRequest({ hostname, port, method, path, headers, agent: false }, (reply) => {
          response.writeHead(reply.statusCode ?? 502, reply.rawHeaders);
          reply.pipe(response);
        }),
      );
    });
    secure = await listening(tls, 'https');
    tunnels = await startForwardProxy({ to: secure.url });
    const file = join(folder, 'certificate.pem');
    writeFileSync(file, certificate.cert);
    trust = { ...key, NODE_EXTRA_CA_CERTS: file, HTTPS_PROXY: tunnels.url };
  });
  afterAll(async () => {
    await tunnels.close();
    await secure.close();
  });

  test('whose other end is the target', async () => {
    const { code, stdout } = await runCli(args(secure.url), { env: trust });
    expect(stdout).toMatch(/\n\d+ passed, 0 failed/);
    expect(code).toBe(0);
    const targets = new Set(tunnels.calls.map(({ method, target }) => `${method} ${target}`));
    expect([...targets]).toEqual([`CONNECT ${new URL(secure.url).host}`]);
  });

  test('whose other end must have a trusted certificate for the target', async () => {
    const { code, stderr } = await runCli(args('https://api.example.test'), { env: trust });
    expect(code).toBe(2);
    expect(stderr).toMatch(/through the proxy .*: its certificate is for another host name/);
  });

  test.each([
    [
      502,
      /^.*Cannot reach https:\/\/api\.example\.test through the proxy http:\S+: the proxy did not connect to the server \(502\)\. Check --base-url, that the server is running, and HTTPS_PROXY and NO_PROXY in the environment\.\n$/,
    ],
    [407, /the proxy requires a user name and a password \(407\)\./],
  ])('whose refusal with %i ends the run', async (refuse, error) => {
    const refusing = await startForwardProxy({ to: secure.url, refuse });
    const env = { ...key, HTTPS_PROXY: refusing.url };
    const { code, stderr } = await runCli(args('https://api.example.test'), { env });
    await refusing.close();
    expect(code).toBe(2);
    expect(stderr).toMatch(error);
  });
});

describe('A run ends with 2, and its error names the proxy or its variable,', () => {
  test('if the proxy does not run', async () => {
    const { code, stderr } = await runCli(args(name), { env: { ...key, HTTP_PROXY: 'http://127.0.0.1:1' } });
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /through the proxy http:\/\/127\.0\.0\.1:1: the connection was refused\..*HTTP_PROXY/,
    );
  });

  test('if the proxy requires a password', async () => {
    const refusing = await startForwardProxy({ to: server.url, refuse: 407 });
    const { code, stderr } = await runCli(args(name), { env: { ...key, HTTP_PROXY: refusing.url } });
    await refusing.close();
    expect(code).toBe(2);
    expect(stderr).toMatch(/the proxy requires a user name and a password \(407\)\..*HTTP_PROXY/);
  });

  test('if the variable is not a URL', async () => {
    const { code, stderr } = await runCli(args(name), { env: { ...key, HTTP_PROXY: 'socks5://hidden' } });
    expect(code).toBe(2);
    expect(stderr).toMatch(/HTTP_PROXY is not an http or https URL/);
    expect(stderr).not.toContain('hidden');
  });
});

test('As a library, the environment is read only if Node.js itself uses it', () => {
  const apis = [{ vendor: 'junction', key: 'k', users: [] }] as const;
  vi.stubEnv('HTTP_PROXY', 'http://127.0.0.1:3129');
  vi.stubEnv('http_proxy', undefined);
  vi.stubEnv('NO_PROXY', undefined);
  vi.stubEnv('no_proxy', undefined);
  vi.stubEnv('NODE_USE_ENV_PROXY', undefined);
  expect(planRun({ baseUrl: name, apis }).proxy).toBeNull();
  vi.stubEnv('NODE_USE_ENV_PROXY', '1');
  expect(planRun({ baseUrl: name, apis }).proxy).toBe('http://127.0.0.1:3129');
  const proxyEnvironment = { HTTP_PROXY: 'http://me:hidden@127.0.0.1:3128' };
  expect(planRun({ baseUrl: name, apis, proxyEnvironment }).proxy).toBe('http://127.0.0.1:3128');
  vi.unstubAllEnvs();
});
