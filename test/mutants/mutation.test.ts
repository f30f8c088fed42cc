import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mutants } from '../../mutants/catalogue/mutants.ts';
import { type MutatingProxy, startMutatingProxy } from '../../mutants/proxy/mutating-proxy.ts';
import { type RunningServer, startServer } from '../../server/start-server.ts';
import { type Vendor, vendorNames } from '../../spec/vendors.ts';
import { createSandboxTenants, type SandboxTenants } from '../../verify/sandbox/sandbox-tenants.ts';
import { planRun } from '../../verify/verify.ts';
import { catchMutant } from './catch-mutant.ts';

let server: RunningServer;
let tenants: SandboxTenants;
/** One for each API, so that the APIs are verified concurrently. */
const proxies = new Map<Vendor, MutatingProxy>();
/** Errors of the proxies themselves, which a check could mistake for the fault. */
const failures: unknown[] = [];

beforeAll(async () => {
  server = await startServer();
  tenants = await createSandboxTenants({ baseUrl: server.url, vendors: vendorNames });
  for (const vendor of vendorNames) {
    const onFailure = (error: unknown) => failures.push(error);
    proxies.set(vendor, await startMutatingProxy({ baseUrl: server.url, mutant: null, onFailure }));
  }
});

afterAll(async () => {
  await tenants?.remove();
  for (const proxy of proxies.values()) await proxy.close();
  await server?.close();
});

test.each(vendorNames)('every check of %s passes through a proxy that breaks nothing', async (vendor) => {
  const apis = tenants.targets.filter((target) => target.vendor === vendor);
  const run = planRun({ baseUrl: proxyOf(vendor).url, apis, strict: true });
  const ends = [];
  for await (const { check, status } of run.outcomes()) ends.push([check.id, status]);
  expect(ends.filter(([, status]) => status !== 'passed')).toEqual([]);
  expect(ends).toHaveLength(run.checks.length);
});

describe('a check that names the fault catches the mutant at each of its APIs', () => {
  test.each(mutants.map((mutant) => [mutant.id, mutant.title, mutant] as const))(
    '%s: %s',
    async (...[, , mutant]) => {
      failures.length = 0;
      const { targets } = tenants;
      const catches = await Promise.all(
        mutant.vendors.map((vendor) =>
          catchMutant({ proxy: proxyOf(vendor), vendor, targets, mutant, onlyNamedChecks: true }),
        ),
      );
      expect(catches.length).toBeGreaterThan(0);
      for (const { vendor, by, failed, warned } of catches) {
        const seen = `${vendor}: failed ${failed.join() || 'nothing'}, warned of ${warned.join() || 'nothing'}`;
        expect(by, seen).not.toBeNull();
        expect(mutant.warnsOnly === true ? failed : [], seen).toEqual([]);
      }
      expect(failures).toEqual([]);
    },
  );
});

function proxyOf(vendor: Vendor): MutatingProxy {
  const proxy = proxies.get(vendor);
  if (proxy === undefined) throw new Error(`No proxy was started for ${vendor}.`);
  return proxy;
}
