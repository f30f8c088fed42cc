import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { verify } from '../../../verify/verify.ts';
import { useFolder } from '../../use-folder.ts';
import { overHttp } from '../tiny-server.ts';

const key = 'a-key-with-"$quotes"`and-signs';
const folder = useFolder();
writeFileSync(join(folder, 'curl'), '#!/bin/sh\nprintf "%s\\0" "$@"\n', { mode: 0o755 });
const server = await overHttp((_request, response) => response.writeHead(418).end());
afterAll(async () => {
  await server.close();
});

/** What curl is called with by the command that a finding shows. */
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

test('The command of a finding asks a shell for the same address with the same key, for any user', async () => {
  const anyUser = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(anyUser, async (user) => {
      fc.pre(user.isWellFormed());
      const url = `${server.url}/a'prefix/api/v1/connections/users/${encodeURIComponent(user)}`;
      expect(await argumentsOf(user, 'shape.200.status')).toEqual([
        '-sS',
        '--path-as-is',
        '-H',
        `Authorization: Bearer ${key}`,
        url,
      ]);
    }),
    { numRuns: 25, examples: [['o\'hara/?#&$(id)`id`"\\'], ['🦉'], ['\n']] },
  );
});

test('The command of a finding tells nothing of the key', async () => {
  for (const check of [
    'authentication.wrong-secret',
    'authentication.truncated-key',
    'authentication.query-key',
  ])
    expect((await argumentsOf('u', check)).join(' ')).not.toContain(key.slice(4));
});
