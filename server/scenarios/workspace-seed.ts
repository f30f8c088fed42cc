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
};

/** The contents of a new workspace: the scenario users, and one user that exists in no other workspace. */
export function workspaceSeed(
  workspaceId: string,
  ownUserId: string,
): { userIds: string[]; connections: Connection[] } {
  const users = [
    ...scenarioUsers.map(({ name, userId }) => ({ userId, rows: scenarioRows[name] })),
    { userId: ownUserId, rows: [{ provider: 'garmin', externalId: ownUserId }, { provider: 'slack' }] },
  ];
  return {
    userIds: users.map(({ userId }) => userId),
    connections: users.flatMap(({ userId, rows }) => scenarioConnections({ workspaceId, userId, rows })),
  };
}
