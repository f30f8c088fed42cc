import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findMutant, mutants } from '../../mutants/catalogue/mutants.ts';
import { type MutatingProxy, startMutatingProxy } from '../../mutants/proxy/mutating-proxy.ts';
import { type RunningServer, startServer } from '../../server/start-server.ts';
import { type Vendor, vendorNames } from '../../spec/vendors.ts';

import { lettersUser, probesOf, seen } from './probes.ts';

let server: RunningServer;
let proxy: MutatingProxy;
const right = new Map<Vendor, readonly string[]>();

beforeAll(async () => {
  server = await startServer();
  const users = await fetch(`${server.url}/sandbox/workspaces/ws_second/users`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ id: lettersUser }),
  });
  expect(users.status).toBe(201);
  proxy = await startMutatingProxy({ baseUrl: server.url, mutant: null });
  for (const vendor of vendorNames) {
    const answers: string[] = [];
    for (const probe of probesOf(vendor)) answers.push(await seen(server.url, probe));
    right.set(vendor, answers);
  }
});
afterAll(async () => {
  await proxy.close();
  await server.close();
});

test.each(vendorNames)('without a mutant every answer of %s is as it was', async (vendor) => {
  const answers: string[] = [];
  for (const probe of probesOf(vendor)) answers.push(await seen(proxy.url, probe));
  expect(answers).toEqual(right.get(vendor));
});

describe.each(mutants)('$id', ({ id, vendors }) => {
  test.each(vendors)('changes an answer of %s', async (vendor) => {
    proxy.setMutant(findMutant(id) ?? null);
    for (const [index, probe] of probesOf(vendor).entries()) {
      const answer = await seen(proxy.url, probe);
      expect(answer).not.toContain('The mutating proxy');
      if (answer !== right.get(vendor)?.[index]) return;
    }
    expect.fail('No answer differs.');
  });
});

test('no two mutants have the same id, and ids are lower case with hyphens', () => {
  const ids = mutants.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
});

const [openWearables, junction, mielto] = vendorNames;

/** Which APIs each row of the project's list of mutants concerns; all where it is not told here. */
const concerned: Readonly<Record<number, readonly (Vendor | undefined)[]>> = {
  2: [openWearables],
  6: [mielto],
  7: [mielto],
  9: [openWearables],
  10: [openWearables, junction],
  11: [openWearables, mielto],
  22: [openWearables, junction],
  29: [mielto],
  30: [mielto],
  31: [mielto],
  32: [mielto],
  33: [mielto],
  34: [mielto],
  35: [mielto],
  37: [junction],
  38: [openWearables, mielto],
  40: [openWearables],
};

test.each(Array.from({ length: 40 }, (_, index) => index + 1))(
  'row %i has a mutant at each API it concerns',
  (row) => {
    const covered = new Set(mutants.filter((mutant) => mutant.row === row).flatMap(({ vendors }) => vendors));
    expect(
      (concerned[row] ?? vendorNames).filter((vendor) => vendor !== undefined && !covered.has(vendor)),
    ).toEqual([]);
  },
);

test('as many mutants as the list has rows are beyond the list', () => {
  expect(mutants.filter(({ row }) => row === null).length).toBeGreaterThan(45);
});
