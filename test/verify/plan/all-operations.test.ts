import { describe, expect, test } from 'vitest';
import { contractOf, editionContracts, readContract } from '../../../contract/contract.ts';
import { type Vendor, vendorNames } from '../../../spec/vendors.ts';
import { planRunWith } from '../../../verify/plan-run-with.ts';
import { type OmittedOperation, planRun, type VerifyOptions } from '../../../verify/verify.ts';

const baseUrl = 'http://127.0.0.1:1';

function planOf(vendor: Vendor, operations: NonNullable<VerifyOptions['operations']>, edition?: string) {
  const api = { vendor, key: 'a-key', users: [], ...(edition === undefined ? {} : { edition }) };
  return planRun({ baseUrl, apis: [api], operations });
}

const pages = vendorNames.map((vendor) => ({ name: vendor, vendor, edition: undefined }));

describe.each([...pages, ...editionContracts])('All operations of $name', ({ vendor, edition }) => {
  const plan = planOf(vendor, 'all', edition);
  const verified = new Set(plan.checks.map(({ operationId }) => operationId));
  const operations = [...readContract(vendor, edition).operations.values()];

  test('are each GET, either verified or left out with a reason', () => {
    const omitted = plan.omitted.map(({ operationId }) => operationId);
    const gets = operations.filter(({ method }) => method === 'get').map(({ id }) => id);
    expect([...verified, ...omitted].toSorted()).toEqual(gets.toSorted());
  });

  test('are those that change nothing', () => {
    for (const id of verified) expect(operations.find((known) => known.id === id)?.isSafe).toBe(true);
  });

  test('have checks of a missing key only if the key is required', () => {
    for (const id of verified) {
      const isOptional = operations.find((known) => known.id === id)?.security.includes(null) === true;
      const ids = plan.checks.filter(({ operationId }) => operationId === id).map(({ group }) => group);
      expect([id, ids.includes('authentication')]).toEqual([id, !isOptional]);
    }
  });

  test('have no checks of meaning, except for the list of the reference page', () => {
    const lists = plan.checks
      .filter(({ group }) => group === 'meaning')
      .map(({ operationId }) => operationId);
    expect(new Set(lists).size).toBe(1);
  });
});

const omitted: readonly OmittedOperation[] = vendorNames.flatMap((vendor) => planOf(vendor, 'all').omitted);
const changes = 'it changes something, although it is a GET';

test.each([
  ['authorizeOpenWearablesProvider', changes],
  ['completeOpenWearablesOauth', changes],
  ['showOpenWearablesOauthSuccess', 'it takes no key'],
  ['listJunctionLinkProviders', 'it takes a link token instead of the key'],
  ['startJunctionOauthLink', changes],
  ['completeMieltoOauth', changes],
])('%s is left out, because %s', (id, reason) => {
  const found = omitted.find(({ operationId }) => operationId === id);
  expect(found?.reason).toBe(reason);
  expect(() => planOf(found?.vendor ?? 'junction', [id])).toThrow(
    `Cannot verify the operation ${id}: ${reason}. Leave it out.`,
  );
});

test('Nothing is left out of a run of chosen operations', () => {
  expect(planOf('junction', ['getJunctionUser']).omitted).toEqual([]);
});

test('A list of users has a check between tenants, and a catalogue that all tenants share has none', () => {
  const isolation = (vendor: Vendor, id: string) =>
    planOf(vendor, [id])
      .checks.filter(({ group }) => group === 'isolation')
      .map((check) => check.id);
  expect(isolation('junction', 'listJunctionUsers')).toEqual([
    'junction.listJunctionUsers.isolation.foreign-users',
  ]);
  expect(isolation('mielto', 'getMieltoRequirements')).toEqual([]);
  expect(isolation('junction', 'listJunctionProviderCatalogue')).toEqual([]);
});

test('A contract in which every GET changes something has only its list left', () => {
  const { document } = readContract('mielto');
  const paths = Object.entries(document.paths).map(([path, item]) => {
    const isList = item.get?.operationId === 'listMieltoConnections';
    if (item.get === undefined || isList) return [path, item];
    return [path, { ...item, get: { ...item.get, 'x-unsafe': true } }];
  });
  const contract = contractOf('mielto', { ...document, paths: Object.fromEntries(paths) });
  const apis = [{ vendor: 'mielto', key: 'a-key', users: [] }] as const;
  const plan = planRunWith(() => contract, { baseUrl, apis, operations: 'all' });
  expect(new Set(plan.checks.map(({ operationId }) => operationId))).toEqual(
    new Set(['listMieltoConnections']),
  );
});
