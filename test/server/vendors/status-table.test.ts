import { describe, expect, test } from 'vitest';
import { causeTypes, connectionStates } from '../../../server/model/connection.ts';
import { failureState } from '../../../server/model/transition.ts';
import { shownStates, shownStatus } from '../../../server/vendors/status-column.ts';
import { statusTable } from '../../../server/vendors/status-table.ts';
import { vendorApis } from '../../../server/vendors/vendor-apis.ts';
import { vendorNames } from '../../../spec/vendors.ts';
import { connectionIn } from '../../support/a-connection.ts';
import { expectShownAsInTable } from './expect-shown.ts';

describe('the status table', () => {
  test.each(statusTable)('says of $state ($cause) what the presenters show', ({ state, cause }) => {
    expectShownAsInTable(connectionIn(state, cause));
  });

  test('has every state and every cause', () => {
    expect(new Set(statusTable.map(({ state }) => state))).toEqual(new Set(connectionStates));
    const causes = statusTable.map(({ cause }) => cause).filter((cause) => cause !== null);
    expect(causes.toSorted()).toEqual(causeTypes.toSorted());
  });

  test.each(statusTable.filter(({ cause }) => cause !== null))(
    '$cause leads to $state',
    ({ state, cause }) => {
      expect(failureState(cause ?? 'unknown').state).toBe(state);
    },
  );

  test.each(vendorNames)('lists at %s each state that its column shows, and no other', (vendor) => {
    const shown = statusTable.filter((row) => row.shown[vendor] !== null).map(({ state }) => state);
    expect(new Set(shownStates(vendorApis[vendor].statuses))).toEqual(new Set(shown));
  });

  test.each(vendorNames)('finds at %s the states of each status that is shown', (vendor) => {
    const { statuses } = vendorApis[vendor];
    for (const { state, cause, shown } of statusTable) {
      const status = shown[vendor];
      if (status === null) continue;
      expect(shownStates(statuses, status), `${status} (${cause})`).toContain(state);
      expect(shownStatus(statuses, connectionIn(state, cause))).toBe(status);
    }
  });
});
