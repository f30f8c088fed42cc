import { describe, expect, test } from 'vitest';
import { vendors } from '../../spec/vendors.ts';
import { planRun } from '../../verify/verify.ts';
import { runCli } from '../support/run-cli.ts';

const apis = vendors.map(({ vendor }) => ({ vendor, key: '', users: [] }));
const { checks } = planRun({ baseUrl: 'http://127.0.0.1', apis, strict: true });

describe('--list-checks', () => {
  test('lists all checks of all APIs, without a key or a target', async () => {
    const { code, stdout, stderr } = await runCli(['verify', '--list-checks']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const [head = '', ...lines] = stdout.trimEnd().split('\n');
    expect(head).toMatch(/^id +provenance +title$/);
    expect(lines).toHaveLength(checks.length);
    for (const [index, { id, provenance, title }] of checks.entries()) {
      expect(lines[index]?.split(/ {2,}/)).toEqual([id, provenance, expect.stringContaining(title)]);
    }
  });

  test('lists only the chosen checks', async () => {
    const { stdout } = await runCli([
      ...['verify', '--list-checks', '--api', 'junction,mielto'],
      ...['--checks', 'leaks', 'isolation', '--exclude-checks', 'mielto'],
    ]);
    const ids = stdout.match(/^\S+\.\S+/gm) ?? [];
    expect(ids.length).toBeGreaterThan(3);
    expect(ids.filter((id) => !/^junction\.listJunctionProviders\.(?:leaks|isolation)\./.test(id))).toEqual(
      [],
    );
  });

  test('lists the checks of an edition, which has none between tenants if its server has none', async () => {
    const { code, stdout } = await runCli(['verify', '--list-checks', '--api', 'all', '--edition', '0-6']);
    expect(code).toBe(0);
    const wearables = 'open-wearables.listOpenWearablesConnections';
    expect(stdout).toContain(`${wearables}.meaning.unknown-user `);
    expect(stdout).toContain(`${wearables}.isolation.two-users `);
    expect(stdout).not.toMatch(new RegExp(`${wearables}.(?:isolation.(?:foreign|exclusive)-user|shape.404)`));
    expect(stdout).toContain('junction.listJunctionProviders.isolation.foreign-user ');
  });
});

test.each([['--operations', 'all'], ['--sandbox']])(
  '--list-checks with %s lists the checks of all operations',
  async (...choice) => {
    const { stdout } = await runCli(['verify', '--list-checks', '--api', 'mielto', ...choice]);
    for (const id of ['listMieltoConnections', 'getMieltoConnection', 'getMieltoRequirements'])
      expect(stdout).toMatch(new RegExp(`^mielto\\.${id}\\.authentication\\.no-key `, 'm'));
  },
);

describe('--explain', () => {
  test('describes a check that only an edition has, with the location in its contract', async () => {
    const { code, stdout } = await runCli(['verify', '--explain', 'meaning.unknown-user']);
    expect(code).toBe(0);
    expect(stdout).toContain('generated/open-wearables.0-6.yaml#');
    expect(stdout).toContain('“');
  });

  test.each(
    checks
      .map(({ id }) => id)
      .filter((id) => id.startsWith('mielto.'))
      .slice(0, 3),
  )('describes %s', async (id) => {
    const { code, stdout, stderr } = await runCli(['verify', '--explain', id]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const check = checks.find((known) => known.id === id);
    for (const text of [id, check?.title, check?.why, check?.rule, check?.fix])
      expect(stdout).toContain(text);
    expect(stdout).toMatch(/Source {4}.*a violation/);
  });

  test.each([
    ['junction.leaks.own-key', 'a violation is always a failure'],
    ['junction.shape.server-errors', 'a violation is always a failure'],
    ['junction.authentication.slash-redirect', 'a violation is always a warning'],
    ['junction.transport.redirect-host', 'a violation is always a warning'],
    ['junction.transport.after-error', 'a violation is always a warning'],
    ['junction.isolation.other-user-ids', 'in any other field it is always a warning'],
    [
      'junction.shape.200.types',
      'a violation is a failure\n            A finding about a statement with another source',
    ],
  ])('states the level that the findings of %s have', async (id, level) => {
    expect((await runCli(['verify', '--explain', id])).stdout).toContain(level);
  });

  test('without an API describes the check of each API and operation', async () => {
    const { stdout } = await runCli(['verify', '--explain', 'shape.200.required-fields']);
    const ids = stdout.match(/^\S+/gm) ?? [];
    expect(ids).toEqual(
      expect.arrayContaining(
        vendors.map(({ vendor, list }) => `${vendor}.${list.operationId}.shape.200.required-fields`),
      ),
    );
    expect(ids).toContain('mielto.getMieltoConnection.shape.200.required-fields');
    expect(ids.filter((id) => !id.endsWith('.shape.200.required-fields'))).toEqual([]);
  });

  test('states that a check only warns', async () => {
    const { stdout } = await runCli(['verify', '--explain', 'junction.shape.200.open-enums']);
    expect(stdout).toMatch(/Source .*: a violation is always a warning\n/);
  });

  test('quotes the description in the contract', async () => {
    const { stdout } = await runCli(['verify', '--explain', 'junction.isolation.foreign-user']);
    expect(stdout).toContain('“No user with this id is visible to the key. (decided)”');
  });
});
