import { type ScenarioName, scenarioUsers } from '../../spec/scenarios.ts';
import type { Connection } from '../model/connection.ts';
import { junctionConnected, junctionDeregistered, pageExample } from './page-examples.ts';
import { type ScenarioRow, scenarioConnections } from './scenario-connection.ts';
import {
  awkwardText,
  everyError,
  everyIntegrationType,
  everyState,
  manyConnections,
  neverSynced,
  valuesOfTomorrow,
} from './situations.ts';

const scenarioRows: Readonly<Record<ScenarioName, readonly ScenarioRow[]>> = {
  'page-example': pageExample,
  'no-connections': [],
  'every-state': everyState,
  'every-error': everyError,
  'never-synced': neverSynced,
  'junction-connected': junctionConnected,
  'junction-deregistered': junctionDeregistered,
  'every-integration-type': everyIntegrationType,
  'many-connections': manyConnections,
  'awkward-text': awkwardText,
  'values-of-tomorrow': valuesOfTomorrow,
};

/** The connections of each scenario user, by the id of the user. They are the same in every new workspace. */
export const connectionsOfScenarioUsers: ReadonlyMap<string, readonly Connection[]> = new Map(
  scenarioUsers.map(({ name, userId }) => [
    userId,
    scenarioConnections({ userId, rows: scenarioRows[name] }),
  ]),
);

/** The connections of the user that exists only in one workspace. */
export function connectionsOfOwnUser(ownUserId: string): Connection[] {
  const rows = [{ provider: 'garmin', externalId: ownUserId }, { provider: 'slack' }];
  return scenarioConnections({ userId: ownUserId, rows });
}
