import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as targets from '../../support/hostile-targets.ts';
import { root, runCli } from '../../support/run-cli.ts';
import { useFolder } from '../../support/use-folder.ts';

const key = 'sk_us_never+to/be=told';
const folder = useFolder();

const nodeArgs = ['--max-old-space-size=200', '--import', join(root, 'test/support/report-peak-memory.ts')];

/** Runs every check against a target, and tells what a person and a machine read of it. */
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

describe('One line and exit code 2 say that the target', () => {
  test.each<[string, { target: () => Promise<targets.HostileTarget>; says: RegExp }]>([
    ['is not there', { target: targets.nobody, says: /Cannot reach .*: the connection was refused\./ }],
    ['has no address', { target: targets.noSuchHost, says: /Cannot reach .*: the name of the host/ }],
    ['speaks no TLS', { target: targets.plainBehindHttps, says: /Cannot reach .* does not speak TLS/ }],
    [
      'is not to be trusted',
      { target: targets.selfSigned, says: /certificate is not trusted.*NODE_EXTRA_CA_CERTS/ },
    ],
    ['never answers', { target: targets.neverAnswers, says: /does not answer in time\. Raise --timeout/ }],
    ['closes at once', { target: targets.closesAtOnce, says: /closes the connection without an answer/ }],
    ['answers garbage', { target: targets.garbage, says: /does not speak HTTP/ }],
    ['never ends its headers', { target: targets.endlessHeaders, says: /does not speak HTTP/ }],
  ])('%s', async (_, { target, says }) => {
    const { code, stdout, line, megabytes } = await verifyHostile(target);
    expect({ code, lines: line.split('\n').length }).toEqual({ code: 2, lines: 2 });
    expect(line).toMatch(/^connections-contract: /);
    expect(line).toMatch(says);
    expect(stdout).not.toMatch(/passed|failed/);
    expectNoKey(stdout + line);
    expect(megabytes).toBeLessThan(200);
  });
});

describe('A report and exit code 1 say that the target', () => {
  test.each<[string, { target: () => Promise<targets.HostileTarget>; says: RegExp }]>([
    ['closes half-way', { target: targets.closesHalfWay, says: /ends before its length or its last chunk/ }],
    ['never ends its body', { target: targets.neverEndsItsBody, says: /not complete in time/ }],
    ['answers without an end', { target: targets.endlessBody, says: /larger than 4 MiB/ }],
    ['redirects to itself', { target: targets.redirectsToItself, says: /302 to "\/v2/ }],
    ['sends a bomb of gzip', { target: targets.gzipBomb, says: /bytes that are not valid gzip/ }],
    [
      'repeats the key',
      { target: targets.echoesTheKey, says: /No body, header or error contains the caller's key/ },
    ],
  ])('%s', async (_, { target, says }) => {
    const { code, stdout, line, megabytes, report } = await verifyHostile(target);
    expect({ code, line }).toEqual({ code: 1, line: '' });
    expect(stdout).toMatch(says);
    expect(stdout).toMatch(/✗ \d+ checks? failed\./);
    expectNoKey(stdout + readFileSync(report, 'utf8'));
    expect(megabytes).toBeLessThan(250);
  });
});
