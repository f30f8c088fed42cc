import { describe, expect, test } from 'vitest';
import { causeTypes, connectionStates } from '../../server/model/connection.ts';
import { failureState } from '../../server/model/transition.ts';
import { connectionIn } from './a-connection.ts';
import { expectShownAsInTable, statusTable } from './status-table.ts';

describe('the status table', () => {
  test.each(statusTable)(
    'shows $state ($cause) as $openWearables, $junction, $mielto',
    ({ state, cause }) => {
      expectShownAsInTable(connectionIn(state, cause));
    },
  );

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
});
