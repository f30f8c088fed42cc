import type { components, operations } from '../../generated/junction.ts';
import { ProblemError } from '../api/problem.ts';
import type { Cause, Connection } from '../model/connection.ts';
import { writtenInUtc } from '../model/instant.ts';
import { providerCatalogue } from '../model/provider-catalogue.ts';
import { renderDetailError, validationError } from './detail-error.ts';
import type { VendorApi } from './vendor-api.ts';

type JunctionProvider = components['schemas']['JunctionProvider'];
type Path = operations['listJunctionProviders']['parameters']['path'];

/** What is shown of a connection. */
const shown = [
  'provider',
  'providerName',
  'logo',
  'externalId',
  'cause',
  'resources',
  'createdAt',
] as const satisfies readonly (keyof Connection)[];

/** Junction: `GET /v2/user/providers/{user_id}`. */
export const junction: VendorApi<Path, unknown> = {
  vendor: 'junction',
  operationId: 'listJunctionProviders',

  async list({ workspaceId, path }, store) {
    const list = await store.listConnections(
      {
        vendor: 'junction',
        newestBy: 'created_at',
        fields: shown,
        states: ['active', 'testing', 'expired', 'revoked', 'error'],
      },
      { workspaceId, userId: path.user_id.toLowerCase(), integrationType: null, skip: 0, limit: 1000 },
    );
    if (list === null) throw new ProblemError({ kind: 'not-found' });
    return { status: 200, body: { providers: list.connections.map(presentJunction) } };
  },

  renderProblem: (problem) =>
    renderDetailError(problem, {
      unauthenticated: { status: 401, body: { detail: 'Invalid or missing API key' } },
      notFound: 'User not found',
      invalid: validationError,
    }),
};

/** A connection as Junction shows it; the store leaves out those that are switched off. */
export function presentJunction(connection: Pick<Connection, (typeof shown)[number]>): JunctionProvider {
  const provider = providerCatalogue.get(connection.provider);
  return {
    name: connection.providerName ?? provider?.name ?? connection.provider,
    slug: provider?.slugs.junction ?? connection.provider,
    logo: connection.logo ?? provider?.logo ?? '',
    status: connection.cause === null ? 'connected' : 'error',
    created_on: writtenInUtc(connection.createdAt, '+00:00'),
    ...externalUserId(connection, provider?.kind === 'wearable_sdk'),
    resource_availability: connection.resources,
    error_details: connection.cause === null ? null : errorDetails(connection.cause),
  };
}

/** Null for a mobile SDK, which has no accounts; left out where a cloud's account is not known. */
function externalUserId(
  { externalId }: Pick<Connection, 'externalId'>,
  isSdk: boolean,
): Pick<JunctionProvider, 'external_user_id'> {
  if (isSdk) return { external_user_id: null };
  return externalId === null ? {} : { external_user_id: externalId };
}

function errorDetails(cause: Cause): NonNullable<JunctionProvider['error_details']> {
  return {
    error_type: cause.type,
    error_message: cause.message,
    errored_at: writtenInUtc(cause.occurredAt, '+00:00'),
  };
}
