import type { components } from '../../../generated/sandbox.ts';
import { scenarioUsers } from '../../../spec/scenarios.ts';
import { vendorNames } from '../../../spec/vendors.ts';
import { keyHeaders, keys, listPath } from '../../support/vendor-calls.ts';
import { acknowledged, type ShownConnection } from '../model/connection-model.ts';
import { newUser } from '../model/user-model.ts';
import type { WorkspaceModel } from '../model/workspace-model.ts';
import { type Call, call, callDuringReset, impossible, isUncertain } from './call.ts';
import { readPages, readScenarioList, scenarioUserOfLists } from './list-actions.ts';
import { connectionsPath, userPath, workspacePath, workspacesPath } from './paths.ts';
import { type Client, defaultWorkspace } from './world.ts';

const scenarioIds: readonly string[] = scenarioUsers.map(({ userId }) => userId);

/** The default workspace, in which each client has its own users. */
export function sharedWorkspace(): WorkspaceModel {
  return {
    id: defaultWorkspace,
    name: defaultWorkspace,
    keys: {
      'open-wearables': keys['open-wearables'].first,
      junction: keys.junction.first,
      mielto: keys.mielto.first,
    },
    isShared: true,
    isDoubtful: false,
    settlesAt: 0,
    users: new Map(),
    untouched: new Set(scenarioIds),
    deletedUsers: new Set(),
  };
}

/** Creates a workspace. Changes two of its first users too, so that it gets its own copy of the scenario data. */
export async function createWorkspace(client: Client): Promise<void> {
  const { world } = client;
  client.created += 1;
  const name = `${client.name}, workspace ${client.created}`;
  const request: Call = { method: 'POST', path: workspacesPath, body: { name } };
  world.possibleNames.add(name);
  const answer = await call(client, request);
  if (isUncertain(answer)) return world.tally.doubt();
  if (answer.status !== 201) return world.tally.report([impossible(request, answer)]);
  world.tally.acknowledge();
  const made = answer.json as components['schemas']['SandboxNewWorkspace'];
  const workspace: WorkspaceModel = {
    id: made.id,
    name,
    keys: made.keys,
    isShared: false,
    isDoubtful: false,
    settlesAt: 0,
    users: new Map(),
    untouched: new Set([...scenarioIds, made.own_user_id]),
    deletedUsers: new Set(),
  };
  client.workspaces.set(made.id, workspace);
  for (const vendor of vendorNames) await readScenarioList(client, vendor, workspace);
  for (const id of [made.own_user_id, scenarioUserOfLists]) await adoptUser(client, workspace, id);
}

/** Deletes a workspace with its users and keys. */
export async function deleteWorkspace(client: Client, workspace: WorkspaceModel): Promise<void> {
  const { world, workspaces } = client;
  const request: Call = { method: 'DELETE', path: workspacePath(workspace) };
  const answer = await call(client, request);
  if (answer.status === 204) {
    world.tally.acknowledge();
    workspaces.delete(workspace.id);
    world.possibleNames.delete(workspace.name);
    await checkDeleted(client, workspace);
  } else if (isUncertain(answer)) {
    world.tally.doubt();
    workspace.isDoubtful = true;
    workspace.settlesAt = Date.now() + world.settleMilliseconds;
  } else {
    world.tally.report([impossible(request, answer)]);
    workspaces.delete(workspace.id);
  }
}

/** Reads whether a workspace exists whose deletion had no answer. */
export async function settleWorkspace(client: Client, workspace: WorkspaceModel): Promise<void> {
  const request: Call = { path: workspacePath(workspace) };
  const answer = await call(client, request);
  if (answer.status === 200) workspace.isDoubtful = false;
  else if (answer.status === 404) {
    client.workspaces.delete(workspace.id);
    client.world.possibleNames.delete(workspace.name);
  } else if (!isUncertain(answer)) client.world.tally.report([impossible(request, answer)]);
}

/** Reports if a deleted workspace still exists, or if one of its keys is accepted. */
async function checkDeleted(client: Client, workspace: WorkspaceModel): Promise<void> {
  const vendor = client.random.pick(vendorNames);
  const headers = keyHeaders[vendor](workspace.keys[vendor]);
  const requests = [
    { request: { path: workspacePath(workspace) }, status: 404 },
    { request: { path: listPath(vendor, scenarioUserOfLists), headers }, status: 401 },
  ];
  for (const { request, status } of requests) await expectRefusal(client, request, status);
}

/** Reports what a reset should have deleted, and forgets it. */
export async function checkReset(client: Client): Promise<void> {
  const { world } = client;
  const gone = [...client.workspaces.values()].filter(({ isDoubtful }) => !isDoubtful);
  client.workspaces.clear();
  for (const workspace of gone) {
    if (!workspace.isShared) {
      world.possibleNames.delete(workspace.name);
      await checkDeleted(client, workspace);
      continue;
    }
    for (const user of workspace.users.values()) {
      if (user.isDoubtful) continue;
      world.possibleUsers.delete(user.id);
      await expectRefusal(client, { path: userPath(workspace, user) }, 404);
    }
  }
}

async function expectRefusal(client: Client, request: Call, status: number): Promise<void> {
  const answer = await callDuringReset(client, request);
  if (isUncertain(answer) || answer.status === status) return;
  const { text } = impossible(request, answer);
  client.world.tally.report([{ kind: 'lost', text: `a deletion is lost: ${text}` }]);
}

/** From now on this client changes a user that the workspace began with. */
async function adoptUser(client: Client, workspace: WorkspaceModel, id: string): Promise<void> {
  const user = newUser(id);
  const shown = await readPages<ShownConnection>(client, connectionsPath(workspace, user), 'connections');
  if (shown === null) return;
  for (const connection of shown) user.connections.set(connection.id, acknowledged(connection));
  workspace.users.set(id, user);
  workspace.untouched.delete(id);
}
