import { Command } from 'commander';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { docsSettings } from '../../../cli/docs.ts';
import { addSettings } from '../../../cli/kit/add-settings.ts';
import { mockSettings } from '../../../cli/mock.ts';
import { mutateSettings } from '../../../cli/mutate.ts';
import { serveSettings } from '../../../cli/serve.ts';
import { longFlag, type SettingTable } from '../../../verify/config/setting.ts';
import { settings } from '../../../verify/config/settings.ts';
import { text, toggle } from '../../../verify/config/value-types.ts';

const tables: Readonly<Record<string, SettingTable>> = {
  serve: serveSettings,
  mock: mockSettings,
  verify: settings,
  mutate: mutateSettings,
  docs: docsSettings,
};

/** Calls a command with these settings and returns the values that its action gets. */
async function called(table: SettingTable, ...args: readonly string[]): Promise<Record<string, unknown>> {
  let found: Record<string, unknown> = {};
  const command = addSettings(new Command(), table).action((options) => {
    found = options;
  });
  await command.exitOverride().parseAsync(args, { from: 'user' });
  return found;
}

const ofEveryCommand = Object.entries(tables).flatMap(([command, table]) =>
  Object.entries(table).map(([name, setting]) => ({ command, table, name, setting })),
);
const withVariable = ofEveryCommand.flatMap(({ setting: { variable, ...setting }, ...rest }) =>
  variable === undefined ? [] : [{ ...rest, variable, setting }],
);
const withValue = ofEveryCommand
  .filter(({ setting }) => setting.flag.includes('<'))
  .map((row) => ({ ...row, flag: longFlag(row.setting) }));

afterEach(() => vi.unstubAllEnvs());

test.each(withVariable)('$command treats a blank $variable as not set', async (row) => {
  const { table, name, variable, setting } = row;
  for (const blank of ['', ' ', '\t']) {
    vi.stubEnv(variable, blank);
    expect((await called(table))[name]).toEqual(setting.default);
  }
});

test.each(withValue)('$command refuses a blank $flag', async ({ table, flag }) => {
  for (const blank of ['', ' ']) {
    await expect(called(table, flag, blank)).rejects.toThrow(
      `Invalid ${flag}: it is blank. Set a value, or omit it.`,
    );
  }
});

test.each(['--api', '--checks', '--exclude-checks'])('verify refuses an empty list for %s', async (flag) => {
  await expect(called(settings, flag, ' , ')).rejects.toThrow(`Invalid ${flag}: it is empty.`);
});

describe('A setting with a flag and a variable', () => {
  const table = {
    name: { flag: '--name <text>', variable: 'TEST_NAME', type: text({ max: 3 }), help: 'a name' },
    open: { flag: '--open', variable: 'TEST_OPEN', type: toggle, help: 'whether it is open' },
  } satisfies SettingTable;

  test('has the value of its variable, which the flag overrides', async () => {
    vi.stubEnv('TEST_NAME', 'env');
    expect(await called(table)).toEqual({ name: 'env' });
    expect(await called(table, '--name', 'cli')).toEqual({ name: 'cli' });
  });

  test('names the source of a wrong value', async () => {
    await expect(called(table, '--name', 'long')).rejects.toThrow(/^Invalid --name: it is longer/);
    vi.stubEnv('TEST_NAME', 'long');
    await expect(called(table)).rejects.toThrow(/^Invalid TEST_NAME: it is longer/);
    expect(await called(table, '--name', 'cli')).toEqual({ name: 'cli' });
  });

  test.each([
    ['true', { open: true }],
    ['1', { open: true }],
    ['false', { open: false }],
    ['0', { open: false }],
    ['', {}],
  ])('is on or off according to its variable: %j', async (value, options) => {
    vi.stubEnv('TEST_OPEN', value);
    expect(await called(table)).toEqual(options);
    expect(await called(table, '--open')).toEqual({ open: true });
  });

  test('is refused if the variable is neither true nor false', async () => {
    vi.stubEnv('TEST_OPEN', 'perhaps');
    await expect(called(table)).rejects.toThrow('Invalid TEST_OPEN: it must be true or false.');
  });
});
