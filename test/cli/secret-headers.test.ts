import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../server/start-server.ts';
import { runCli } from '../support/run-cli.ts';
import { forwarding, type TinyServer } from '../support/tiny-server.ts';
import { useFolder } from '../support/use-folder.ts';

const folder = useFolder();
const user = '550e8400-e29b-41d4-a716-446655440000';
const received: (string | undefined)[] = [];
let server: RunningServer;
/** Requires a password, and repeats it with its refusal. */
let gate: TinyServer;

beforeAll(async () => {
  server = await startServer();
  gate = await forwarding({
    to: server.url,
    answer: ({ headers }, response) => {
      received.push(headers.authorization);
      if (headers.authorization === 'Basic c2VjcmV0LWdhdGU=') return false;
      response.writeHead(403, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify({ detail: `refused ${headers.authorization}` }));
      return true;
    },
  });
});
beforeEach(() => {
  received.length = 0;
});
afterAll(async () => {
  await gate.close();
  await server.close();
});

const args = (...more: readonly string[]) => [
  ...['verify', '--api', 'junction', '--base-url', gate.url, '--user', user, '--checks', 'shape'],
  ...more,
];
const header = ['--header', `Authorization: Basic \${GATE}`];

test('A variable in the value of a header is replaced from the environment', async () => {
  const env = { JUNCTION_API_KEY: server.keys.junction, GATE: 'c2VjcmV0LWdhdGU=' };
  const { code, stderr } = await runCli(args(...header), { env });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(new Set(received)).toEqual(new Set(['Basic c2VjcmV0LWdhdGU=']));
});

test('A variable in a header of the configuration is replaced from the key file, before the environment', async () => {
  const config = join(folder, 'verify.yaml');
  writeFileSync(config, `headers:\n  Authorization: Basic \${GATE}\n  X-Price: $5 \${ }\n`);
  const keys = join(folder, 'keys.env');
  writeFileSync(keys, `JUNCTION_API_KEY=${server.keys.junction}\nGATE=c2VjcmV0LWdhdGU=\n`);
  const { code } = await runCli(args('--config', config, '--key-file', keys), { env: { GATE: 'another' } });
  expect(code).toBe(0);
});

test('The value of a variable is in no report, also if it is short', async () => {
  const report = join(folder, 'report.json');
  const env = { JUNCTION_API_KEY: server.keys.junction, GATE: 'q7x!' };
  const { code, stdout } = await runCli(args(...header, '--verbose', '--report', `json=${report}`), { env });
  expect(code).toBe(1);
  expect(received).toContain('Basic q7x!');
  expect(stdout).toContain('[as given by --header]');
  expect(stdout + readFileSync(report, 'utf8')).not.toContain('q7x!');
});
