import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../server/start-server.ts';
import { runInShell } from '../support/run-command.ts';
import { commandsRun } from './guide-commands.ts';

/** Values that are new in each run, by the name that replaces them in a comparison. */
const fresh = {
  UUID: /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/,
  time: /\d{4}-\d\d-\d\dT[\d:]{8}\.\d{3}Z/,
  token: /(?<=[":=])[\w-]{43}\b/,
  credential: /cred_[\da-f]{8}/,
} as const;
const freshValue = new RegExp(
  Object.entries(fresh)
    .map(([name, { source }]) => `(?<${name}>${source})`)
    .join('|'),
  'g',
);

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

// One test, because each command needs what the ones before it have made.
test('the loop of the guide has the shown output, with the ids of its own run', async () => {
  const environment: Record<string, string> = {};
  const own = new Map<string, string>();
  const here = (text: string) =>
    text.replace(/(127\.0\.0\.1(?::|%3A))4010/g, `$1${new URL(server.url).port}`);
  const withOwnIds = (text: string) => here(text).replace(freshValue, (value) => own.get(value) ?? value);

  for (const { line, output } of commandsRun('loop')) {
    const [, name, value] = /^(\w+)='?(.+?)'?$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined) {
      expect(value.match(freshValue), `The guide shows ${value} before it uses it.`).toSatisfy(
        (values: string[]) => values.every((each) => own.has(each)),
      );
      environment[name] = withOwnIds(value);
      continue;
    }
    const curl = withOwnIds(line).replace('curl ', output === null ? 'curl -sS --fail ' : 'curl -sS ');
    const { code, output: printed } = await runInShell(curl, { env: environment }).ended;
    expect(code, `${line}\n${printed}`).toBe(0);
    if (output === null) continue;
    const shown = plain(output.text);
    const got = plain(printed);
    expect([line, form(got)]).toEqual([line, form(here(shown))]);
    const values = got.match(freshValue) ?? [];
    for (const [index, each] of (shown.match(freshValue) ?? []).entries()) own.set(each, values[index] ?? '');
  }
  expect(own.size).toBeGreaterThan(10);
});

/** JSON in one line; any other text as it is. */
function plain(text: string): string {
  return /^[[{]/.test(text) ? JSON.stringify(JSON.parse(text)) : text;
}

function form(text: string): string {
  return text.replace(freshValue, (...found) => {
    const groups: Readonly<Record<string, string | undefined>> = found.at(-1);
    return Object.keys(groups).find((name) => groups[name] !== undefined) ?? '';
  });
}
