import type { Vendor } from '../../spec/vendors.ts';
import type { CauseType, ConnectionState, IntegrationType } from '../model/connection.ts';
import type { Instant } from '../model/instant.ts';

/** The tables as Kysely sees them. Every primary key begins with the workspace. */
export interface Tables {
  workspaces: {
    /** Used by no other workspace, also not by a later one with the same public id. Clients do not see it. */
    id: string;
    /** The id that clients know, for example `ws_sandbox`. No two workspaces have the same one at a time. */
    public_id: string;
    /** When it was removed, by the real clock; null while it exists. Its rows are deleted later. */
    retired_at: Instant | null;
    name: string;
    own_user_id: string;
    created_at: Instant;
    /** JSON: the edition of each API that does not answer like its vendor's page. */
    editions: string;
    /** Raised with every change of what the workspace owns; a value is never used twice. PostgreSQL returns it as text. */
    version: number | string;
  };
  api_keys: {
    workspace_id: string;
    vendor: Vendor;
    /** The first characters of the hash, which are indexed. */
    lookup: string;
    /** SHA-256 of the key, in hexadecimal. The key itself is not stored. */
    hash: string;
    revoked_at: Instant | null;
  };
  users: {
    workspace_id: string;
    id: string;
    created_at: Instant;
    /** 1 if the user's connections are those of the scenario, in code; 0 if they are the rows of this workspace. */
    shares_scenario: number;
  };
  connections: ConnectionRow;
}

export interface ConnectionRow {
  workspace_id: string;
  user_id: string;
  id: string;
  provider: string;
  provider_name: string | null;
  logo: string | null;
  external_id: string | null;
  external_username: string | null;
  granted_scopes: string | null;
  state: ConnectionState;
  cause_type: CauseType | null;
  cause_message: string | null;
  cause_at: Instant | null;
  /** JSON. */
  resources: string;
  label: string | null;
  integration_type: IntegrationType | null;
  /** JSON. */
  config: string | null;
  credential_id: string;
  created_by: string;
  last_synced_at: Instant | null;
  created_at: Instant;
  updated_at: Instant;
}
