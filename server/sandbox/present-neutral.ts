import type { components } from '../../generated/sandbox.ts';
import { byVendor } from '../../spec/vendors.ts';
import type { Connection } from '../model/connection.ts';
import type { Provider } from '../model/provider-catalogue.ts';
import { providerOf } from '../model/provider-of.ts';
import { listedAs } from '../vendors/status-table.ts';

type SandboxConnection = components['schemas']['SandboxConnection'];

/** Converts a connection to the neutral shape, with the status under which each vendor lists it. */
export function presentNeutral(connection: Connection): SandboxConnection {
  const provider = providerOf(connection);
  return {
    id: connection.id,
    user_id: connection.userId,
    provider: connection.provider,
    provider_name: connection.providerName ?? provider.name,
    logo: connection.logo ?? provider.logo,
    state: connection.state,
    cause:
      connection.cause === null
        ? null
        : {
            type: connection.cause.type,
            message: connection.cause.message,
            occurred_at: connection.cause.occurredAt,
          },
    external_account: { id: connection.externalId, username: connection.externalUsername },
    granted_scopes: connection.grantedScopes,
    resources: connection.resources,
    label: connection.label,
    integration_type: connection.integrationType,
    config: connection.config,
    credential_id: connection.credentialId,
    created_by: connection.createdBy,
    last_synced_at: connection.lastSyncedAt,
    expires_at: connection.expiresAt,
    created_at: connection.createdAt,
    updated_at: connection.updatedAt,
    listed_as: listings(connection, provider),
  };
}

/** The status under which each vendor lists the connection; null if the vendor does not have the provider. */
function listings(connection: Connection, provider: Provider): SandboxConnection['listed_as'] {
  const shown = listedAs(connection);
  return byVendor(({ vendor }) => (provider.slugs[vendor] === null ? null : shown[vendor]));
}
