import type { components, operations } from '../../generated/mielto.ts';
import { ProblemError } from '../api/problem.ts';
import type { Connection, ConnectionState } from '../model/connection.ts';
import { connectionStates } from '../model/connection.ts';
import { writtenInUtc } from '../model/instant.ts';
import { providerCatalogue } from '../model/provider-catalogue.ts';
import { renderDetailError, validationError } from './detail-error.ts';
import type { VendorApi } from './vendor-api.ts';

type MieltoConnection = components['schemas']['MieltoConnection'];
type MieltoConnectionList = components['schemas']['MieltoConnectionList'];
type Parameters = operations['listMieltoConnections']['parameters'];
/** After validation the parameters that have a default are there. */
type Query = NonNullable<Parameters['query']> & { skip: number; limit: number };

/** What is shown of a connection. */
const shown = [
  'workspaceId',
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

/** Mielto: `GET /api/v1/connections/users/{user_id}`. */
export const mielto: VendorApi<Parameters['path'], Query> = {
  vendor: 'mielto',
  operationId: 'listMieltoConnections',

  async list({ workspaceId, path, query, header }, store) {
    const workspaceAsked = header('x-workspace-id') ?? workspaceId;
    if (workspaceAsked !== workspaceId) throw new ProblemError({ kind: 'not-found' });
    const { skip, limit, status, integration_type: integrationType } = query;
    const list = await store.listConnections(
      {
        vendor: 'mielto',
        newestBy: 'created_at',
        fields: shown,
        ...(status === undefined
          ? {}
          : { states: connectionStates.filter((state) => mieltoStatus(state) === status) }),
        ofOneType: integrationType !== undefined,
      },
      { workspaceId, userId: path.user_id, integrationType: integrationType ?? null, skip, limit },
    );
    if (list === null) throw new ProblemError({ kind: 'not-found' });
    const body: MieltoConnectionList = {
      connections: list.connections.map(presentMielto),
      total: list.total,
      page: Math.floor(skip / limit) + 1,
      size: limit,
    };
    return { status: 200, body };
  },

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

/** A connection as Mielto shows it. */
export function presentMielto(connection: Pick<Connection, (typeof shown)[number]>): MieltoConnection {
  const provider = providerCatalogue.get(connection.provider);
  return {
    label: connection.label,
    integration: provider?.slugs.mielto ?? connection.provider,
    integration_type: connection.integrationType ?? provider?.integrationType ?? 'custom',
    ...(connection.config === null ? {} : { config: connection.config }),
    id: connection.id,
    credential_id: connection.credentialId,
    user_id: connection.userId,
    workspace_id: connection.workspaceId,
    created_by: connection.createdBy,
    status: mieltoStatus(connection.state),
    created_at: writtenInUtc(connection.createdAt, 'Z'),
    updated_at: writtenInUtc(connection.updatedAt, 'Z'),
  };
}

/** The vendor does not tell a revoked connection from one that is switched off. */
export function mieltoStatus(state: ConnectionState): MieltoConnection['status'] {
  switch (state) {
    case 'active':
    case 'testing':
    case 'inactive':
    case 'expired':
    case 'error':
      return state;
    case 'revoked':
      return 'inactive';
    default:
      return state satisfies never;
  }
}
