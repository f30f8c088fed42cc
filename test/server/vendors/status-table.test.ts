import { describe, expect, test } from 'vitest';
import { causeTypes, connectionStates } from '../../../server/model/connection.ts';
import { failureState } from '../../../server/model/transition.ts';
import { shownStates, shownStatus } from '../../../server/vendors/status-column.ts';
import { statusTable } from '../../../server/vendors/status-table.ts';
import { vendorApis } from '../../../server/vendors/vendor-apis.ts';
import { vendorNames } from '../../../spec/vendors.ts';
import { connectionIn } from '../../support/connection-in.ts';
import { expectTableStatuses } from './expect-table-statuses.ts';

describe('the status table', () => {
  test.each(statusTable)(
    'has the statuses that the presenters show for $state ($cause)',
    ({ state, cause }) => {
      expectTableStatuses(connectionIn(state, cause));
    },
  );

  test('contains every state and every cause', () => {
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

  test.each(vendorNames)('matches the states that %s lists', (vendor) => {
    const shown = statusTable.filter((row) => row.shown[vendor] !== null).map(({ state }) => state);
    expect(new Set(shownStates(vendorApis[vendor].statuses))).toEqual(new Set(shown));
  });

  test.each(vendorNames)('matches the states of each status of %s', (vendor) => {
    const { statuses } = vendorApis[vendor];
    for (const { state, cause, shown } of statusTable) {
      const status = shown[vendor];
      if (status === null) continue;
      expect(shownStates(statuses, status), `${status} (${cause})`).toContain(state);
      expect(shownStatus(statuses, connectionIn(state, cause))).toBe(status);
    }
  });
});
