import { expect, test } from 'vitest';
import { listOperationOf, readContract } from '../../../../contract/contract.ts';
import type { VendorEntry } from '../../../../spec/vendor-entry.ts';
import { vendorEntry } from '../../../../spec/vendors.ts';
import { inputChecks } from '../../../../verify/checks/input/input.ts';
import { listRulesOf } from '../../../../verify/vendors/list-rules-of.ts';

/** The names of the checks of Mielto's input, if its server uses this framework. */
function namesFor(framework: VendorEntry['framework']): string[] {
  const operation = listOperationOf('mielto');
  const checks = inputChecks({
    vendor: 'mielto',
    entry: vendorEntry('mielto'),
    hasTenants: true,
    answersHead: true,
    framework,
    contract: readContract('mielto'),
    operation,
    rules: listRulesOf('mielto', operation.id),
    isShared: false,
    usersAt: null,
    strict: true,
  });
  return checks.map(({ id }) => id.replace(/^.*\.input\./, ''));
}

test('Checks of the query behaviour of FastAPI are not planned for another framework', () => {
  const others = namesFor('other');
  const onlyFastApi = namesFor('fastapi').filter((name) => !others.includes(name));
  expect(onlyFastApi.toSorted()).toEqual([
    'integration_type.repeated',
    'limit.repeated',
    'limit.signed',
    'skip.repeated',
    'skip.signed',
    'status.repeated',
    'unknown-parameter',
  ]);
  expect(others).toEqual(expect.arrayContaining(['limit.malformed', 'limit.above', 'status.unknown']));
});
