import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runCli } from '../support/run-cli.ts';
import { useFolder } from '../support/use-folder.ts';

const folder = useFolder();

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** No request is sent, because the headers are not valid. */
const url = 'http://127.0.0.1:1';
const validArgs = ['--api', 'junction', '--base-url', url, '--user', 'u'];

interface Case {
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly error: RegExp;
}

describe('verify ends with 2 and prints one line without a secret for', () => {
  test.each<[string, Case]>([
    [
      'a header that carries the key of an API of the run',
      {
        args: [...validArgs, '--header', 'x-vital-api-key: hidden'],
        error: /it carries the API key of Junction.*JUNCTION_API_KEY/,
      },
    ],
    [
      'a header that is named as the header of the key',
      {
        args: [...validArgs, '--key-header', 'X-Team-Key', '--header', 'x-team-key: hidden'],
        error: /it carries the API key of Junction.*JUNCTION_API_KEY/,
      },
    ],
    [
      'a header of the key that the verifier sets',
      {
        args: [...validArgs, '--key-header', 'Accept'],
        error: /--key-header: Accept is set by the verifier/,
      },
    ],
    [
      'a header of the key with --sandbox',
      {
        args: ['--sandbox', '--key-header', 'X-Team-Key'],
        error: /--sandbox creates its own .*Leave out --key-header/,
      },
    ],
    [
      'a header of the configuration that carries the key of another API of the run',
      {
        args: [
          ...['--api', 'all', '--base-url', url],
          ...['--config', file('header.yaml', 'headers: { authorization: hidden }\n')],
        ],
        error: /it carries the API key of Mielto.*MIELTO_API_KEY/,
      },
    ],
    [
      'a variable in a header that is not set',
      {
        args: [...validArgs, '--header', `X-Gate: Basic \${GATE}`],
        error: /header X-Gate: GATE is not set\. Set it in the environment or in the file of --key-file\./,
      },
    ],
    [
      'a variable in a header that is not in the key file',
      {
        args: [
          ...validArgs,
          '--header',
          `X-Gate: \${GATE}`,
          '--key-file',
          file('gate.env', 'JUNCTION_API_KEY=hidden'),
        ],
        error: /header X-Gate: GATE is neither in .*gate\.env nor in the environment/,
      },
    ],
    [
      'a variable that a header cannot carry',
      {
        args: [...validArgs, '--header', `X-Gate: \${GATE}`],
        env: { GATE: 'hidden\nline' },
        error: /Cannot send GATE in the header X-Gate: .*line break/,
      },
    ],
    ['a line break in a header', { args: ['--header', 'X-A: b\r\nhidden: c'], error: /line break/ }],
    ['a header without a name', { args: ['--header', 'hidden'], error: /'Name: value'/ }],
    [
      'a header that negotiates the encoding',
      { args: ['--header', 'accept-encoding: gzip'], error: /set by the verifier/ },
    ],
    [
      'a header that sets the workspace',
      { args: ['--header', 'X-Workspace-Id: hidden'], error: /set by the verifier/ },
    ],
    ['a framing header', { args: ['--header', 'Content-Length: 3'], error: /set by the verifier/ }],
  ])('%s', async (_, { args, env = {}, error }) => {
    const { code, stdout, stderr } = await runCli(['verify', ...args], { env });
    expect({ code, stdout, lines: stderr.split('\n').length }).toEqual({ code: 2, stdout: '', lines: 2 });
    expect(stderr).toMatch(error);
    expect(stderr).not.toMatch(/hidden|node_modules|\.ts:\d/);
  });
});
