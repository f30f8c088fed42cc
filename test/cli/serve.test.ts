import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { type ProcessOptions, type RunningProcess, startCli, startProcess } from '../support/run-cli.ts';
import { refusesNewConnections } from './refuses-new-connections.ts';

const started: RunningProcess[] = [];

afterEach(async () => {
  for (const { child, ended } of started.splice(0)) {
    child.kill('SIGKILL');
    await ended;
  }
});

async function serve(
  args: string[] = [],
  options: ProcessOptions = {},
): Promise<RunningProcess & { url: string }> {
  const running = startCli(['serve', '--port', '0', ...args], options);
  started.push(running);
  const [, url = ''] = await running.until(/listening on (\S+)/);
  await running.until(/Data {2}.*\n/);
  return { ...running, url };
}

test('serve prints three curl commands that work unchanged', async () => {
  const { stdout } = await serve();
  const curls = [...stdout().matchAll(/curl -H '([\w-]+): ([^']+)' (\S+)/g)];
  expect(curls).toHaveLength(3);
  for (const [, name = '', value = '', url = ''] of curls) {
    const response = await fetch(url, { headers: { [name]: value } });
    expect(response.status).toBe(200);
  }
});

test('serve listens on the address in PORT and HOST', async () => {
  const running = startCli(['serve'], { env: { PORT: '0', HOST: '127.0.0.2' } });
  started.push(running);
  const [url = ''] = await running.until(/http:\/\/127\.0\.0\.2:\d+/);
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
});

test('serve treats blank variables as not set', async () => {
  const blank = { HOST: '', DATA: ' ', LOG_LEVEL: '', SANDBOX_TOKEN: '', PORT: '' };
  const { url } = await serve([], { env: blank });
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:/);
  expect((await fetch(`${url}/sandbox/scenarios`)).status).toBe(200);
});

test.each(['SIGTERM', 'SIGINT'] as const)('serve exits with 0 after %s', async (signal) => {
  const { child, ended } = await serve();
  child.kill(signal);
  expect(await ended).toMatchObject({ code: 0, stderr: '' });
});

test('npm start exits when npm gets a signal to stop', async () => {
  const npm = startProcess('npm', ['start'], { env: { PORT: '0' } });
  started.push(npm);
  const [, url = ''] = await npm.until(/listening on (\S+)/);
  await npm.until(/Data {2}.*\n/);
  npm.child.kill('SIGTERM');
  await npm.ended;
  const { hostname, port } = new URL(url);
  await refusesNewConnections(Number(port), hostname);
});

test('serve completes the current request before it stops', async () => {
  const { child, ended, url } = await serve();
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname).setEncoding('utf8');
  await once(socket, 'connect');
  let answer = '';
  socket.on('data', (text: string) => {
    answer += text;
  });
  const body = '{"name":"slow"}';
  const head = `POST /sandbox/workspaces HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${body.length}`;
  socket.write(`${head}\r\nExpect: 100-continue\r\n\r\n${body.slice(0, 4)}`);
  await once(socket, 'data');
  child.kill('SIGTERM');
  await refusesNewConnections(Number(port), hostname);
  socket.write(body.slice(4));
  await once(socket, 'close');
  expect(answer).toMatch(/HTTP\/1\.1 201 Created/);
  expect(await ended).toMatchObject({ code: 0 });
});

test('Data in --data FILE is kept if the process is killed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'connections-cli-'));
  const file = join(folder, 'kept.sqlite');
  const first = await serve(['--data', file]);
  const made = await fetch(`${first.url}/sandbox/workspaces`, { method: 'POST' });
  const { id } = (await made.json()) as { id: string };
  first.child.kill('SIGKILL');
  await first.ended;
  const second = await serve(['--data', file]);
  expect((await fetch(`${second.url}/sandbox/workspaces/${id}`)).status).toBe(200);
  second.child.kill('SIGTERM');
  await second.ended;
  rmSync(folder, { recursive: true });
});

test.each<[string, string[], Record<string, string>, number]>([
  ['normal by default', [], {}, 1],
  ['full with --durability full', ['--durability', 'full'], {}, 2],
  ['full with DURABILITY=full', [], { DURABILITY: 'full' }, 2],
])('Changes to --data FILE are as durable as set: %s', async (_, args, env, synchronous) => {
  const folder = mkdtempSync(join(tmpdir(), 'connections-cli-'));
  const showSetting = `import { DatabaseSync } from 'node:sqlite';
    const { close } = DatabaseSync.prototype;
    DatabaseSync.prototype.close = function () {
      console.error(JSON.stringify(this.prepare('pragma synchronous').get()));
      close.call(this);
    };`;
  const nodeArgs = ['--import', `data:text/javascript,${encodeURIComponent(showSetting)}`];
  const { child, ended } = await serve(['--data', join(folder, 'x.sqlite'), ...args], { env, nodeArgs });
  child.kill('SIGTERM');
  expect(await ended).toMatchObject({ code: 0, stderr: `${JSON.stringify({ synchronous })}\n` });
  rmSync(folder, { recursive: true });
});

test('With SANDBOX_TOKEN the sandbox API requires the token', async () => {
  const { url } = await serve([], { env: { SANDBOX_TOKEN: 'very-secret' } });
  const ask = (headers: Record<string, string>) => fetch(`${url}/sandbox/scenarios`, { headers });
  expect((await ask({})).status).toBe(401);
  expect((await ask({ authorization: 'Bearer very-secret' })).status).toBe(200);
});

test('The log is JSON with one line per request, and does not contain the key', async () => {
  const { url, until, stdout } = await serve();
  const path = '/v2/user/providers/00000000-0000-4000-8000-000000000001?api_key=sk_us_sandbox_key';
  await fetch(url + path, { headers: { 'x-vital-api-key': 'sk_us_sandbox_key' } });
  const [line] = await until(/^\{.*"status":200.*\}$/m);
  expect(JSON.parse(line)).toMatchObject({ method: 'GET', status: 200, path: path.split('?')[0] });
  expect(
    stdout()
      .split('\n')
      .filter((text) => text.startsWith('{'))
      .join(),
  ).not.toContain('sandbox_key');
});
