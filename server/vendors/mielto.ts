// Mielto's API: the answers of its operations, and how it shows states and errors.
import type { components, operations } from '../../generated/mielto.ts';
import type { Handlers } from '../api/api.ts';
import { ProblemError } from '../api/problem.ts';
import type { Connection } from '../model/connection.ts';
import { writtenInUtc } from '../model/instant.ts';
import { providerCatalogue } from '../model/provider-catalogue.ts';
import { renderDetailError, validationError } from './detail-error.ts';
import { type StatusColumn, shownStates, shownStatus } from './status-column.ts';
import type { VendorApi, VendorCaller } from './vendor-api.ts';

type MieltoConnection = components['schemas']['MieltoConnection'];

/** The fields of a connection that Mielto shows. */
const shown = [
  'userId',
  'id',
  'provider',
  'state',
  'label',
  'integrationType',
  'config',
  'credentialId',
  'createdBy',
  'createdAt',
  'updatedAt',
] as const satisfies readonly (keyof Connection)[];

/** Mielto distinguishes neither a revoked connection from one that is switched off, nor one error from another. */
const statuses: StatusColumn<MieltoConnection['status']> = {
  active: 'active',
  testing: 'testing',
  inactive: 'inactive',
  expired: 'expired',
  revoked: 'inactive',
  error: {
    provider_credential_error: 'error',
    provider_password_expired: 'error',
    unknown: 'error',
    user_not_found: 'error',
    required_scopes_not_granted: 'error',
    webhook_registration_failed: 'error',
  },
};

const handlers: Handlers<operations, VendorCaller, 'skip' | 'limit'> = {
  async listMieltoConnections({ caller: { workspaceId, publicId }, path, query, header }, { store }) {
    const workspaceAsked = header('x-workspace-id') ?? publicId;
    if (workspaceAsked !== publicId) throw new ProblemError({ kind: 'not-found', what: 'user' });
    const { skip, limit, status, integration_type: integrationType } = query;
    const list = await store.listConnections(
      {
        vendor: 'mielto',
        newestBy: 'created_at',
        fields: shown,
        ...(status === undefined ? {} : { states: shownStates(statuses, status) }),
        ofOneType: integrationType !== undefined,
      },
      { workspaceId, userId: path.user_id, integrationType: integrationType ?? null, skip, limit },
    );
    if (list === null) throw new ProblemError({ kind: 'not-found', what: 'user' });
    const body = {
      connections: list.connections.map((connection) => presentMielto(connection, publicId)),
      total: list.total,
      page: Math.floor(skip / limit) + 1,
      size: limit,
    };
    return { status: 200, body };
  },
};

/** Mielto's API. */
export const mielto: VendorApi = {
  handlers,
  statuses,
  renderProblem: (problem) =>
    renderDetailError(problem, {
      unauthenticated: {
        status: 401,
        body: { detail: 'Invalid or missing token' },
        headers: { 'WWW-Authenticate': 'Bearer' },
      },
      notFound: 'Connection not found',
      invalid: validationError,
    }),
};

/** A connection of this workspace as Mielto shows it. */
export function presentMielto(
  connection: Pick<Connection, (typeof shown)[number]>,
  workspaceId: string,
): MieltoConnection {
  const provider = providerCatalogue.get(connection.provider);
  return {
    label: connection.label,
    integration: provider?.slugs.mielto ?? connection.provider,
    integration_type: connection.integrationType ?? provider?.integrationType ?? 'custom',
    ...(connection.config === null ? {} : { config: connection.config }),
    id: connection.id,
    credential_id: connection.credentialId,
    user_id: connection.userId,
    workspace_id: workspaceId,
    created_by: connection.createdBy,
    // The cause is not read, because Mielto shows all errors in the same way.
    status: shownStatus(statuses, { state: connection.state, cause: null }),
    created_at: writtenInUtc(connection.createdAt, 'Z'),
    updated_at: writtenInUtc(connection.updatedAt, 'Z'),
  };
}
