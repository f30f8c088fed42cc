import { randomBytes } from 'node:crypto';
import type { components } from '../../generated/sandbox.ts';
import { byVendor, type EditionChoice, editionsOf, vendorNames, vendors } from '../../spec/vendors.ts';
import { type InputFault, ProblemError } from '../api/problem.ts';
import type { User } from '../model/user.ts';
import type { DeveloperTokens, NewWorkspace, Workspace } from '../model/workspace.ts';
import { limitProblem } from '../vendors/limit-problem.ts';
import { pageOf, type SandboxHandlers } from './sandbox-handlers.ts';
import { storedUserId } from './stored-user-id.ts';

type WireWorkspace = components['schemas']['SandboxWorkspace'];
type WireNewWorkspace = components['schemas']['SandboxNewWorkspace'];
type WireUser = components['schemas']['SandboxUser'];

const noContent = { status: 204 } as const;

export const workspaceHandlers: SandboxHandlers<
  | 'listSandboxWorkspaces'
  | 'createSandboxWorkspace'
  | 'getSandboxWorkspace'
  | 'deleteSandboxWorkspace'
  | 'listSandboxUsers'
  | 'createSandboxUser'
  | 'getSandboxUser'
  | 'deleteSandboxUser'
  | 'resetSandbox'
> = {
  async listSandboxWorkspaces({ query: { after, limit } }, { store }) {
    const { items, next } = pageOf(
      await store.workspaces.list({ after: after ?? '', limit: limit + 1 }),
      limit,
    );
    return { status: 200, body: { workspaces: items.map(presentWorkspace), next } };
  },

  async createSandboxWorkspace({ body, caller }, { store, newId }) {
    const id = `ws_${randomBytes(6).toString('hex')}`;
    const developerTokens = newDeveloperTokens();
    const keys = byVendor(({ key }) => key.prefix + randomBytes(24).toString('base64url'));
    const workspace: NewWorkspace = {
      id,
      name: body?.name ?? id,
      ownUserId: newId(),
      createdAt: caller.now,
      editions: editionsIn(body?.editions ?? {}),
      keys,
      developerTokens,
    };
    const outcome = await store.workspaces.create(workspace);
    if (outcome !== 'created') throw limitProblem(outcome.exceeds, store.limits);
    const answer: WireNewWorkspace = {
      ...presentWorkspace(workspace),
      keys,
      developer_tokens: { ...developerTokens },
    };
    return { status: 201, body: answer, headers: { Location: `/sandbox/workspaces/${id}` } };
  },

  async getSandboxWorkspace({ path }, { store }) {
    const workspace = await store.workspaces.find(path.workspace_id);
    if (workspace === null) throw noWorkspace();
    return { status: 200, body: presentWorkspace(workspace) };
  },

  async deleteSandboxWorkspace({ path }, { store }) {
    if (!(await store.workspaces.remove(path.workspace_id))) throw noWorkspace();
    return noContent;
  },

  async listSandboxUsers({ path, query: { after, limit } }, { store }) {
    const users = await store.users.list(path.workspace_id, { after: after ?? '', limit: limit + 1 });
    if (users === null) throw noWorkspace();
    const { items, next } = pageOf(users, limit);
    return { status: 200, body: { users: items.map(presentUser), next } };
  },

  async createSandboxUser({ path, body, caller }, { store, newId }) {
    const user = { id: (body?.id ?? newId()).toLowerCase(), createdAt: caller.now };
    const outcome = await store.users.create(path.workspace_id, user);
    if (outcome.kind === 'no-workspace') throw noWorkspace();
    if (outcome.kind === 'taken')
      throw new ProblemError({ kind: 'conflict', detail: 'The workspace already has a user with this id.' });
    if (outcome.kind === 'exceeds') throw limitProblem(outcome.exceeds, store.limits);
    const headers = { Location: `/sandbox/workspaces/${path.workspace_id}/users/${user.id}` };
    return { status: 201, body: presentUser(outcome.user), headers };
  },

  async getSandboxUser({ path }, { store }) {
    const user = await store.users.find(path.workspace_id, storedUserId(path.user_id));
    if (user === null) throw noUser();
    return { status: 200, body: presentUser(user) };
  },

  async deleteSandboxUser({ path }, { store }) {
    if (!(await store.users.remove(path.workspace_id, storedUserId(path.user_id)))) throw noUser();
    return noContent;
  },

  async resetSandbox(_request, { store }) {
    await store.reset();
    return noContent;
  },
};

/** A new token for each vendor whose developers have tokens. */
function newDeveloperTokens(): DeveloperTokens {
  const found = vendors.flatMap(({ vendor, developerToken }) =>
    developerToken === null
      ? []
      : [[vendor, developerToken.prefix + randomBytes(24).toString('base64url')] as const],
  );
  return Object.fromEntries(found);
}

/** Refuses an API or an edition that does not exist. */
function editionsIn(given: Readonly<Record<string, string>>): EditionChoice {
  const faults = Object.entries(given).flatMap(([name, edition]): InputFault[] => {
    const vendor = vendorNames.find((known) => known === name);
    const editions = vendor === undefined ? [] : editionsOf(vendor);
    if (editions.includes(edition)) return [];
    const message =
      editions.length === 0 ? 'has no editions' : `must be one of the editions ${editions.join(', ')}`;
    return [{ in: 'body', name: `/editions/${name}`, message, code: 'semantic' }];
  });
  if (faults.length > 0) throw new ProblemError({ kind: 'invalid', faults });
  return given;
}

function presentWorkspace({ id, name, createdAt, ownUserId, editions }: Workspace): WireWorkspace {
  return { id, name, created_at: createdAt, own_user_id: ownUserId, editions: { ...editions } };
}

function presentUser({ id, createdAt }: User): WireUser {
  return { id, created_at: createdAt };
}

function noWorkspace(): ProblemError {
  return new ProblemError({ kind: 'not-found', what: 'workspace' });
}

function noUser(): ProblemError {
  return new ProblemError({ kind: 'not-found', what: 'user' });
}
