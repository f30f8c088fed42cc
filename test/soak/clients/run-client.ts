import { setTimeout as wait } from 'node:timers/promises';
import { vendorNames } from '../../../spec/vendors.ts';
import { certainForm } from '../model/connection-model.ts';
import { certainConnections } from '../model/user-model.ts';
import type { WorkspaceModel } from '../model/workspace-model.ts';
import { ResetOverlap } from './call.ts';
import {
  changeConnection,
  createConnection,
  deleteConnection,
  type Place,
  readConnection,
} from './connection-actions.ts';
import {
  checkWorkspace,
  readConnections,
  readForbidden,
  readScenarioList,
  readVendorList,
} from './list-actions.ts';
import { changeDuringReset } from './reset-actions.ts';
import { createUser, deleteUser, settleUser } from './user-actions.ts';
import {
  checkReset,
  createWorkspace,
  deleteWorkspace,
  settleWorkspace,
  sharedWorkspace,
} from './workspace-actions.ts';
import { type Client, defaultWorkspace } from './world.ts';

const most = { workspaces: 3, users: 4, connections: 8 };
/** Between two actions, on average half of it. It bounds the load, so that a small machine is not the limit. */
const pauseMilliseconds = 10;

/** Sends random requests, one after another, until the signal. */
export async function runClient(client: Client, signal: AbortSignal): Promise<void> {
  const { resets } = client.world;
  while (!signal.aborted) {
    if (resets.epoch() % 2 === 1) await changeDuringReset(client);
    else {
      try {
        await followReset(client);
        await act(client);
      } catch (error) {
        if (!(error instanceof ResetOverlap)) throw error;
      }
    }
    await wait(pauseMilliseconds * client.random.next());
  }
}

/** Makes changes that no later reset deletes, so that the last kill has something to lose. */
export async function makeLastChanges(client: Client): Promise<void> {
  await followReset(client);
  const workspace = defaultOf(client);
  await createUser(client, workspace);
  for (const user of workspace.users.values())
    if (!user.isDoubtful && certainConnections(user).length === 0)
      await createConnection(client, { workspace, user });
}

/** Reads everything that the client knows. It ends early if a reset runs meanwhile. */
export async function checkClient(client: Client): Promise<void> {
  await followReset(client);
  for (const workspace of client.workspaces.values())
    if (!workspace.isDoubtful) await checkWorkspace(client, workspace);
}

/** After a reset, compares what the client knew, and forgets it. */
async function followReset(client: Client): Promise<void> {
  const epoch = client.world.resets.epoch();
  if (client.seenEpoch === epoch) return;
  client.seenEpoch = epoch;
  await checkReset(client);
}

/** Does one of: settle what is doubtful; read, most of the time; change something. */
async function act(client: Client): Promise<void> {
  const { random, workspaces } = client;
  defaultOf(client);
  if (await settle(client)) return;
  const workspace = random.pick([...workspaces.values()].filter(({ isDoubtful }) => !isDoubtful));
  const vendor = random.pick(vendorNames);
  const chance = random.next();
  if (chance < 0.1) return readScenarioList(client, vendor, sharedWorkspace());
  if (chance < 0.115)
    return workspaces.size > most.workspaces ? removeWorkspace(client) : createWorkspace(client);
  if (chance < 0.12) return checkWorkspace(client, workspace);
  const users = [...workspace.users.values()].filter(({ isDoubtful }) => !isDoubtful);
  if (users.length === 0 || (chance < 0.14 && users.length < most.users))
    return createUser(client, workspace);
  const place: Place = { workspace, user: random.pick(users) };
  const count = certainConnections(place.user).length;
  if (chance < 0.15 && users.length > 1) return deleteUser(client, place);
  if (chance < 0.16) return readForbidden(client, place, vendor);
  if (chance < 0.25 && count < most.connections) return createConnection(client, place);
  if (chance < 0.32 && count > 0) return deleteConnection(client, place);
  if (chance < 0.45 && count > 0) return changeConnection(client, place);
  if (chance < 0.6 && place.user.connections.size > 0)
    return readConnection(client, place, random.pick([...place.user.connections.keys()]));
  if (chance < 0.65) return readConnections(client, place);
  return readVendorList(client, place, vendor);
}

/** The default workspace, as the client knows it. */
function defaultOf({ workspaces }: Client): WorkspaceModel {
  const known = workspaces.get(defaultWorkspace) ?? sharedWorkspace();
  workspaces.set(known.id, known);
  return known;
}

async function removeWorkspace(client: Client): Promise<void> {
  const own = [...client.workspaces.values()].filter(({ isShared, isDoubtful }) => !isShared && !isDoubtful);
  if (own.length > 0) await deleteWorkspace(client, client.random.pick(own));
}

/** Reads one thing that a request without an answer may have changed. Returns false if there is none. */
async function settle(client: Client): Promise<boolean> {
  const isDue = ({ isDoubtful, settlesAt }: { isDoubtful: boolean; settlesAt: number }) =>
    isDoubtful && settlesAt < Date.now();
  const all = [...client.workspaces.values()];
  const workspace = all.find(isDue);
  if (workspace !== undefined) {
    await settleWorkspace(client, workspace);
    return true;
  }
  const places = all
    .filter(({ isDoubtful }) => !isDoubtful)
    .flatMap((workspace) => [...workspace.users.values()].map((user) => ({ workspace, user })));
  const place = places.find(({ user }) => isDue(user));
  if (place !== undefined) {
    await settleUser(client, place);
    return true;
  }
  for (const { workspace, user } of places) {
    if (user.isDoubtful) continue;
    const due = [...user.connections.values()].find(
      (tracked) =>
        tracked.possible.length > 1 && certainForm(tracked) === null && tracked.settlesAt < Date.now(),
    );
    if (due !== undefined) {
      await readConnection(client, { workspace, user }, due.id);
      return true;
    }
  }
  return false;
}
