import { createServer, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCli } from '../support/run-cli.ts';
import { useFolder } from '../support/use-folder.ts';

let taken: Server;
let takenPort: number;

beforeAll(async () => {
  taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const address = taken.address();
  takenPort = typeof address === 'object' && address !== null ? address.port : 0;
});
afterAll(() => new Promise((resolve) => taken.close(resolve)));

const folder = useFolder();

describe('The command line exits with 2 and prints one line', () => {
  type Row = [string, () => { args: string[]; env?: Record<string, string>; message: RegExp }];

  test.each<Row>([
    ['for an unknown command', () => ({ args: ['sevre'], message: /unknown command 'sevre'/ })],
    [
      'for an unknown flag',
      () => ({ args: ['serve', '--prot', '1'], message: /unknown option '--prot'.*--port/ }),
    ],
    [
      'for a port that is not a number',
      () => ({ args: ['serve', '--port', 'x'], message: /--port.*0 to 65535/ }),
    ],
    ['for a port out of range', () => ({ args: ['serve', '--port', '65536'], message: /0 to 65535/ })],
    [
      'for an invalid port in the environment',
      () => ({ args: ['serve'], env: { PORT: '-1' }, message: /Invalid PORT: .*0 to 65535/ }),
    ],
    [
      'for an unknown log level',
      () => ({ args: ['serve', '--log-level', 'loud'], message: /debug, info, warn/ }),
    ],
    [
      'for a port that is in use',
      () => ({ args: ['serve', '--port', `${takenPort}`], message: /port is in use.*--port/ }),
    ],
    [
      'for an edition of an API that is not verified',
      () => ({
        args: 'verify --api junction --edition 0-6 --base-url http://127.0.0.1:1'.split(' '),
        message: /--edition names an edition of open-wearables, which is not verified\. Add it to --api/,
      }),
    ],
    [
      'for an edition that does not exist',
      () => ({
        args: ['mock', '--edition', 'open-wearables=0-7'],
        message: /Invalid --edition: there is no such edition\. Use open-wearables=0-6\./,
      }),
    ],
    [
      'for an edition of an API that has none',
      () => ({
        args: ['mock', '--edition', 'junction=0-6'],
        message: /Invalid --edition: there is no such edition\. Use open-wearables=0-6\./,
      }),
    ],
    [
      'for a mock port that is in use',
      () => ({ args: ['mock', '--port', `${takenPort}`], message: /port is in use.*--port/ }),
    ],
    [
      'for an address of another machine',
      () => ({
        args: ['serve', '--host', '203.0.113.1'],
        env: { SANDBOX_TOKEN: 't' },
        message: /does not have this address/,
      }),
    ],
    ...['serve', 'mock', 'mutate --base-url http://127.0.0.1 --mutant no-content'].map(
      (command): Row => [
        `for a HOST that conda has set: ${command}`,
        () => ({
          args: [...command.split(' '), '--port', '0'],
          env: { HOST: 'x86_64-conda-linux-gnu' },
          message:
            /x86_64-conda-linux-gnu, the value of HOST.*does not have this address.*Unset HOST.*--host/,
        }),
      ],
    ),
    [
      'for a public address without a token',
      () => ({ args: ['serve', '--host', '0.0.0.0'], message: /SANDBOX_TOKEN/ }),
    ],
    [
      'for a public address with a blank token',
      () => ({ args: ['serve'], env: { HOST: '0.0.0.0', SANDBOX_TOKEN: ' ' }, message: /SANDBOX_TOKEN/ }),
    ],
    ['for a blank flag', () => ({ args: ['serve', '--data', ''], message: /Invalid --data: it is blank/ })],
    [
      'for a data file that is a folder',
      () => ({ args: ['serve', '--data', folder], message: /Cannot open the data file/ }),
    ],
    [
      'for a PostgreSQL that is not running, without its password',
      () => ({
        args: ['serve', '--data', 'postgres://me:hidden@127.0.0.1:1/x'],
        message: /PostgreSQL.*(?:refused|REFUSED)/,
      }),
    ],
    [
      'for a database of another kind, without its password',
      () => ({
        args: ['serve', '--data', 'mysql://me:hidden@127.0.0.1/x'],
        message: /mysql:\/\/ databases are not supported/,
      }),
    ],
    [
      'for docs that cannot be written',
      () => ({ args: ['docs', '--out', '/dev/null/docs'], message: /Cannot write the docs/ }),
    ],
  ])('%s', async (_, testCase) => {
    const { args, env = {}, message } = testCase();
    const { code, stdout, stderr } = await runCli(args, { env });
    expect({ code, stdout, lines: stderr.trimEnd().split('\n').length }).toEqual({
      code: 2,
      stdout: '',
      lines: 1,
    });
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/hidden|node_modules|\.ts:\d/);
  });

  test('for an old version of Node, before it imports anything', async () => {
    const pretend =
      "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.20.2' } })";
    const { code, stderr } = await runCli(['serve'], {
      nodeArgs: ['--import', `data:text/javascript,${encodeURIComponent(pretend)}`],
    });
    expect(code).toBe(2);
    expect(stderr).toBe(
      'connections-contract needs Node 24 or newer, and this is 20.20.2. Install a newer one.\n',
    );
  });
});

test('The command line without a command prints its usage and exits with 2', async () => {
  const { code, stderr } = await runCli([]);
  expect(code).toBe(2);
  expect(stderr).toMatch(/^Usage: connections-contract/);
});

test('--help prints all commands and exits with 0', async () => {
  const { code, stdout } = await runCli(['--help']);
  expect(code).toBe(0);
  expect(stdout).toMatch(/serve.*mock.*docs/s);
});

test('--version prints the versions of the package and of the contracts', async () => {
  const { code, stdout } = await runCli(['--version']);
  expect(code).toBe(0);
  expect(stdout).toMatch(
    /^connections-contract \d+\.\d+\.\d+ \(contracts: open-wearables \d\S+ junction \d\S+ mielto \d\S+ sandbox \d\S+\)\n$/,
  );
});
