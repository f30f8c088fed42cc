// Junction's API: the answers of its operations, and how it shows states and errors.
import type { components, operations } from '../../generated/junction.ts';
import type { Handlers } from '../api/api.ts';
import { ProblemError } from '../api/problem.ts';
import type { Cause, CauseType, Connection } from '../model/connection.ts';
import { writtenInUtc } from '../model/instant.ts';
import { providerCatalogue } from '../model/provider-catalogue.ts';
import { renderDetailError, validationError } from './detail-error.ts';
import { type StatusColumn, shownStates } from './status-column.ts';
import type { VendorApi, VendorCaller } from './vendor-api.ts';

type JunctionProvider = components['schemas']['JunctionProvider'];

/** The fields of a connection that Junction shows. */
const shown = [
  'provider',
  'providerName',
  'logo',
  'externalId',
  'state',
  'cause',
  'resources',
  'createdAt',
] as const satisfies readonly (keyof Connection)[];

/** Junction distinguishes the causes of an error, and does not list a connection that is switched off. */
const statuses: StatusColumn<'connected' | CauseType | null> = {
  active: 'connected',
  testing: 'connected',
  inactive: null,
  expired: 'token_refresh_failed',
  revoked: 'deregistered_per_provider',
  error: {
    provider_credential_error: 'provider_credential_error',
    provider_password_expired: 'provider_password_expired',
    unknown: 'unknown',
    user_not_found: 'user_not_found',
    required_scopes_not_granted: 'required_scopes_not_granted',
    webhook_registration_failed: 'webhook_registration_failed',
  },
  newError: (type) => type,
};

const listed = shownStates(statuses);

const handlers: Handlers<operations, VendorCaller> = {
  async listJunctionProviders({ caller: { workspaceId }, path }, { store }) {
    const list = await store.listConnections(
      { vendor: 'junction', newestBy: 'created_at', fields: shown, states: listed },
      { workspaceId, userId: path.user_id.toLowerCase(), integrationType: null, skip: 0, limit: 1000 },
    );
    if (list === null) throw new ProblemError({ kind: 'not-found', what: 'user' });
    return { status: 200, body: { providers: list.connections.map(presentJunction) } };
  },
};

/** Junction's API. */
export const junction: VendorApi = {
  handlers,
  statuses,
  renderProblem: (problem) =>
    renderDetailError(problem, {
      unauthenticated: { status: 401, body: { detail: 'Invalid or missing API key' } },
      notFound: 'User not found',
      invalid: validationError,
    }),
};

/** A connection as Junction shows it. The store leaves out those that are switched off. */
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

/** Null for a mobile SDK, which has no accounts; left out if a cloud's account is unknown. */
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
