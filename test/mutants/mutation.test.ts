import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mutants } from '../../mutants/catalogue/mutants.ts';
import { type MutatingProxy, startMutatingProxy } from '../../mutants/proxy/mutating-proxy.ts';
import { type RunningServer, startServer } from '../../server/start-server.ts';
import { vendors } from '../../spec/vendors.ts';
import { makeSandboxTenants, type SandboxTenants } from '../../verify/sandbox/sandbox-tenants.ts';
import { planRun } from '../../verify/verify.ts';
import { catchMutant } from './catch-mutant.ts';

let server: RunningServer;
let tenants: SandboxTenants;
let proxy: MutatingProxy;

beforeAll(async () => {
  server = await startServer();
  const names = vendors.map(({ vendor }) => vendor);
  tenants = await makeSandboxTenants({ baseUrl: server.url, vendors: names });
  proxy = await startMutatingProxy({ baseUrl: server.url, mutant: null });
});

afterAll(async () => {
  await tenants?.remove();
  await proxy?.close();
  await server?.close();
});

test('nothing is found through the proxy while it breaks nothing', async () => {
  proxy.setMutant(null);
  const run = planRun({ baseUrl: proxy.url, apis: tenants.targets, strict: true });
  const ends = [];
  for await (const { check, status } of run.outcomes()) ends.push([check.id, status]);
  expect(ends.filter(([, status]) => status !== 'passed')).toEqual([]);
  expect(ends).toHaveLength(run.checks.length);
});

describe('a check that names the fault finds the mutant', () => {
  test.each(mutants.map((mutant) => [mutant.id, mutant.title, mutant] as const))(
    '%s: %s',
    async (...[, , mutant]) => {
      const catches = await catchMutant({ proxy, mutant, targets: tenants.targets, concerned: true });
      expect(catches.map(({ vendor }) => vendor)).toEqual(mutant.vendors);
      for (const { vendor, by, failed, warned } of catches) {
        expect(
          by,
          `${vendor}: failed ${failed.join() || 'nothing'}, warned of ${warned.join() || 'nothing'}`,
        ).not.toBeNull();
      }
    },
  );
});
