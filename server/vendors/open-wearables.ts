import type { components, operations } from '../../generated/open-wearables.ts';
import { ProblemError } from '../api/problem.ts';
import type { Connection } from '../model/connection.ts';
import { writtenInUtc } from '../model/instant.ts';
import { providerCatalogue } from '../model/provider-catalogue.ts';
import { renderDetailError } from './detail-error.ts';
import type { VendorApi } from './vendor-api.ts';

type OpenWearablesConnection = components['schemas']['OpenWearablesConnection'];
type Path = operations['listOpenWearablesConnections']['parameters']['path'];

/** What is shown of a connection. */
const shown = [
  'id',
  'userId',
  'provider',
  'externalId',
  'externalUsername',
  'grantedScopes',
  'state',
  'cause',
  'lastSyncedAt',
  'createdAt',
  'updatedAt',
] as const satisfies readonly (keyof Connection)[];

/** Open Wearables: `GET /api/v1/users/{user_id}/connections`. */
export const openWearables: VendorApi<Path, unknown> = {
  vendor: 'open-wearables',
  operationId: 'listOpenWearablesConnections',

  async list({ workspaceId, path }, store) {
    const list = await store.listConnections(
      { vendor: 'open-wearables', newestBy: 'updated_at', fields: shown },
      { workspaceId, userId: path.user_id.toLowerCase(), integrationType: null, skip: 0, limit: 1000 },
    );
    if (list === null) throw new ProblemError({ kind: 'not-found' });
    return { status: 200, body: list.connections.map(presentOpenWearables) };
  },

  renderProblem: (problem) =>
    renderDetailError(problem, {
      unauthenticated: { status: 401, body: { detail: 'Invalid or missing API key' } },
      notFound: 'User not found',
      invalid: (faults) => ({
        status: 400,
        body: { detail: faults.map(({ name, message }) => `${name}: ${message}`).join('; ') },
      }),
    }),
};

/** A connection as Open Wearables shows it. */
export function presentOpenWearables(
  connection: Pick<Connection, (typeof shown)[number]>,
): OpenWearablesConnection {
  return {
    id: connection.id,
    user_id: connection.userId,
    provider: providerCatalogue.get(connection.provider)?.slugs['open-wearables'] ?? connection.provider,
    provider_user_id: connection.externalId,
    provider_username: connection.externalUsername,
    scope: connection.grantedScopes,
    status: openWearablesStatus(connection),
    last_synced_at: connection.lastSyncedAt === null ? null : writtenInUtc(connection.lastSyncedAt, 'Z'),
    created_at: writtenInUtc(connection.createdAt, 'Z'),
    updated_at: writtenInUtc(connection.updatedAt, 'Z'),
  };
}

/** The vendor knows three states; a failure counts as what the user has to do about it. */
export function openWearablesStatus({
  state,
  cause,
}: Pick<Connection, 'state' | 'cause'>): OpenWearablesConnection['status'] {
  switch (state) {
    case 'active':
    case 'testing':
      return 'active';
    case 'inactive':
    case 'revoked':
      return 'revoked';
    case 'expired':
      return 'expired';
    case 'error':
      return failedStatus(cause?.type ?? 'unknown');
    default:
      return state satisfies never;
  }
}

function failedStatus(cause: NonNullable<Connection['cause']>['type']): OpenWearablesConnection['status'] {
  switch (cause) {
    case 'webhook_registration_failed':
      return 'active';
    case 'user_not_found':
    case 'required_scopes_not_granted':
    case 'deregistered_per_provider':
      return 'revoked';
    case 'provider_credential_error':
    case 'provider_password_expired':
    case 'token_refresh_failed':
    case 'unknown':
      return 'expired';
    default:
      return cause satisfies never;
  }
}
