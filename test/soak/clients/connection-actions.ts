import {
  legalTransitions,
  type TransitionName,
  targetStates,
  transitionNames,
} from '../../../server/model/transition.ts';
import {
  acknowledged,
  certainForm,
  compareConnection,
  deleted,
  type Possible,
  type ShownConnection,
} from '../model/connection-model.ts';
import { certainConnections, ignoreUser, type UserModel } from '../model/user-model.ts';
import type { WorkspaceModel } from '../model/workspace-model.ts';
import { type Answer, type Call, call, impossible, isUncertain } from './call.ts';
import { connectionsPath } from './paths.ts';
import type { Client } from './world.ts';

const rememberedDeletions = 8;

/** A user that no request without an answer may have changed, and its workspace. */
export interface Place {
  readonly workspace: WorkspaceModel;
  readonly user: UserModel;
}

/** Connects a provider that the user does not have. */
export async function createConnection(client: Client, { workspace, user }: Place): Promise<void> {
  const { random, world } = client;
  const used = new Set([...user.connections.values()].flatMap(({ possible }) => possible.map(providerOf)));
  const provider = random.pick([...world.slugs.keys()].filter((slug) => !used.has(slug)));
  const id = random.uuid();
  const request: Call = {
    method: 'POST',
    path: connectionsPath(workspace, user),
    body: { id, provider, label: client.name },
  };
  const answer = await call(client, request);
  const isAsked = ({ state, ...shown }: ShownConnection) =>
    shown.id === id && shown.provider === provider && shown.label === client.name && state === 'active';
  if (answer.status === 201 && isAsked(answer.json as ShownConnection)) {
    world.tally.acknowledge();
    user.connections.set(id, acknowledged(answer.json as ShownConnection));
  } else if (isUncertain(answer)) {
    doubtConnection(client, user, id, [{ kind: 'absent' }, { kind: 'created', provider }]);
  } else refuse(client, user, request, answer);
}

/** Deletes one of the user's connections. */
export async function deleteConnection(client: Client, { workspace, user }: Place): Promise<void> {
  const shown = client.random.pick(certainConnections(user));
  const request: Call = { method: 'DELETE', path: `${connectionsPath(workspace, user)}/${shown.id}` };
  const answer = await call(client, request);
  if (answer.status === 204) {
    client.world.tally.acknowledge();
    user.connections.set(shown.id, deleted(shown.id));
    forgetOldDeletions(user);
  } else if (isUncertain(answer)) {
    doubtConnection(client, user, shown.id, [{ kind: 'exact', shown }, { kind: 'absent' }]);
  } else refuse(client, user, request, answer);
}

/** Tries a transition of one of the user's connections, legal or not. */
export async function changeConnection(client: Client, { workspace, user }: Place): Promise<void> {
  const { random, world } = client;
  const from = random.pick(certainConnections(user));
  const name = random.pick(transitionNames);
  const request: Call = {
    method: 'POST',
    path: `${connectionsPath(workspace, user)}/${from.id}/${name}`,
    ...(name === 'fail' ? { body: { cause: 'unknown' } } : {}),
  };
  const answer = await call(client, request);
  const state = targetStates[name] ?? from.state;
  if (answer.status === 200 && isChanged(answer.json as ShownConnection, from, state)) {
    world.tally.acknowledge();
    user.connections.set(from.id, acknowledged(answer.json as ShownConnection));
  } else if (isUncertain(answer)) {
    const changed: Possible = { kind: 'changed', from, state };
    doubtConnection(client, user, from.id, [{ kind: 'exact', shown: from }, changed]);
  } else if (answer.status !== 409 || isLegal(from.state, name)) {
    refuse(client, user, request, answer);
  }
}

/** Reads a connection, and compares it with the model. A request without an answer is settled when it cannot take effect. */
export async function readConnection(client: Client, { workspace, user }: Place, id: string): Promise<void> {
  const tracked = user.connections.get(id);
  if (tracked === undefined) return;
  const isSettled = Date.now() > tracked.settlesAt;
  const request: Call = { path: `${connectionsPath(workspace, user)}/${id}` };
  const answer = await call(client, request);
  if (isUncertain(answer)) return;
  const found = answer.status === 200 ? (answer.json as ShownConnection) : null;
  if (found === null && answer.status !== 404) return refuse(client, user, request, answer);
  const fault = compareConnection(tracked, found);
  if (fault !== null) client.world.tally.report([fault]);
  if (fault !== null || (certainForm(tracked) === null && isSettled))
    user.connections.set(id, found === null ? deleted(id) : acknowledged(found));
}

/** Bounds the model. */
function forgetOldDeletions({ connections }: UserModel): void {
  const gone = [...connections.values()].filter(({ possible }) =>
    possible.every(({ kind }) => kind === 'absent'),
  );
  for (const { id } of gone.slice(0, -rememberedDeletions)) connections.delete(id);
}

function isChanged(shown: ShownConnection, from: ShownConnection, state: ShownConnection['state']): boolean {
  return (
    shown.id === from.id &&
    shown.state === state &&
    shown.created_at === from.created_at &&
    Date.parse(shown.updated_at) >= Date.parse(from.updated_at)
  );
}

/** A repeated transition is legal too, and changes nothing. */
function isLegal(state: ShownConnection['state'], name: TransitionName): boolean {
  return legalTransitions(state).includes(name) || targetStates[name] === state;
}

function doubtConnection(client: Client, user: UserModel, id: string, possible: readonly Possible[]): void {
  client.world.tally.doubt();
  const settlesAt = Date.now() + client.world.settleMilliseconds;
  user.connections.set(id, { id, possible, settlesAt });
}

/** Reports an answer once: the user is not compared again. */
function refuse(client: Client, user: UserModel, request: Call, answer: Answer): void {
  client.world.tally.report([impossible(request, answer)]);
  ignoreUser(user);
}

function providerOf(form: Possible): string | null {
  switch (form.kind) {
    case 'absent':
      return null;
    case 'exact':
      return form.shown.provider;
    case 'created':
      return form.provider;
    case 'changed':
      return form.from.provider;
    default:
      return form satisfies never;
  }
}
