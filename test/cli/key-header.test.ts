import { writeFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../server/start-server.ts';
import { runCli } from '../support/run-cli.ts';
import { forwarding, type TinyServer } from '../support/tiny-server.ts';
import { useFolder } from '../support/use-folder.ts';

const folder = useFolder();
const user = '550e8400-e29b-41d4-a716-446655440000';
const token = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJkZXYifQ.c2lnbmF0dXJlLW9mLXRoZS10b2tlbg';
const received: IncomingHttpHeaders[] = [];
let server: RunningServer;
/** Takes the key in X-Team-Key, or a developer's token. */
let renamed: TinyServer;

beforeAll(async () => {
  server = await startServer();
  renamed = await forwarding({
    to: server.url,
    answer: ({ headers }) => {
      received.push({ ...headers });
      const isDeveloper = headers.authorization === `Bearer ${token}`;
      headers['x-api-key'] = isDeveloper
        ? server.keys['open-wearables']
        : String(headers['x-team-key'] ?? '');
      return false;
    },
  });
});
beforeEach(() => {
  received.length = 0;
});
afterAll(async () => {
  await renamed.close();
  await server.close();
});

const args = () => ['verify', '--api', 'open-wearables', '--base-url', renamed.url, '--user', user];

test('With --key-header, another header of the key is one finding', async () => {
  const env = { OPEN_WEARABLES_API_KEY: server.keys['open-wearables'] };
  const { code, stdout } = await runCli([...args(), '--key-header', 'X-Team-Key'], { env });
  expect(code).toBe(1);
  expect(stdout).toMatch(/\n\d+ passed, 1 failed(?!.*inconclusive)/);
  expect(stdout).toMatch(
    /✗ The key is accepted in the documented header\n(?:.*\n){2} +expected +200, as for the key in X-Team-Key\n +got +401 for the key in X-API-Key\n/,
  );
});

test('The configuration names the header for each API', async () => {
  const config = join(folder, 'verify.yaml');
  writeFileSync(config, 'apis:\n  open-wearables: { keyHeader: X-Team-Key }\n');
  const env = { OPEN_WEARABLES_API_KEY: server.keys['open-wearables'] };
  const rest = ['--config', config, '--exclude-checks', 'authentication.key-header'];
  const { code, stdout } = await runCli([...args(), ...rest], { env });
  expect(stdout).toMatch(/\n\d+ passed, 0 failed(?!.*inconclusive)/);
  expect(code).toBe(0);
});

test("A developer's token can replace the key of Open Wearables, and is not shown", async () => {
  const { code, stdout } = await runCli([...args(), '--verbose'], { env: { OPEN_WEARABLES_API_KEY: token } });
  expect(code).toBe(0);
  expect(stdout).toMatch(/\n\d+ passed, 0 failed, 1 inconclusive/);
  expect(stdout).toContain("needs an API key in OPEN_WEARABLES_API_KEY instead of a developer's token");
  expect(received[0]).toMatchObject({ authorization: `Bearer ${token}` });
  expect(received[0]).not.toHaveProperty('x-api-key');
  expect(stdout).not.toContain(token);
});

test.each<[string, readonly string[], RegExp]>([
  [
    'its name',
    [`X-Team-Key: \${TEAM}`],
    /: the header X-Team-Key of --header seems to carry a key\. .*--key-header\.\n/,
  ],
  [
    'all names',
    ['X-Trace: a', `X-Team-Key: \${TEAM}`],
    /: one of the headers X-Trace, X-Team-Key of --header seems to/,
  ],
])('If a header carries the key, one line at the end says so with %s', async (_, headers, line) => {
  const env = { OPEN_WEARABLES_API_KEY: 'another-key', TEAM: server.keys['open-wearables'] };
  const { code, stdout } = await runCli([...args(), ...headers.flatMap((header) => ['--header', header])], {
    env,
  });
  expect(code).toBe(1);
  expect(stdout).toMatch(line);
  expect(stdout.match(/seems to carry a key/g)).toHaveLength(1);
  expect(stdout).not.toContain(server.keys['open-wearables']);
});

test.each<[string, Readonly<Record<string, string>>]>([
  ['a header does not carry it', {}],
  ['the key and the header are refused', { OPEN_WEARABLES_API_KEY: 'another-key' }],
])('No line says so if %s', async (_, changes) => {
  const env = { OPEN_WEARABLES_API_KEY: token, ...changes };
  const { stdout } = await runCli([...args(), '--header', 'X-Trace: a'], { env });
  expect(stdout).not.toContain('seems to carry');
});
