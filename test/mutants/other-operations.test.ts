import { afterAll, beforeAll, expect, test } from 'vitest';
import { mutantsByGroup } from '../../mutants/catalogue/mutants.ts';
import { type MutatingProxy, startMutatingProxy } from '../../mutants/proxy/mutating-proxy.ts';
import { type RunningServer, startServer } from '../../server/start-server.ts';
import { vendorNames } from '../../spec/vendors.ts';
import { createSandboxTenants, type SandboxTenants } from '../../verify/sandbox/sandbox-tenants.ts';
import type { ApiTarget } from '../../verify/session/api-target.ts';
import { endOf, type OtherPair, otherPairs } from './other-operations.ts';

let server: RunningServer;
let proxy: MutatingProxy;
let tenants: readonly SandboxTenants[];
beforeAll(async () => {
  server = await startServer();
  proxy = await startMutatingProxy({ baseUrl: server.url, mutant: null });
  const editions = [{}, { 'open-wearables': '0-6' }];
  tenants = await Promise.all(
    editions.map((chosen) =>
      createSandboxTenants({ baseUrl: server.url, vendors: vendorNames, editions: chosen }),
    ),
  );
});
afterAll(async () => {
  await proxy?.close();
  await server?.close();
});

/** `npm run mutation` tries all pairs. */
function sampleOf(target: ApiTarget): readonly OtherPair[] {
  const every = target.edition === undefined ? 16 : 48;
  return otherPairs(target).filter((_, index) => index % every === 0);
}

test('mutants of each group but meaning are for operations other than the list too', () => {
  const groups = vendorNames
    .flatMap((vendor) => otherPairs({ vendor }))
    .map(({ mutant }) =>
      Object.keys(mutantsByGroup).find((group) => mutantsByGroup[group]?.includes(mutant)),
    );
  expect([...new Set(groups)].toSorted()).toEqual(
    Object.keys(mutantsByGroup)
      .filter((group) => group !== 'meaning')
      .toSorted(),
  );
});

test.each(vendorNames)(
  'a check catches each mutant of a sample at the other operations of %s',
  async (vendor) => {
    const ends: string[] = [];
    const missed: string[] = [];
    for (const { targets } of tenants) {
      const target = targets.find((known) => known.vendor === vendor);
      if (target === undefined || (targets === tenants[1]?.targets && target.edition === undefined)) continue;
      for (const pair of sampleOf(target)) {
        const end = await endOf(pair, { proxy, target });
        ends.push(end);
        if (end === 'missed') missed.push(`${pair.mutant.id} at ${pair.operationId}`);
      }
    }
    expect(missed).toEqual([]);
    expect(ends.filter((end) => end === 'caught').length).toBeGreaterThan(15);
  },
);
