import type { components } from '../../generated/sandbox.ts';
import type { Connection } from '../model/connection.ts';
import { type Provider, providerCatalogue } from '../model/provider-catalogue.ts';
import { mieltoStatus } from '../vendors/mielto.ts';
import { openWearablesStatus } from '../vendors/open-wearables.ts';

type SandboxConnection = components['schemas']['SandboxConnection'];

/** A connection as it is kept, with how each vendor lists it. */
export function presentNeutral(connection: Connection): SandboxConnection {
  const provider = providerCatalogue.get(connection.provider);
  return {
    id: connection.id,
    user_id: connection.userId,
    provider: connection.provider,
    provider_name: connection.providerName ?? provider?.name ?? connection.provider,
    logo: connection.logo ?? provider?.logo ?? '',
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
    created_at: connection.createdAt,
    updated_at: connection.updatedAt,
    listed_as: listedAs(connection, provider),
  };
}

function listedAs(connection: Connection, provider: Provider | undefined): SandboxConnection['listed_as'] {
  const slugs = provider?.slugs;
  return {
    'open-wearables': slugs?.['open-wearables'] == null ? null : openWearablesStatus(connection),
    junction:
      slugs?.junction == null || connection.state === 'inactive'
        ? null
        : (connection.cause?.type ?? 'connected'),
    mielto: slugs?.mielto == null ? null : mieltoStatus(connection.state),
  };
}
