import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as targets from '../../support/hostile-targets.ts';
import { root, runCli } from '../../support/run-cli.ts';
import { useFolder } from '../../support/use-folder.ts';

const key = 'sk_us_never+to/be=shown';
const folder = useFolder();

const nodeArgs = ['--max-old-space-size=200', '--import', join(root, 'test/support/report-peak-memory.ts')];

/** Runs all checks against a target, and returns the output, the report and the peak memory. */
async function verifyHostile(start: () => Promise<targets.HostileTarget>) {
  const target = await start();
  const report = join(folder, `${start.name}.json`);
  const args = [
    '--api',
    'junction',
    '--base-url',
    target.url,
    '--user',
    'u',
    '--timeout',
    '0.5',
    '--intrusive',
  ];
  const { code, stdout, stderr } = await runCli(['verify', ...args, '--report', `json=${report}`], {
    env: { JUNCTION_API_KEY: key },
    nodeArgs,
  });
  await target.close();
  const [, line = '', kilobytes = ''] = /^(.*)peak memory (\d+) kB\n$/s.exec(stderr) ?? [];
  return { code, stdout, line, megabytes: Number(kilobytes) / 1024, report };
}

function expectNoKey(text: string): void {
  for (const form of [key, encodeURIComponent(key), Buffer.from(key).toString('base64')]) {
    expect(text).not.toContain(form);
  }
}

describe('One line and exit code 2 report that the target', () => {
  test.each<[string, { target: () => Promise<targets.HostileTarget>; message: RegExp }]>([
    [
      'is not running',
      { target: targets.notRunning, message: /Cannot reach .*: the connection was refused\./ },
    ],
    [
      'has no address',
      { target: targets.noSuchHost, message: /Cannot reach .*: the host name could not be resolved/ },
    ],
    [
      'does not speak TLS',
      { target: targets.plainBehindHttps, message: /Cannot reach .* does not speak TLS/ },
    ],
    [
      'is not trusted',
      { target: targets.selfSigned, message: /certificate is not trusted.*NODE_EXTRA_CA_CERTS/ },
    ],
    [
      'never responds',
      { target: targets.neverAnswers, message: /does not respond in time\. Raise --timeout/ },
    ],
    [
      'closes the connection at once',
      { target: targets.closesAtOnce, message: /closes the connection without a response/ },
    ],
    ['sends garbage', { target: targets.garbage, message: /does not speak HTTP/ }],
    ['never ends its headers', { target: targets.endlessHeaders, message: /does not speak HTTP/ }],
  ])('%s', async (_, { target, message }) => {
    const { code, stdout, line, megabytes } = await verifyHostile(target);
    expect({ code, lines: line.split('\n').length }).toEqual({ code: 2, lines: 2 });
    expect(line).toMatch(/^connections-contract: /);
    expect(line).toMatch(message);
    expect(stdout).not.toMatch(/passed|failed/);
    expectNoKey(stdout + line);
    expect(megabytes).toBeLessThan(200);
  });
});

describe('Findings and exit code 1 report that the target', () => {
  test.each<[string, { target: () => Promise<targets.HostileTarget>; message: RegExp }]>([
    [
      'closes the connection early',
      { target: targets.closesHalfWay, message: /ends before its declared length or its last chunk/ },
    ],
    ['never ends its body', { target: targets.neverEndsItsBody, message: /not complete in time/ }],
    ['sends an endless body', { target: targets.endlessBody, message: /larger than 4 MiB/ }],
    ['redirects to itself', { target: targets.redirectsToItself, message: /302 to "\/v2/ }],
    ['sends a gzip bomb', { target: targets.gzipBomb, message: /bytes that are not valid gzip/ }],
    [
      'repeats the key',
      { target: targets.echoesTheKey, message: /No body, header or error contains the caller's key/ },
    ],
  ])('%s', async (_, { target, message }) => {
    const { code, stdout, line, megabytes, report } = await verifyHostile(target);
    expect({ code, line }).toEqual({ code: 1, line: '' });
    expect(stdout).toMatch(message);
    expect(stdout).toMatch(
      /✗ (?:\d+ checks? failed\.|Junction: Every request is (?:answered 500|redirected))/,
    );
    expectNoKey(stdout + readFileSync(report, 'utf8'));
    expect(megabytes).toBeLessThan(250);
  });
});
