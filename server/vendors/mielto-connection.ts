// How Mielto shows a connection.
import type { components } from '../../generated/mielto.ts';
import type { Connection } from '../model/connection.ts';
import { writtenInUtc } from '../model/instant.ts';
import { type Provider, providerCatalogue } from '../model/provider-catalogue.ts';
import { providerOf } from '../model/provider-of.ts';
import { type StatusColumn, shownStatus } from './status-column.ts';

type MieltoConnection = components['schemas']['MieltoConnection'];

/** The fields of a connection that Mielto shows. */
export const shownByMielto = [
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
export const mieltoStatuses: StatusColumn<MieltoConnection['status']> = {
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

/** A connection of this workspace as Mielto shows it. */
export function presentMielto(
  connection: Pick<Connection, (typeof shownByMielto)[number]>,
  workspaceId: string,
): MieltoConnection {
  const provider = providerOf(connection);
  return {
    label: connection.label,
    integration: provider.slugs.mielto ?? connection.provider,
    integration_type: connection.integrationType ?? provider.integrationType ?? 'custom',
    ...(connection.config === null ? {} : { config: connection.config }),
    id: connection.id,
    credential_id: connection.credentialId,
    user_id: connection.userId,
    workspace_id: workspaceId,
    created_by: connection.createdBy,
    // The cause is not read, because Mielto shows all errors in the same way.
    status: shownStatus(mieltoStatuses, { state: connection.state, cause: null }),
    created_at: writtenInUtc(connection.createdAt, 'Z'),
    updated_at: writtenInUtc(connection.updatedAt, 'Z'),
  };
}

/** The provider that Mielto calls so; null if Mielto does not have it. */
export function mieltoProvider(integration: string): Provider | null {
  return [...providerCatalogue.values()].find(({ slugs }) => slugs.mielto === integration) ?? null;
}
