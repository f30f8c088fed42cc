import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultWorkspaces } from '../../server/scenarios/default-workspaces.ts';
import { scenarioUsers, unknownUser } from '../../spec/scenarios.ts';
import { keyHeader } from '../../spec/vendors.ts';
import { matchesPattern } from '../../verify/plan/select-checks.ts';
import { verify } from '../../verify/verify.ts';
import { guides, table } from '../support/read-guides.ts';
import { runInShell, type ShellCommand } from '../support/run-command.ts';
import { vendorLists } from '../support/vendor-calls.ts';
import { commandsRun } from './guide-commands.ts';

/** The expected status of a curl command, if it is not 200, 201 or 204. */
const refusals: readonly (readonly [RegExp, number])[] = [
  [/Prefer: code=429/, 429],
  [/00000000dead$/, 404],
  [/\/sync$/, 409],
];

/** Fields that are new in each run, by command. Only the form of their values is compared. */
const fresh: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\/sandbox\/workspaces -H/, ['id', 'created_at', 'own_user_id', 'open-wearables', 'junction', 'mielto']],
  [/\/v2\/user\/providers\/5e0f/, ['errored_at']],
  [/\/requests\?/, ['id', 'time', 'milliseconds', 'complete_since']],
];

describe('the server that npm start starts', () => {
  let server: ShellCommand;
  let url: string;
  beforeAll(async () => {
    server = runInShell('npm start', { env: { PORT: '0' } });
    [, url = ''] = await server.until(/listening on (\S+)/);
  });
  afterAll(() => server.stop());

  test.each(commandsRun('curl to the server'))('answers $line', async ({ line, output }) => {
    await expectAnswer(line.replace('http://127.0.0.1:4010', url), output?.text);
  });

  test.each(commandsRun('verify'))('conforms to the contract: $line', async ({ line }) => {
    const { code, output } = await runInShell(line.replace('http://127.0.0.1:4010', url)).ended;
    expect(output).toMatch(/^\d+ passed, 0 failed/m);
    expect(code, output).toBe(0);
  });

  test.each(commandsRun('mutate'))(
    'does not conform behind $line, and verify prints the shown output',
    async ({ line }) => {
      const proxy = runInShell(line.replace('http://127.0.0.1:4010', url), { env: { PORT: '0' } });
      const [, mutated = ''] = await proxy.until(/listening on (http:[\d./:]+)/);
      try {
        const [command] = commandsRun('verify of the mutant');
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
    },
  );

  test('shows the state of the README in each shape', async () => {
    const { userId } = scenarioUsers.find(({ name }) => name === 'every-state') ?? scenarioUsers[0];
    const cells = [...(guides[0]?.text ?? '').matchAll(/<td>\n\n```json\n([\s\S]*?)```/g)];
    expect(cells).toHaveLength(vendorLists.length);
    for (const [index, vendor] of vendorLists.entries()) {
      const body = JSON.stringify(await (await ask(vendor, userId)).json());
      const items: unknown[] = JSON.parse(/\[.*\]/.exec(body)?.[0] ?? '');
      const shown = JSON.parse(cells[index]?.[1] ?? '');
      expect(items).toContainEqual(expect.objectContaining({ ...shown, ...detailsOf(shown) }));
    }
  });

  test('answers each error as in the table', async () => {
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

  test.each(commandsRun('curl to the mock'))('answers $line', async ({ line, output }) => {
    await expectAnswer(line.replace('http://127.0.0.1:4011', url), output?.text);
  });

  test('violates exactly the rules in the table', async () => {
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
    const listed = table('on the mock').flatMap(([, names = '']) => names.replaceAll('`', '').split(', '));
    for (const name of found)
      expect(
        listed.filter((pattern) => matchesPattern(name, pattern)),
        name,
      ).not.toEqual([]);
    for (const pattern of listed)
      expect(
        [...found].filter((name) => matchesPattern(name, pattern)),
        pattern,
      ).not.toEqual([]);
  });
});

/** Matches the shown fields of `error_details`. Other fields are ignored. */
function detailsOf({ error_details: details }: { readonly error_details?: object }) {
  return details === undefined ? {} : { error_details: expect.objectContaining(details) };
}

/** Runs a curl command, and expects the output in the README, or any success if the README does not show one. */
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
  return (field: string, value: unknown) => {
    if (!fields.includes(field)) return value;
    return typeof value === 'string'
      ? value
          .replace(/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/, 'a UUID')
          .replace(/^\d{4}-\d\d-\d\dT[\d:]{8}(\.\d+)?(Z|\+00:00)$/, 'a time$2')
          .replace(/^(eyJ[\w.-]+\.ow|ws|ow|sk_us|mielto)_[\w-]{12,}$/, '$1_…')
      : typeof value;
  };
}
