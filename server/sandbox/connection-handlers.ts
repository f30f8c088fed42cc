import type { components } from '../../generated/sandbox.ts';
import type { ApiContext } from '../api/api.ts';
import { type InputFault, ProblemError } from '../api/problem.ts';
import type { Connection } from '../model/connection.ts';
import type { Instant } from '../model/instant.ts';
import { otherProviderCalled, providerOf } from '../model/provider-of.ts';
import type { Transition } from '../model/transition.ts';
import { lastInstant } from '../model/workspace-clock.ts';
import type { ConnectionAddress } from '../store/connections.ts';
import { limitProblem } from '../vendors/limit-problem.ts';
import { presentNeutral } from './present-neutral.ts';
import { pageOf, type SandboxCaller, type SandboxHandlers } from './sandbox-handlers.ts';
import { storedUserId } from './stored-user-id.ts';

type Creation = components['schemas']['SandboxConnectionCreation'];
type WireConnection = components['schemas']['SandboxConnection'];
type UserPath = { readonly workspace_id: string; readonly user_id: string };
type ConnectionPath = UserPath & { readonly connection_id: string };

export const connectionHandlers: SandboxHandlers<
  | 'listSandboxConnections'
  | 'createSandboxConnection'
  | 'getSandboxConnection'
  | 'deleteSandboxConnection'
  | 'syncSandboxConnection'
  | 'expireSandboxConnection'
  | 'revokeSandboxConnection'
  | 'failSandboxConnection'
  | 'deactivateSandboxConnection'
  | 'reconnectSandboxConnection'
> = {
  async listSandboxConnections({ path, query: { after, limit } }, { store }) {
    const { workspaceId, userId } = ownerOf(path);
    const found = await store.connections.list(workspaceId, userId, { after: after ?? '', limit: limit + 1 });
    if (found === null) throw notFound('user');
    const { items, next } = pageOf(found, limit);
    return { status: 200, body: { connections: items.map(presentNeutral), next } };
  },

  async createSandboxConnection({ path, body, caller }, context) {
    const { workspaceId, userId } = ownerOf(path);
    const connection = newConnection({ userId, creation: body, now: caller.now }, context);
    const outcome = await context.store.connections.create(workspaceId, connection);
    if (outcome === 'no-user') throw notFound('user');
    if (outcome === 'exists') {
      const detail = 'A connection with this id exists, or the user has already connected this wearable.';
      throw new ProblemError({ kind: 'conflict', detail });
    }
    if (outcome !== 'created') throw limitProblem(outcome.exceeds, context.store.limits);
    const { id } = connection;
    const headers = { Location: `/sandbox/workspaces/${workspaceId}/users/${userId}/connections/${id}` };
    return { status: 201, body: presentNeutral(connection), headers };
  },

  async getSandboxConnection({ path }, { store }) {
    const connection = await store.connections.find(addressOf(path));
    if (connection === null) throw notFound('connection');
    return { status: 200, body: presentNeutral(connection) };
  },

  async deleteSandboxConnection({ path }, { store }) {
    if (!(await store.connections.remove(addressOf(path)))) throw notFound('connection');
    return { status: 204 };
  },

  syncSandboxConnection: (request, context) => transit(request, { type: 'sync' }, context),
  expireSandboxConnection: (request, context) => transit(request, { type: 'expire' }, context),
  revokeSandboxConnection: (request, context) => transit(request, { type: 'revoke' }, context),
  failSandboxConnection: (request, context) => transit(request, { type: 'fail', ...request.body }, context),
  deactivateSandboxConnection: (request, context) => transit(request, { type: 'deactivate' }, context),
  reconnectSandboxConnection: (request, context) => transit(request, { type: 'reconnect' }, context),
};

async function transit(
  { path, caller }: { readonly path: ConnectionPath; readonly caller: SandboxCaller },
  transition: Transition,
  { store }: ApiContext,
): Promise<{ readonly status: 200; readonly body: WireConnection }> {
  const outcome = await store.connections.transition(addressOf(path), transition, caller.now);
  if (outcome === null) throw notFound('connection');
  if (outcome.kind === 'illegal') {
    const detail = `The state ${outcome.state} does not allow this transition. Allowed: ${outcome.legal.join(', ')}.`;
    throw new ProblemError({ kind: 'conflict', detail, legal: outcome.legal });
  }
  return { status: 200, body: presentNeutral(outcome.connection) };
}

function newConnection(
  options: { readonly userId: string; readonly creation: Creation; readonly now: Instant },
  { store, newId }: ApiContext,
): Connection {
  const { userId, creation, now } = options;
  for (const field of ['config', 'resources'] as const)
    refuseLarge(field, creation[field], store.limits.configBytes);
  const other = otherProviderCalled(creation.provider);
  if (other !== null) throw invalid('/provider', `must be the neutral slug ${other.slug}`);
  const { integration_type: integrationType = null } = creation;
  const provider = providerOf({ provider: creation.provider, integrationType });
  const id = (creation.id ?? newId()).toLowerCase();
  const createdAt = creation.created_at === undefined ? now : pastInstant(creation.created_at, now);
  return {
    userId,
    id,
    provider: provider.slug,
    providerName: null,
    logo: null,
    externalId: creation.external_account?.id ?? null,
    externalUsername: creation.external_account?.username ?? null,
    grantedScopes: creation.granted_scopes ?? null,
    state: creation.state ?? 'active',
    cause: null,
    resources: creation.resources ?? {},
    label: creation.label ?? null,
    integrationType: integrationType ?? provider.integrationType,
    config: creation.config ?? null,
    credentialId: creation.credential_id ?? `cred_${id.slice(0, 8)}`,
    createdBy: creation.created_by ?? userId,
    lastSyncedAt: null,
    expiresAt: creation.expires_at === undefined ? null : futureInstant(creation.expires_at, now),
    createdAt,
    updatedAt: createdAt,
  };
}

function refuseLarge(field: string, value: unknown, limit: number): void {
  if (value === undefined || value === null || Buffer.byteLength(JSON.stringify(value)) <= limit) return;
  throw invalid(`/${field}`, `must not be larger than ${limit} bytes`);
}

function pastInstant(dateTime: string, now: Instant): Instant {
  const moment = new Date(dateTime);
  if (moment.getTime() > Date.parse(now)) throw invalid('/created_at', 'must not be in the future');
  if (moment.getUTCFullYear() < 0) throw invalid('/created_at', 'must not be before the year 0 in UTC');
  return moment.toISOString();
}

function futureInstant(dateTime: string, now: Instant): Instant {
  const moment = new Date(dateTime);
  if (moment.getTime() <= Date.parse(now)) throw invalid('/expires_at', 'must be in the future');
  if (moment.getTime() > Date.parse(lastInstant))
    throw invalid('/expires_at', `must not be after ${lastInstant}`);
  return moment.toISOString();
}

function invalid(name: string, message: string): ProblemError {
  const fault: InputFault = { in: 'body', name, message, code: 'semantic' };
  return new ProblemError({ kind: 'invalid', faults: [fault] });
}

function notFound(what: 'user' | 'connection'): ProblemError {
  return new ProblemError({ kind: 'not-found', what });
}

function ownerOf(path: UserPath): { workspaceId: string; userId: string } {
  return { workspaceId: path.workspace_id, userId: storedUserId(path.user_id) };
}

function addressOf(path: ConnectionPath): ConnectionAddress {
  return { ...ownerOf(path), connectionId: path.connection_id.toLowerCase() };
}
