import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../server/start-server.ts';
import { runCli } from '../support/run-cli.ts';
import { useFolder } from '../support/use-folder.ts';

const folder = useFolder();
let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  await server.close();
});

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** Arguments of a valid run. */
const validArgs = () => ['--api', 'junction', '--base-url', server.url, '--user', 'u'];
const key = { JUNCTION_API_KEY: 'hidden_key' };

interface Case {
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly error: RegExp;
}

describe('verify ends with 2 and prints one line without a key for', () => {
  test.each<[string, () => Case]>([
    [
      'no API',
      () => ({ args: ['--base-url', server.url], error: /No API is chosen.*--api with open-wearables/ }),
    ],
    [
      'an unknown API',
      () => ({
        args: ['--api', 'hidden'],
        error: /--api: it must be .*mielto or all/,
      }),
    ],
    ['no target', () => ({ args: ['--api', 'all'], error: /No target is set.*--base-url/ })],
    ['an invalid base URL', () => ({ args: ['--base-url', 'hidden'], error: /not an http or https/ })],
    [
      'a base URL with another scheme',
      () => ({ args: ['--base-url', 'file:///hidden'], error: /not an http or https/ }),
    ],
    [
      'a base URL with a password',
      () => ({ args: ['--base-url', 'http://me:hidden@127.0.0.1'], error: /user name or a password/ }),
    ],
    [
      'a base URL with a query',
      () => ({ args: ['--base-url', 'http://127.0.0.1/?key=hidden'], error: /query or a fragment/ }),
    ],
    ['no key', () => ({ args: validArgs(), error: /JUNCTION_API_KEY is not set.*--key-file/ })],
    [
      'an empty key',
      () => ({ args: validArgs(), env: { JUNCTION_API_KEY: ' ' }, error: /JUNCTION_API_KEY is not set/ }),
    ],
    [
      'a key that a header cannot carry',
      () => ({
        args: validArgs(),
        env: { JUNCTION_API_KEY: 'hidden\nkey' },
        error: /JUNCTION_API_KEY contains a character/,
      }),
    ],
    [
      'a second key that a header cannot carry',
      () => ({
        args: validArgs(),
        env: { ...key, JUNCTION_SECOND_API_KEY: 'hidden ключ' },
        error: /JUNCTION_SECOND_API_KEY contains a character/,
      }),
    ],
    [
      'a key file without the key',
      () => ({
        args: [...validArgs(), '--key-file', file('other.env', 'MIELTO_API_KEY=hidden\n')],
        error: /JUNCTION_API_KEY is neither in .*other\.env nor in the environment/,
      }),
    ],
    [
      'a key file that does not exist',
      () => ({
        args: [...validArgs(), '--key-file', join(folder, 'none')],
        error: /it does not exist.*--key-file/,
      }),
    ],
    [
      'a key as a flag',
      () => ({ args: [...validArgs(), '--api-key=hidden'], error: /unknown option '--api-key'/ }),
    ],
    [
      'a key as an argument',
      () => ({ args: [...validArgs(), '--strict', 'hidden'], error: /too many arguments/ }),
    ],
    [
      'a timeout of zero',
      () => ({ args: ['--timeout', '0'], error: /--timeout: it must be a number from 0\.001 to 600\./ }),
    ],
    [
      'an invalid rate',
      () => ({ args: ['--rate-limit', 'fast'], error: /--rate-limit: it must be a number/ }),
    ],
    [
      'a request limit below one',
      () => ({ args: ['--max-requests', '0'], error: /--max-requests: it must be a whole number/ }),
    ],
    [
      'a fractional number of retries',
      () => ({ args: ['--retries', '1.5'], error: /--retries: it must be a whole number from 0 to 10\./ }),
    ],
    ['a seed below zero', () => ({ args: ['--seed', '-1'], error: /--seed: it must be a whole number/ })],
    [
      'an unknown --fail-on level',
      () => ({ args: ['--fail-on', 'hidden'], error: /--fail-on: it must be warning\./ }),
    ],
    [
      'an unknown report format',
      () => ({ args: ['--report', 'html=x'], error: /json=FILE, junit=FILE, sarif=FILE/ }),
    ],
    ['a report without a file', () => ({ args: ['--report', 'json'], error: /has no file/ })],
    ['an empty user', () => ({ args: ['--user', ''], error: /--user: it is blank/ })],
    [
      'a workspace that a header cannot carry',
      () => ({ args: ['--workspace', 'a\nb'], error: /--workspace: It contains a character/ }),
    ],
    [
      'an unknown check',
      () => ({
        args: [...validArgs(), '--checks', 'shaep'],
        env: key,
        error: /Unknown check "shaep".*--list-checks/,
      }),
    ],
    [
      'an unknown check to exclude',
      () => ({
        args: ['--sandbox', '--base-url', server.url, '--exclude-checks', 'x'],
        error: /Unknown check "x"/,
      }),
    ],
    [
      'an unknown check to explain',
      () => ({ args: ['--explain', 'meaning.expeted'], error: /Did you mean meaning\.expected/ }),
    ],
    [
      'users together with --sandbox',
      () => ({
        args: ['--sandbox', '--user', 'u'],
        error: /--sandbox creates its own users.*Leave out --user/,
      }),
    ],
    [
      'a configuration that does not exist',
      () => ({
        args: ['--config', join(folder, 'none.yaml')],
        error: /Cannot read .*none\.yaml: it does not exist/,
      }),
    ],
    ['a configuration that is a folder', () => ({ args: ['--config', folder], error: /it is not a file/ })],
    [
      'a configuration that is a device',
      () => ({ args: ['--config', '/dev/zero'], error: /it is not a file/ }),
    ],
    [
      'a configuration that is too large',
      () => ({
        args: ['--config', file('large.yaml', '#'.repeat(1024 * 1024 + 1))],
        error: /larger than 1 MiB/,
      }),
    ],
    [
      'a configuration that is not UTF-8',
      () => ({
        args: ['--config', file('latin.yaml', Buffer.from([0xe4, 0xff]))],
        error: /it is not UTF-8/,
      }),
    ],
    [
      'a configuration with a typo',
      () => ({
        args: ['--config', file('typo.yaml', 'apis:\n  junction:\n    usres: []\n')],
        error: /^\S+typo\.yaml:3:5: Unknown name `usres`\. Did you mean `users`\?\n$/,
      }),
    ],
    [
      'a configuration with a key',
      () => ({
        args: ['--config', file('key.yaml', 'apis:\n  junction:\n    key: hidden\n')],
        error: /key\.yaml:3:5: This file must not contain keys/,
      }),
    ],
  ])('%s', async (_, testCase) => {
    const { args, env = {}, error } = testCase();
    const { code, stdout, stderr } = await runCli(['verify', ...args], { env });
    expect({ code, stdout, lines: stderr.split('\n').length }).toEqual({ code: 2, stdout: '', lines: 2 });
    expect(stderr).toMatch(error);
    expect(stderr).not.toMatch(/hidden|node_modules|\.ts:\d/);
  });

  test('reports that cannot be written, after it has shown the run', async () => {
    const blocked = file('file', '');
    mkdirSync(join(folder, 'taken'), { recursive: true });
    const { code, stdout, stderr } = await runCli([
      'verify',
      '--sandbox',
      ...['--api', 'junction', '--base-url', server.url],
      ...['--report', `json=${blocked}/r.json`, '--report', `junit=${join(folder, 'taken')}`],
    ]);
    expect(code).toBe(2);
    expect(stdout).toMatch(/The target conforms to the contract\.\n$/);
    expect(stderr).toMatch(
      /^connections-contract: Cannot write the JSON report .* Cannot write the JUnit report .*\n$/,
    );
  });
});
