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

/** What makes a run that would go well. */
const whole = () => ['--api', 'junction', '--base-url', server.url, '--user', 'u'];
const key = { JUNCTION_API_KEY: 'hidden_key' };

interface Scene {
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly says: RegExp;
}

describe('verify ends with 2 and one clear line, without a key, for', () => {
  test.each<[string, () => Scene]>([
    [
      'no API',
      () => ({ args: ['--base-url', server.url], says: /No API is named.*--api with open-wearables/ }),
    ],
    [
      'an API that nobody knows',
      () => ({
        args: ['--api', 'hidden'],
        says: /--api: it has to be open-wearables, junction, mielto or all/,
      }),
    ],
    ['no target', () => ({ args: ['--api', 'all'], says: /No target is named.*--base-url/ })],
    ['a base URL that is none', () => ({ args: ['--base-url', 'hidden'], says: /no http or https URL/ })],
    [
      'a base URL of another scheme',
      () => ({ args: ['--base-url', 'file:///hidden'], says: /no http or https/ }),
    ],
    [
      'a base URL with a password',
      () => ({ args: ['--base-url', 'http://me:hidden@127.0.0.1'], says: /user or a password/ }),
    ],
    [
      'a base URL with a query',
      () => ({ args: ['--base-url', 'http://127.0.0.1/?key=hidden'], says: /query or a fragment/ }),
    ],
    ['no key', () => ({ args: whole(), says: /JUNCTION_API_KEY is not set.*--key-file/ })],
    [
      'a key that is empty',
      () => ({ args: whole(), env: { JUNCTION_API_KEY: ' ' }, says: /JUNCTION_API_KEY is not set/ }),
    ],
    [
      'a key that no header can carry',
      () => ({
        args: whole(),
        env: { JUNCTION_API_KEY: 'hidden\nkey' },
        says: /JUNCTION_API_KEY has a character/,
      }),
    ],
    [
      'a second key that no header can carry',
      () => ({
        args: whole(),
        env: { ...key, JUNCTION_SECOND_API_KEY: 'hidden ключ' },
        says: /JUNCTION_SECOND_API_KEY has a character/,
      }),
    ],
    [
      'a key file without the key',
      () => ({
        args: [...whole(), '--key-file', file('other.env', 'MIELTO_API_KEY=hidden\n')],
        says: /JUNCTION_API_KEY is neither in .*other\.env nor in the environment/,
      }),
    ],
    [
      'a key file that is not there',
      () => ({ args: [...whole(), '--key-file', join(folder, 'none')], says: /no such file.*--key-file/ }),
    ],
    [
      'a key as a flag',
      () => ({ args: [...whole(), '--api-key=hidden'], says: /unknown option '--api-key'/ }),
    ],
    ['a key as a word', () => ({ args: [...whole(), '--strict', 'hidden'], says: /too many arguments/ })],
    [
      'a header that carries a key',
      () => ({ args: ['--header', 'x-vital-api-key: hidden'], says: /header of a key.*JUNCTION_API_KEY/ }),
    ],
    [
      'a header that carries the key of another API',
      () => ({ args: ['--header', 'Authorization: hidden'], says: /header of a key.*MIELTO_API_KEY/ }),
    ],
    ['a header with a line break', () => ({ args: ['--header', 'X-A: b\r\nhidden: c'], says: /line break/ })],
    ['a header without a name', () => ({ args: ['--header', 'hidden'], says: /'Name: value'/ })],
    [
      'a header that says what may come',
      () => ({ args: ['--header', 'accept-encoding: gzip'], says: /set by the verifier/ }),
    ],
    [
      'a header that chooses the workspace',
      () => ({ args: ['--header', 'X-Workspace-Id: hidden'], says: /set by the verifier/ }),
    ],
    [
      'a header that frames',
      () => ({ args: ['--header', 'Content-Length: 3'], says: /set by the verifier/ }),
    ],
    [
      'a timeout of nothing',
      () => ({ args: ['--timeout', '0'], says: /--timeout: it has to be a number from 0\.001 to 600\./ }),
    ],
    [
      'a rate that is no number',
      () => ({ args: ['--rate-limit', 'fast'], says: /--rate-limit: it has to be a number/ }),
    ],
    [
      'a limit below one',
      () => ({ args: ['--max-requests', '0'], says: /--max-requests: it has to be a whole number/ }),
    ],
    [
      'a fraction of a retry',
      () => ({ args: ['--retries', '1.5'], says: /--retries: it has to be a whole number from 0 to 10\./ }),
    ],
    ['a seed below zero', () => ({ args: ['--seed', '-1'], says: /--seed: it has to be a whole number/ })],
    [
      'another level to fail on',
      () => ({ args: ['--fail-on', 'hidden'], says: /--fail-on: it has to be warning\./ }),
    ],
    [
      'a report of another format',
      () => ({ args: ['--report', 'html=x'], says: /json=FILE, junit=FILE, sarif=FILE/ }),
    ],
    ['a report without a file', () => ({ args: ['--report', 'json'], says: /has no file/ })],
    ['an empty user', () => ({ args: ['--user', ''], says: /--user: it is blank/ })],
    [
      'a workspace that no header can carry',
      () => ({ args: ['--workspace', 'a\nb'], says: /--workspace: It has a character/ }),
    ],
    [
      'a check that nobody knows',
      () => ({ args: [...whole(), '--checks', 'shaep'], env: key, says: /no check "shaep".*--list-checks/ }),
    ],
    [
      'a check to leave out that nobody knows',
      () => ({
        args: ['--sandbox', '--base-url', server.url, '--exclude-checks', 'x'],
        says: /no check "x"/,
      }),
    ],
    [
      'a check to explain that nobody knows',
      () => ({ args: ['--explain', 'meaning.expeted'], says: /Did you mean meaning\.expected/ }),
    ],
    [
      'a sandbox that is given users',
      () => ({ args: ['--sandbox', '--user', 'u'], says: /--sandbox makes users.*Leave out --user/ }),
    ],
    [
      'a configuration that is not there',
      () => ({
        args: ['--config', join(folder, 'none.yaml')],
        says: /Cannot read .*none\.yaml: there is no such file/,
      }),
    ],
    ['a configuration that is a folder', () => ({ args: ['--config', folder], says: /it is not a file/ })],
    [
      'a configuration that is a device',
      () => ({ args: ['--config', '/dev/zero'], says: /it is not a file/ }),
    ],
    [
      'a configuration that is too large',
      () => ({
        args: ['--config', file('large.yaml', '#'.repeat(1024 * 1024 + 1))],
        says: /larger than 1 MiB/,
      }),
    ],
    [
      'a configuration that is not UTF-8',
      () => ({ args: ['--config', file('latin.yaml', Buffer.from([0xe4, 0xff]))], says: /it is not UTF-8/ }),
    ],
    [
      'a configuration with a typo',
      () => ({
        args: ['--config', file('typo.yaml', 'apis:\n  junction:\n    usres: []\n')],
        says: /^\S+typo\.yaml:3:5: `usres` is not known here\. Did you mean `users`\?\n$/,
      }),
    ],
    [
      'a configuration with a key',
      () => ({
        args: ['--config', file('key.yaml', 'apis:\n  junction:\n    key: hidden\n')],
        says: /key\.yaml:3:5: Keys do not stand in this file/,
      }),
    ],
  ])('%s', async (_, scene) => {
    const { args, env = {}, says } = scene();
    const { code, stdout, stderr } = await runCli(['verify', ...args], { env });
    expect({ code, stdout, lines: stderr.split('\n').length }).toEqual({ code: 2, stdout: '', lines: 2 });
    expect(stderr).toMatch(says);
    expect(stderr).not.toMatch(/hidden|node_modules|\.ts:\d/);
  });

  test('reports that cannot be written, after the run is told', async () => {
    const blocked = file('file', '');
    mkdirSync(join(folder, 'taken'), { recursive: true });
    const { code, stdout, stderr } = await runCli([
      'verify',
      '--sandbox',
      ...['--api', 'junction', '--base-url', server.url],
      ...['--report', `json=${blocked}/r.json`, '--report', `junit=${join(folder, 'taken')}`],
    ]);
    expect(code).toBe(2);
    expect(stdout).toMatch(/The contract is kept\.\n$/);
    expect(stderr).toMatch(
      /^connections-contract: Cannot write the JSON report .* Cannot write the JUnit report .*\n$/,
    );
  });
});
