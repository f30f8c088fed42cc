import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mutants } from '../../mutants/catalogue/mutants.ts';
import { type MutatingProxy, startMutatingProxy } from '../../mutants/proxy/mutating-proxy.ts';
import { type RunningServer, startServer } from '../../server/start-server.ts';
import { vendorNames } from '../../spec/vendors.ts';
import { createSandboxTenants, type SandboxTenants } from '../../verify/sandbox/sandbox-tenants.ts';
import { planRun } from '../../verify/verify.ts';
import { catchMutant } from './catch-mutant.ts';

const vendor = 'open-wearables';
const editions = { [vendor]: '0-6' } as const;

/** The mutants that change nothing in the edition, or only what it allows. */
const harmless: Readonly<Record<string, readonly string[]>> = {
  'an unknown user has an empty list, so there is no 404': [
    'existence-before-key',
    'existence-before-wrong-key',
    'not-found-html-type',
    'unknown-user-other-text',
    'server-error-for-unknown-user',
    'bad-gateway-for-unknown-user',
    'gone',
    'not-found-as-200',
    'own-key-in-not-found',
    'own-key-in-not-found-header',
    'node-stack-trace',
    'sql-in-error',
    'host-in-error',
    'exception-name-in-error',
  ],
  'other notations of a UUID are accepted': [
    'uuid-without-hyphens-accepted',
    'uuid-in-braces-accepted',
    'uuid-urn-accepted',
  ],
  'the field is documented, so it is at most a warning': ['linked-users-shown', 'field-undocumented'],
  'HEAD is refused': ['head-not-allowed'],
};
const harmlessIds = Object.values(harmless).flat();

let server: RunningServer;
let tenants: SandboxTenants;
let proxy: MutatingProxy;
beforeAll(async () => {
  server = await startServer();
  tenants = await createSandboxTenants({ baseUrl: server.url, vendors: vendorNames, editions });
  proxy = await startMutatingProxy({ baseUrl: server.url, mutant: null });
});
afterAll(async () => {
  await tenants?.remove();
  await proxy?.close();
  await server?.close();
});

const ofEdition = mutants.filter(({ vendors }) => vendors.includes(vendor));
const isCaught = async (id: string) => {
  const mutant = ofEdition.find((known) => known.id === id);
  if (mutant === undefined) throw new Error(`There is no mutant ${id} of ${vendor}.`);
  const options = { proxy, vendor, targets: tenants.targets, mutant, onlyNamedChecks: true } as const;
  return (await catchMutant(options)).by !== null;
};

describe('in the edition 0-6', () => {
  test('every check passes through a proxy that breaks nothing', async () => {
    proxy.setMutant(null);
    const apis = tenants.targets.filter((target) => target.vendor === vendor);
    const run = planRun({ baseUrl: proxy.url, apis, strict: true });
    const others = [];
    for await (const { check, status } of run.outcomes()) if (status !== 'passed') others.push(check.id);
    expect(others).toEqual([]);
    expect(run.checks.length).toBeGreaterThan(80);
  });

  test('a check that names the fault catches each mutant whose rule the edition has', async () => {
    const apis = tenants.targets.filter((target) => target.vendor === vendor);
    const planned = planRun({ baseUrl: proxy.url, apis, strict: true }).checks.map(({ id, group }) =>
      id.slice(id.indexOf(`.${group}.`) + 1),
    );
    const tried = ofEdition
      .filter(({ caughtBy }) => caughtBy.some((name) => planned.includes(name)))
      .filter(({ id }) => !harmlessIds.includes(id));
    const missed: string[] = [];
    for (const { id } of tried) if (!(await isCaught(id))) missed.push(id);
    expect(missed).toEqual([]);
    expect(tried.length).toBeGreaterThan(200);
  });

  test.each(Object.entries(harmless))('mutants are harmless because %s', async (_, ids) => {
    for (const id of ids) expect([id, await isCaught(id)]).toEqual([id, false]);
  });
});
