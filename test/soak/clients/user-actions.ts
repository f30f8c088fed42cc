import { newUser } from '../model/user-model.ts';
import type { WorkspaceModel } from '../model/workspace-model.ts';
import { type Call, call, impossible, isUncertain } from './call.ts';
import type { Place } from './connection-actions.ts';
import { userPath, usersPath } from './paths.ts';
import type { Client } from './world.ts';

/** Creates a user. */
export async function createUser(client: Client, workspace: WorkspaceModel): Promise<void> {
  const { world, random } = client;
  const user = newUser(random.uuid());
  const request: Call = { method: 'POST', path: usersPath(workspace), body: { id: user.id } };
  if (workspace.isShared) world.possibleUsers.add(user.id);
  const answer = await call(client, request);
  if (answer.status === 201) {
    world.tally.acknowledge();
    workspace.users.set(user.id, user);
  } else if (isUncertain(answer)) {
    workspace.users.set(user.id, user);
    doubtUser(client, { workspace, user });
  } else world.tally.report([impossible(request, answer)]);
}

/** Deletes a user with its connections. */
export async function deleteUser(client: Client, { workspace, user }: Place): Promise<void> {
  const request: Call = { method: 'DELETE', path: userPath(workspace, user) };
  const answer = await call(client, request);
  if (answer.status === 204) {
    client.world.tally.acknowledge();
    forgetUser(client, { workspace, user });
  } else if (isUncertain(answer)) {
    doubtUser(client, { workspace, user });
  } else {
    client.world.tally.report([impossible(request, answer)]);
    workspace.users.delete(user.id);
  }
}

/** Reads whether a user exists whose creation or deletion had no answer. */
export async function settleUser(client: Client, { workspace, user }: Place): Promise<void> {
  const request: Call = { path: userPath(workspace, user) };
  const answer = await call(client, request);
  if (answer.status === 200) user.isDoubtful = false;
  else if (answer.status === 404) forgetUser(client, { workspace, user });
  else if (!isUncertain(answer)) client.world.tally.report([impossible(request, answer)]);
}

function doubtUser({ world }: Client, { user }: Place): void {
  world.tally.doubt();
  user.isDoubtful = true;
  user.settlesAt = Date.now() + world.settleMilliseconds;
}

function forgetUser({ world }: Client, { workspace, user }: Place): void {
  workspace.users.delete(user.id);
  workspace.deletedUsers.add(user.id);
  if (workspace.isShared) world.possibleUsers.delete(user.id);
}
