import { expect, test } from 'vitest';
import { listOperationOf } from '../../../contract/contract.ts';
import { scenarioUsers, unknownUser } from '../../../spec/scenarios.ts';
import { vendorNames } from '../../../spec/vendors.ts';
import { exampleCalls } from '../../support/example-calls.ts';

/** That each call is answered as its example shows is for `test/spec/example-calls.test.ts`. */
const calls = vendorNames.flatMap((vendor) =>
  exampleCalls(listOperationOf(vendor)).map(({ name, values }) => ({ vendor, name, values })),
);
const ofScenarios = calls.flatMap((call) => {
  const user = [...scenarioUsers, unknownUser].find(({ name }) => name === call.name);
  return user === undefined ? [] : [{ ...call, user }];
});

test.each(ofScenarios)(
  'the example $name of $vendor asks for the user of that scenario',
  ({ values, user }) => {
    expect(values.get('user_id')).toBe(user.userId);
  },
);

test('each vendor has examples of scenarios', () => {
  expect(ofScenarios.map(({ vendor, name }) => `${vendor} ${name}`).sort()).toEqual([
    'junction every-error',
    'junction every-state',
    'junction junction-connected',
    'junction junction-deregistered',
    'junction never-synced',
    'junction no-connections',
    'junction page-example',
    'junction unknown',
    'junction values-of-tomorrow',
    'mielto every-integration-type',
    'mielto every-state',
    'mielto never-synced',
    'mielto no-connections',
    'mielto page-example',
    'mielto unknown',
    'open-wearables every-error',
    'open-wearables every-state',
    'open-wearables never-synced',
    'open-wearables no-connections',
    'open-wearables page-example',
    'open-wearables unknown',
  ]);
});
