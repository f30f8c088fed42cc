import type { Connection } from '../../server/model/connection.ts';
import { connectionsOfOwnUser, connectionsOfScenarioUsers } from '../../server/scenarios/workspace-seed.ts';

/** The users and connections of a new workspace. */
export function workspaceSeed(ownUserId: string): { userIds: string[]; connections: Connection[] } {
  return {
    userIds: [...connectionsOfScenarioUsers.keys(), ownUserId],
    connections: [...connectionsOfScenarioUsers.values(), connectionsOfOwnUser(ownUserId)].flat(),
  };
}
