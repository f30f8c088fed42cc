import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { chosenSettings } from '../../../verify/config/chosen-settings.ts';
import { parseConfig } from '../../../verify/config/parse-config.ts';
import { runSettings } from '../../../verify/config/run-settings.ts';
import { settings } from '../../../verify/config/settings.ts';
import { targetSettings } from '../../../verify/config/target-settings.ts';

/** A configuration with this value for the setting at a path. */
function configWith(path: string, value: unknown): string {
  const steps = path.replace('*', 'junction').split('.');
  return stringify(steps.reduceRight<unknown>((inner, step) => ({ [step]: inner }), value));
}

describe('A flag and the configuration', () => {
  test.each([
    ['timeout', 0.001, 600],
    ['rateLimit', 0.01, 100_000],
    ['maxRequests', 1, 1_000_000_000],
    ['retries', 0, 10],
    ['seed', 0, 2_147_483_647],
  ] as const)('have the same range for %s', (name, min, max) => {
    const { type, config } = settings[name];
    for (const value of [min, max]) {
      expect(type.read(String(value))).toBe(value);
      expect(parseConfig(configWith(config, value), 'a.yaml')).toEqual({ [config]: value });
    }
    for (const value of [min - 0.0005, min - 1, max + 1]) {
      expect(() => type.read(String(value))).toThrow(/^it must be a (?:whole )?number from/);
      expect(() => parseConfig(configWith(config, value), 'a.yaml')).toThrow(/:\d+:\d+: It must be /);
    }
  });

  test.each([
    ['keyHeader', ''],
    ['keyHeader', 'a b'],
    ['keyHeader', 'Accept'],
    ['emptyUser', ''],
    ['emptyUser', 'u'.repeat(513)],
    ['exclusiveUser', '\uD800'],
    ['workspace', 'a\nb'],
    ['secondWorkspace', '🏃'],
    ['baseUrl', 'ftp://a'],
    ['failOn', 'error'],
  ] as const)('both reject a value that is not a valid %s', (name, value) => {
    const { type, config } = settings[name];
    expect(() => type.read(value)).toThrow();
    expect(() => parseConfig(configWith(config, value), 'a.yaml')).toThrow(/^a\.yaml:\d+:\d+: [^\n]+$/);
  });
});

describe('The chosen settings', () => {
  const expect3 = { count: 3 };
  const config = parseConfig(
    stringify({
      seed: 7,
      headers: { 'X-Team': 'a', 'X-Trace': 'b' },
      apis: {
        junction: { users: [{ id: 'one' }, { id: 'two', expect: expect3 }], secondTenant: { user: 's' } },
      },
    }),
    'a.yaml',
  );

  test('are those of the configuration without flags', () => {
    expect(chosenSettings(runSettings, { flags: {}, config })).toEqual({
      seed: 7,
      headers: config.headers,
    });
    expect(chosenSettings(targetSettings, { flags: {}, config, vendor: 'junction' })).toEqual({
      users: config.apis?.junction?.users,
      secondUser: 's',
    });
  });

  test('are not those of another API', () => {
    expect(chosenSettings(targetSettings, { flags: {}, config, vendor: 'mielto' })).toEqual({});
  });

  test('are those of the flags if both are set', () => {
    const flags = { seed: 1, secondUser: 't', strict: true, verbose: true };
    expect(chosenSettings(runSettings, { flags, config })).toMatchObject({ seed: 1, strict: true });
    const target = chosenSettings(targetSettings, { flags, config, vendor: 'junction' });
    expect(target).toMatchObject({ secondUser: 't' });
  });

  test('keep the expectations of the configuration for a user that a flag names', () => {
    const users = settings.users.type.read('new', settings.users.type.read('two'));
    const chosen = chosenSettings(targetSettings, { flags: { users }, config, vendor: 'junction' });
    expect(chosen.users).toEqual([{ id: 'two', expect: expect3 }, { id: 'new' }]);
  });

  test('contain the headers of both', () => {
    const headers = settings.headers.type.read('X-Trace: c');
    const chosen = chosenSettings(runSettings, { flags: { headers }, config });
    expect(chosen.headers).toEqual({ 'X-Team': 'a', 'X-Trace': 'c' });
  });
});
