import type { Cause, Connection } from '../model/connection.ts';
import type { ConnectionRow } from './tables.ts';

export type ConnectionField = keyof Connection;

type Column = keyof ConnectionRow;
type Row = Readonly<ConnectionRow>;

/** The columns of each field of a connection, and how the field is read from them. */
const fields: {
  readonly [Field in ConnectionField]: readonly [
    columns: readonly Column[],
    read: (row: Row) => Connection[Field],
  ];
} = {
  userId: [['user_id'], (row) => row.user_id],
  id: [['id'], (row) => row.id],
  provider: [['provider'], (row) => row.provider],
  providerName: [['provider_name'], (row) => row.provider_name],
  logo: [['logo'], (row) => row.logo],
  externalId: [['external_id'], (row) => row.external_id],
  externalUsername: [['external_username'], (row) => row.external_username],
  grantedScopes: [['granted_scopes'], (row) => row.granted_scopes],
  state: [['state'], (row) => row.state],
  cause: [['cause_type', 'cause_message', 'cause_at'], causeOfRow],
  resources: [['resources'], (row) => (row.resources === '{}' ? {} : JSON.parse(row.resources))],
  label: [['label'], (row) => row.label],
  integrationType: [['integration_type'], (row) => row.integration_type],
  config: [['config'], (row) => (row.config === null ? null : JSON.parse(row.config))],
  credentialId: [['credential_id'], (row) => row.credential_id],
  createdBy: [['created_by'], (row) => row.created_by],
  lastSyncedAt: [['last_synced_at'], (row) => row.last_synced_at],
  expiresAt: [['expires_at'], (row) => row.expires_at],
  createdAt: [['created_at'], (row) => row.created_at],
  updatedAt: [['updated_at'], (row) => row.updated_at],
};

export const allFields = Object.keys(fields) as readonly ConnectionField[];

/** The columns of these fields. */
export function columnsOf(chosen: readonly ConnectionField[]): Column[] {
  return chosen.flatMap((field) => fields[field][0]);
}

/** Makes the function that reads only these fields of a connection from its row. */
export function rowReader<Field extends ConnectionField>(
  chosen: readonly Field[],
): (row: Row) => Pick<Connection, Field> {
  const readers = chosen.map((field) => [field, fields[field][1]] as const);
  return (row) => {
    const connection: Partial<Record<ConnectionField, unknown>> = {};
    for (const [field, read] of readers) connection[field] = read(row);
    return connection as Pick<Connection, Field>;
  };
}

/** Reads a whole connection. */
export const fromRow = rowReader(allFields);

/** The row of a connection of this workspace. */
export function toRow(workspaceId: string, connection: Connection): ConnectionRow {
  return {
    workspace_id: workspaceId,
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
    expires_at: connection.expiresAt,
    created_at: connection.createdAt,
    updated_at: connection.updatedAt,
  };
}

function causeOfRow({ cause_type, cause_message, cause_at }: Row): Cause | null {
  if (cause_type === null || cause_message === null || cause_at === null) return null;
  return { type: cause_type, message: cause_message, occurredAt: cause_at };
}
