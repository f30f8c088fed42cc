import type { Cause, Connection } from '../model/connection.ts';
import type { ConnectionRow } from './tables.ts';

export function toRow(connection: Connection): ConnectionRow {
  return {
    workspace_id: connection.workspaceId,
    user_id: connection.userId,
    id: connection.id,
    provider: connection.provider,
    provider_name: connection.providerName,
    logo: connection.logo,
    external_id: connection.externalId,
    external_username: connection.externalUsername,
    granted_scopes: connection.grantedScopes,
    state: connection.state,
    cause_type: connection.cause?.type ?? null,
    cause_message: connection.cause?.message ?? null,
    cause_at: connection.cause?.occurredAt ?? null,
    resources: JSON.stringify(connection.resources),
    label: connection.label,
    integration_type: connection.integrationType,
    config: connection.config === null ? null : JSON.stringify(connection.config),
    credential_id: connection.credentialId,
    created_by: connection.createdBy,
    last_synced_at: connection.lastSyncedAt,
    created_at: connection.createdAt,
    updated_at: connection.updatedAt,
  };
}

export function fromRow(row: ConnectionRow): Connection {
  return {
    workspaceId: row.workspace_id,
    userId: row.user_id,
    id: row.id,
    provider: row.provider,
    providerName: row.provider_name,
    logo: row.logo,
    externalId: row.external_id,
    externalUsername: row.external_username,
    grantedScopes: row.granted_scopes,
    state: row.state,
    cause: causeOfRow(row),
    resources: row.resources === '{}' ? {} : JSON.parse(row.resources),
    label: row.label,
    integrationType: row.integration_type,
    config: row.config === null ? null : JSON.parse(row.config),
    credentialId: row.credential_id,
    createdBy: row.created_by,
    lastSyncedAt: row.last_synced_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

function causeOfRow({ cause_type, cause_message, cause_at }: ConnectionRow): Cause | null {
  if (cause_type === null || cause_message === null || cause_at === null) return null;
  return { type: cause_type, message: cause_message, occurredAt: cause_at };
}
