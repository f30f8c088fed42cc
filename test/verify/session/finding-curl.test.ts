import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { delimiter, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { Outcome } from '../../../verify/results/outcome.ts';
import type { VerifyOptions } from '../../../verify/run/verify-options.ts';
import { planRun, verify } from '../../../verify/verify.ts';
import { startProcess } from '../../support/run-cli.ts';
import { overHttp } from '../../support/tiny-server.ts';
import { useFolder } from '../../support/use-folder.ts';

const key = 'a-key-with-"$quotes"`and-signs';
const folder = useFolder();
writeFileSync(join(folder, 'curl'), '#!/bin/sh\nprintf "%s\\0" "$@"\n', { mode: 0o755 });
const server = await overHttp((_request, response) => response.writeHead(418).end());
afterAll(async () => {
  await server.close();
});

/** The arguments that the command of a finding passes to curl. */
async function argumentsOf(user: string, check: string): Promise<string[]> {
  const apis = [{ vendor: 'mielto', key, users: [{ id: user }] }] as const;
  const commands: (string | null)[] = [];
  for await (const outcome of verify({ baseUrl: `${server.url}/a'prefix/`, apis, checks: [check] }))
    if ('findings' in outcome) commands.push(...outcome.findings.map(({ curl }) => curl));
  const [command] = commands;
  const env = { PATH: `${folder}${delimiter}${process.env.PATH ?? ''}`, MIELTO_API_KEY: key };
  return spawnSync('sh', ['-c', command ?? ''], { env, encoding: 'utf8' })
    .stdout.split('\0')
    .slice(0, -1);
}

test('The command of a finding requests the same URL with the same key, for any user id', async () => {
  const anyUser = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(anyUser, async (user) => {
      fc.pre(user.isWellFormed());
      const url = `${server.url}/a'prefix/api/v1/connections/users/${encodeURIComponent(user)}`;
      expect(await argumentsOf(user, 'shape.200.status')).toEqual([
        '-sSig',
        '--path-as-is',
        '--max-time',
        '10',
        '-H',
        `Authorization: Bearer ${key}`,
        url,
      ]);
    }),
    { numRuns: 25, examples: [['o\'hara/?#&$(id)`id`"\\'], ['🦉'], ['\n']] },
  );
});

describe('The command of a finding repeats the request and does not contain the key', () => {
  const requests: Pick<IncomingMessage, 'url' | 'headers'>[] = [];
  const careless = overHttp((request, response) => {
    const { url, headers } = request;
    requests.push({ url, headers });
    response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"connections":[{"id":"1"}]}');
  });
  afterAll(async () => (await careless).close());
  const parameters = { vendor: 'mielto', key: 'mielto_Zz09-_abcXYZ.789', users: [{ id: 'u' }] } as const;
  const planned = planRun({ baseUrl: 'http://127.0.0.1', apis: [parameters], checks: ['authentication'] });
  const names = planned.checks.map(({ id }) =>
    id.slice('mielto.listMieltoConnections.authentication.'.length),
  );

  // These need data that is missing here, or a server that sets a cookie, or rejects or redirects a request.
  const others = [
    'slash-redirect',
    'key-header',
    'revoked-key',
    'revoked-key-other-requests',
    'other-api-key',
    'cookie',
    'before-existence',
  ];

  test.each(names.filter((name) => !others.includes(name)))('%s', async (name) => {
    const { url } = await careless;
    requests.length = 0;
    const checks = [`authentication.${name}`];
    const [outcome] = await outcomesOf({ baseUrl: url, apis: [parameters], checks });
    const [command] =
      outcome !== undefined && 'findings' in outcome ? outcome.findings.map(({ curl }) => curl) : [];
    if (command == null) throw new Error(`${name} ${outcome?.status}, without a command.`);
    expect(command).not.toContain(parameters.key.slice(7));
    const before = requests.map(shown);
    const env = { MIELTO_API_KEY: parameters.key };
    await startProcess('sh', ['-c', command], { env }).ended;
    expect(requests).toHaveLength(before.length + 1);
    expect(before).toContainEqual(requests.slice(-1).map(shown)[0]);
  });
});

/** The parts of a request in which the checks of keys differ. */
function shown({ url, headers }: Pick<IncomingMessage, 'url' | 'headers'>) {
  const { authorization, cookie, forwarded } = headers;
  return { url, authorization, cookie, forwarded, other: headers['x-api-key'] };
}

async function outcomesOf(options: VerifyOptions): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for await (const outcome of verify(options)) outcomes.push(outcome);
  return outcomes;
}
