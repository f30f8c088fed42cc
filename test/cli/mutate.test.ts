import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { mutateCommand } from '../../cli/mutate.ts';
import { ExplainedError } from '../../contract/explained-error.ts';
import { mutants } from '../../mutants/catalogue/mutants.ts';
import { type RunningServer, startServer } from '../../server/start-server.ts';
import { ask } from '../support/raw-http.ts';
import { type RunningProcess, startCli } from '../support/run-cli.ts';
import { selfSignedCertificate } from '../support/self-signed-certificate.ts';
import { listening } from '../support/tiny-server.ts';
import { useFolder } from '../support/use-folder.ts';
import { listPath, noConnections, validKey } from '../support/vendor-calls.ts';

const folder = useFolder();
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

function mutate(...args: readonly string[]): Promise<unknown> {
  return mutateCommand().exitOverride().parseAsync(args, { from: 'user' });
}

/** Runs the command in its own process. */
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
      `mutating proxy listening on ${url}, forwarding to ${server.url}: The array is wrapped in an object\n`,
    );
    const broken = await ask(url, {
      path: listPath('open-wearables', noConnections),
      headers: validKey('open-wearables'),
    });
    expect(broken.json).toEqual({ connections: [] });
    child.kill(signal);
    expect(await ended).toEqual({ code: 0, stdout: line, stderr: '' });
  });

  test('breaks the chosen operations instead of the list', async () => {
    const args = ['--base-url', server.url, '--mutant', 'authentication-off', '--port', '0'];
    const { until } = start(...args, '--operations', 'getJunctionUser');
    const [, url = ''] = await until(/^mutating proxy listening on (http:\/\/127\.0\.0\.1:\d+), .*\n/);
    const path = `/v2/user/${noConnections}`;
    // The mutant uses a key that it has seen before.
    await ask(url, { path, headers: validKey('junction') });
    expect((await ask(url, { path })).status).toBe(200);
    expect((await ask(url, { path: listPath('junction', noConnections) })).status).toBe(401);
  });

  test('cannot break an operation that is unknown, or that changes something', async () => {
    const args = ['--base-url', server.url, '--mutant', 'authentication-off', '--operations'];
    await expect(mutate(...args, 'getJunctionUsr')).rejects.toThrow(
      'The mutant authentication-off cannot break the operation getJunctionUsr. Did you mean getJunctionUser?',
    );
    await expect(mutate(...args, 'deleteJunctionUser')).rejects.toThrow(
      /cannot break the operation deleteJunctionUser\./,
    );
  });
});

test('mutate also forwards to https, for changed and unchanged responses', async () => {
  const certificate = selfSignedCertificate();
  const authority = join(folder, 'authority.pem');
  writeFileSync(authority, certificate.cert);
  const urls: string[] = [];
  const upstream = await listening(
    createHttpsServer(certificate, ({ url = '' }, response) => {
      urls.push(url);
      response.writeHead(200, { 'Content-Type': 'application/json' }).end('[]');
    }),
    'https',
  );
  closing.push(() => upstream.close());
  const args = ['mutate', '--base-url', upstream.url, '--mutant', 'list-wrapped', '--port', '0'];
  const running = startCli(args, { env: { NODE_EXTRA_CA_CERTS: authority } });
  closing.push(async () => {
    running.child.kill('SIGKILL');
    await running.ended;
  });
  const [, url = ''] = await running.until(/^mutating proxy listening on (http:\/\/127\.0\.0\.1:\d+), /);
  const list = await ask(url, { path: listPath('open-wearables', noConnections) });
  expect(list.json).toEqual({ connections: [] });
  const other = await ask(url, { path: '/elsewhere' });
  expect(other.json).toEqual([]);
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.write('GET /not\x01tidy HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n');
  expect(String(Buffer.concat(await socket.toArray()))).toMatch(/^HTTP\/1\.1 400 /);
  expect(urls).toEqual([listPath('open-wearables', noConnections), '/elsewhere']);
  running.child.kill('SIGTERM');
  expect(await running.ended).toMatchObject({ code: 0, stderr: '' });
});

test('mutate --list prints one line per mutant', async () => {
  const { code, stdout } = await start('--list').ended;
  expect(code).toBe(0);
  const [head, ...lines] = stdout.trimEnd().split('\n');
  expect(head).toMatch(/^id +group +APIs +title$/);
  expect(lines.map((line) => line.split(/ +/)[0])).toEqual(mutants.map(({ id }) => id));
  expect(lines).toContainEqual(
    expect.stringMatching(
      /^last-synced-at-omitted +shape +open-wearables +The field last_synced_at is left out/,
    ),
  );
});

test.each([
  ['no base URL', ['--mutant', 'no-content'], /--base-url is missing/],
  ['no mutant', ['--base-url', 'http://127.0.0.1'], /--mutant is missing.*--list/],
  [
    'a base URL that is not valid',
    ['--base-url', 'localhost:4010', '--mutant', 'no-content'],
    /not an http or https URL/,
  ],
  [
    'a password in the URL',
    ['--base-url', 'http://me:hidden@127.0.0.1', '--mutant', 'no-content'],
    /contains a user name or a password/,
  ],
  [
    'an unknown mutant',
    ['--base-url', 'http://127.0.0.1', '--mutant', 'limit-ignore'],
    /^Unknown mutant limit-ignore\. Did you mean limit-ignored\? --list prints all mutants\.$/,
  ],
])('mutate rejects %s with one line', async (_, args, message) => {
  const error = await mutate(...args).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ExplainedError);
  expect(error).toHaveProperty('message', expect.stringMatching(message));
});

test('mutate rejects a port that is in use', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  closing.push(() => new Promise((resolve) => taken.close(resolve)));
  await new Promise((resolve) => taken.once('listening', resolve));
  const { port } = taken.address() as AddressInfo;
  const args = ['--base-url', 'http://127.0.0.1', '--mutant', 'no-content', '--port', String(port)];
  await expect(mutate(...args)).rejects.toThrow(
    /^Cannot listen on 127\.0\.0\.1:\d+: the port is in use\. .*--port or PORT/,
  );
});
