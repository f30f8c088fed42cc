// Junction's API: the answers of its operations, and how it shows errors.
import type { components } from '../../generated/junction.ts';
import { ProblemError } from '../api/problem.ts';
import type { Cause, Connection } from '../model/connection.ts';
import { writtenInUtc } from '../model/instant.ts';
import { providerOf } from '../model/provider-of.ts';
import { renderDetailError, validationError } from './detail-error.ts';
import { catalogueHandlers } from './junction-catalogue.ts';
import { connectionHandlers } from './junction-connections.ts';
import { demoHandlers } from './junction-demo.ts';
import type { JunctionHandlers } from './junction-handlers.ts';
import { linkCodeHandlers } from './junction-link-code.ts';
import { linkTokenInvalid } from './junction-link-session.ts';
import { linkTokenHandlers } from './junction-link-token.ts';
import { passwordLinkHandlers } from './junction-password-link.ts';
import { junctionStatuses, listedStates } from './junction-statuses.ts';
import { userChangeHandlers } from './junction-user-changes.ts';
import { userHandlers } from './junction-users.ts';
import type { VendorApi } from './vendor-api.ts';

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

const handlers: JunctionHandlers = {
  ...userHandlers,
  ...userChangeHandlers,
  ...connectionHandlers,
  ...catalogueHandlers,
  ...linkTokenHandlers,
  ...passwordLinkHandlers,
  ...demoHandlers,
  ...linkCodeHandlers,

  async listJunctionProviders({ caller: { workspaceId }, path }, { store }) {
    const list = await store.listConnections(
      { vendor: 'junction', newestBy: 'created_at', fields: shown, states: listedStates },
      { workspaceId, userId: path.user_id.toLowerCase(), integrationType: null, skip: 0, limit: 1000 },
    );
    if (list === null) throw new ProblemError({ kind: 'not-found', what: 'user' });
    return { status: 200, body: { providers: list.connections.map(presentJunction) } };
  },
};

/** Junction's API. */
export const junction: VendorApi = {
  handlers,
  statuses: junctionStatuses,
  renderProblem: (problem) =>
    renderDetailError(problem, {
      unauthenticated:
        problem.kind === 'unauthenticated' && problem.scheme?.schemeName === 'JunctionLinkToken'
          ? linkTokenInvalid
          : { status: 401, body: { detail: 'Invalid or missing API key' } },
      notFound: 'User not found',
      invalid: validationError,
    }),
};

/** A connection as Junction shows it. The store leaves out those that are switched off. */
export function presentJunction(connection: Pick<Connection, (typeof shown)[number]>): JunctionProvider {
  const provider = providerOf({ provider: connection.provider, integrationType: null });
  return {
    name: connection.providerName ?? provider.name,
    slug: provider.slugs.junction ?? connection.provider,
    logo: connection.logo ?? provider.logo,
    status: connection.cause === null ? 'connected' : 'error',
    created_on: writtenInUtc(connection.createdAt, '+00:00'),
    ...externalUserId(connection, provider.kind === 'wearable_sdk'),
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
