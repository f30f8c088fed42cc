import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultWorkspaces } from '../../server/scenarios/default-workspaces.ts';
import { scenarioUsers, unknownUser } from '../../spec/scenarios.ts';
import { keyHeader } from '../../spec/vendors.ts';
import { fits } from '../../verify/plan/select-checks.ts';
import { verify } from '../../verify/verify.ts';
import { postgres } from '../support/databases.ts';
import { commands, readme, table } from '../support/read-readme.ts';
import { root } from '../support/run-cli.ts';
import { runInShell, type ShellCommand } from '../support/run-command.ts';
import { useFolder } from '../support/use-folder.ts';
import { vendorLists } from '../support/vendor-calls.ts';

/**
 * How each command of the README is run here; one that no row matches fails.
 * `ci`: CI runs these two themselves, and they would run this file again, or take node_modules from under it.
 * `bench` is for what takes minutes of the whole machine. `packed`: `test/cli/package.test.ts` packs and installs the package.
 */
const ways = [
  [/^npm (?:ci|test)$/, 'ci'],
  [/^npm run (?:bench|mutation)$/, 'bench'],
  [/^npm (?:pack|install --save-dev \.\/\S+\.tgz)$/, 'packed'],
  [/^npm start$/, 'server'],
  [/^(?:SANDBOX_TOKEN=\S+ )?npm start -- /, 'other server'],
  [/^npm run mock$/, 'mock'],
  [/^npm run mutate -- /, 'mutate'],
  [/^npm run verify -- .*http:\/\/127\.0\.0\.1:4012\b/, 'verify of the mutant'],
  [/^(?:\w+=\S+ )?npm run verify -- .*http:\/\/127\.0\.0\.1:4010\b/, 'verify'],
  [/^npm run verify -- --(?:list-checks|explain) /, 'in place'],
  [/^curl .*http:\/\/127\.0\.0\.1:4010\//, 'curl to the server'],
  [/^curl .*http:\/\/127\.0\.0\.1:4011\//, 'curl to the mock'],
  [/^npm run (?:docs|generate)\b/, 'in a copy'],
  [/^npm run lint:spec$/, 'in place'],
] as const satisfies readonly (readonly [RegExp, string])[];
type Way = (typeof ways)[number][1];

const all = commands().map((command) => ({
  ...command,
  way: ways.find(([pattern]) => pattern.test(command.line))?.[1],
}));
const run = (way: Way) => all.filter((command) => command.way === way);

/** What a curl is answered, where it is not 200, 201 or 204. */
const refusals: readonly (readonly [RegExp, number])[] = [
  [/Prefer: code=429/, 429],
  [/\/sync$/, 409],
];

/** Fields that are new at every run, in answers to these commands: only the form of their values is compared. */
const fresh: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\/sandbox\/workspaces -H/, ['id', 'created_at', 'own_user_id', 'open-wearables', 'junction', 'mielto']],
  [/\/v2\/user\/providers\/5e0f/, ['errored_at']],
];

const temporary = useFolder();
const { scripts, name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

describe('each command', () => {
  test('is one that this file knows how to run', () => {
    expect(all.filter(({ way }) => way === undefined)).toEqual([]);
    expect(new Set(all.map(({ way }) => way))).toEqual(new Set(ways.map(([, way]) => way)));
  });

  test('is a script of package.json, wherever the text names one', () => {
    const named = Array.from(readme.matchAll(/npm (?:run )?([a-z:]+)/g), ([, script = '']) => script);
    const ofNpm = ['and', 'with', 'for', 'ci', 'pack', 'install'];
    for (const script of named.filter((word) => !ofNpm.includes(word)))
      expect(scripts).toHaveProperty(script);
    expect(named).toEqual(
      expect.arrayContaining([
        'ci',
        'start',
        'test',
        'mock',
        'docs',
        'generate',
        'bench',
        'verify',
        'mutate',
      ]),
    );
  });

  test('that packs the package names the file that comes of it', () => {
    expect(run('packed').map(({ line }) => line)).toEqual([
      'npm pack',
      `npm install --save-dev ./${name}-${version}.tgz`,
    ]);
  });
});

describe('the server that npm start starts', () => {
  let server: ShellCommand;
  let url: string;
  beforeAll(async () => {
    server = runInShell('npm start', { env: { PORT: '0' } });
    [, url = ''] = await server.until(/listening on (\S+)/);
  });
  afterAll(() => server.stop());

  test.each(run('curl to the server'))('answers $line', async ({ line, output }) => {
    await expectAnswer(line.replace('http://127.0.0.1:4010', url), output?.text);
  });

  test.each(run('verify'))('keeps the contract: $line', async ({ line }) => {
    const { code, output } = await runInShell(line.replace('http://127.0.0.1:4010', url)).ended;
    expect(output).toMatch(/^\d+ passed, 0 failed/m);
    expect(code, output).toBe(0);
  });

  test.each(run('mutate'))('breaks it behind $line, and verify tells as is shown', async ({ line }) => {
    const proxy = runInShell(line.replace('http://127.0.0.1:4010', url), { env: { PORT: '0' } });
    const [, mutated = ''] = await proxy.until(/listening on (http:[\d./:]+)/);
    try {
      const [command] = run('verify of the mutant');
      const { code, output } = await runInShell(
        command?.line.replace('npm run ', 'npm run --silent ').replace('http://127.0.0.1:4012', mutated) ??
          '',
      ).ended;
      const timeless = (text = '') => text.replace(/in \d+\.\d s/, 'in … s');
      expect(timeless(output.replaceAll(mutated, 'http://127.0.0.1:4012'))).toBe(
        timeless(command?.output?.text),
      );
      expect(code).toBe(1);
    } finally {
      await proxy.stop();
    }
  });

  test('answers each error as the table shows it', async () => {
    const asked: readonly ((vendor: (typeof vendorLists)[number]) => Promise<Response>)[] = [
      ({ path }) => fetch(url + path.replace('{user_id}', scenarioUsers[0].userId)),
      (vendor) => ask(vendor, unknownUser.userId),
      (vendor) => (vendor.vendor === 'mielto' ? ask(vendor, 'any?limit=0') : ask(vendor, '1')),
      (vendor) => ask(vendor, unknownUser.userId, 'POST'),
    ];
    const rows = table('what is wrong');
    expect(rows).toHaveLength(asked.length);
    for (const [index, [, ...cells]] of rows.entries()) {
      const answers = await Promise.all(vendorLists.map((vendor) => asked[index]?.(vendor)));
      const texts = answers.map(async (answer) => `${answer?.status} \`${await answer?.text()}\``);
      expect(cells).toEqual(await Promise.all(texts));
    }
  });

  function ask(entry: (typeof vendorLists)[number], userId: string, method = 'GET') {
    const [header, value] = keyHeader(entry, defaultWorkspaces[0].keys[entry.vendor]);
    return fetch(url + entry.path.replace('{user_id}', userId), { method, headers: { [header]: value } });
  }
});

describe('the mock that npm run mock starts', () => {
  let mock: ShellCommand;
  let url: string;
  beforeAll(async () => {
    mock = runInShell('npm run mock', { env: { PORT: '0' } });
    [, url = ''] = await mock.until(/Prism is listening on (http:\/\/[\d.:]+)/);
  });
  afterAll(() => mock.stop());

  test.each(run('curl to the mock'))('answers $line', async ({ line, output }) => {
    await expectAnswer(line.replace('http://127.0.0.1:4011', url), output?.text);
  });

  test('breaks what the table says, and nothing else', async () => {
    const apis = vendorLists.map(({ vendor }) => ({
      vendor,
      key: `any key of ${vendor}`,
      users: [{ id: scenarioUsers[0].userId }],
    }));
    const found = new Set<string>();
    for await (const { check, status } of verify({ baseUrl: url, apis })) {
      expect(status, check.id).not.toBe('error');
      if (status === 'failed' || status === 'warning') found.add(check.id);
    }
    const told = table('on the mock').flatMap(([, names = '']) => names.replaceAll('`', '').split(', '));
    for (const name of found)
      expect(
        told.filter((pattern) => fits(name, pattern)),
        name,
      ).not.toEqual([]);
    for (const pattern of told)
      expect(
        [...found].filter((name) => fits(name, pattern)),
        pattern,
      ).not.toEqual([]);
  });
});

/** Runs a curl, and expects the output that the README shows, or any success where it shows none. */
async function expectAnswer(curl: string, shown: string | undefined): Promise<void> {
  const { code, output } = await runInShell(curl.replace('curl ', "curl -sS -w '\\n%{http_code}' ")).ended;
  const [body = '', status] = output.split(/\n(?=\d+$)/);
  expect(code, output).toBe(0);
  const refusal = refusals.find(([pattern]) => pattern.test(curl))?.[1];
  expect([refusal ?? 200, refusal ?? 201, refusal ?? 204]).toContain(Number(status));
  if (shown === undefined) return;
  const fields = fresh.find(([pattern]) => pattern.test(curl))?.[1] ?? [];
  expect(JSON.parse(body, formOf(fields))).toEqual(JSON.parse(shown, formOf(fields)));
}

function formOf(fields: readonly string[]) {
  return (field: string, value: unknown) =>
    fields.includes(field) && typeof value === 'string'
      ? value
          .replace(/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/, 'a UUID')
          .replace(/^\d{4}-\d\d-\d\dT[\d:]{8}(\.\d+)?(Z|\+00:00)$/, 'a time$2')
          .replace(/^(ws|ow|sk_us|mielto)_[\w-]{12,}$/, '$1_…')
      : value;
}

describe('a server with other settings starts and answers', () => {
  test.each(run('other server'))('$line', async ({ line }) => {
    const database = await postgres.create();
    const own = line
      .replace(/postgres:\/\/\S+/, database.data)
      .replace('connections.sqlite', join(temporary, 'connections.sqlite'));
    const server = runInShell(own, { env: { PORT: '0' } });
    try {
      const [, url = ''] = await server.until(/listening on (\S+)/);
      expect((await fetch(`${url}/readyz`)).status).toBe(200);
      const [, token] = /SANDBOX_TOKEN=(\S+)/.exec(line) ?? [];
      const authorization = `Bearer ${token}`;
      expect((await fetch(`${url}/sandbox/scenarios`)).status).toBe(token === undefined ? 200 : 401);
      expect((await fetch(`${url}/sandbox/scenarios`, { headers: { authorization } })).status).toBe(200);
    } finally {
      await server.stop();
      await database.dispose();
    }
  });
});

/** What writes into `generated/` runs in a copy, since other tests look at the project's own at the same time. */
describe('in a copy of the project', () => {
  const copy = join(temporary, 'copy');
  beforeAll(() => {
    mkdirSync(copy);
    cpSync(join(root, 'spec'), join(copy, 'spec'), { recursive: true });
    cpSync(join(root, 'package.json'), join(copy, 'package.json'));
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  });

  test.each(run('in a copy'))(
    '$line ends with 0',
    async ({ line }) => {
      const { code, output } = await runInShell(line, { cwd: copy }).ended;
      expect(code, output).toBe(0);
    },
    120_000,
  );

  test('they make the files that are committed, and the docs in both folders', () => {
    const files = (folder: string) =>
      readdirSync(join(folder, 'generated')).filter((file) => file !== 'docs');
    expect(files(copy)).toEqual(files(root));
    for (const file of files(copy)) {
      const [made, committed] = [copy, root].map((folder) =>
        readFileSync(join(folder, 'generated', file), 'utf8'),
      );
      expect(made === committed, file).toBe(true);
    }
    for (const folder of ['generated/docs', 'site'])
      expect(existsSync(join(copy, folder, 'index.html'))).toBe(true);
  });
});

test.each(run('in place'))(
  '$line ends with 0',
  async ({ line }) => {
    const { code, output } = await runInShell(line).ended;
    expect(code, output).toBe(0);
  },
  60_000,
);
