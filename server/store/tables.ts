import type { Vendor } from '../../spec/vendors.ts';
import type { CauseType, ConnectionState, IntegrationType } from '../model/connection.ts';
import type { Instant } from '../model/instant.ts';
import type { LinkKind } from '../model/link-session.ts';
import type { KeyKind } from '../model/workspace.ts';

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
    /** How far its clock is ahead of the base clock, in milliseconds. PostgreSQL returns it as text. */
    clock_offset: number | string;
    /** The time at which its clock is frozen; null while it runs. */
    clock_frozen_at: Instant | null;
    /** No later than the next change that happens without a request; null if there is none. */
    next_due_at: Instant | null;
  };
  api_keys: {
    workspace_id: string;
    vendor: Vendor;
    /** A developer's token is accepted by other operations than a key. */
    kind: KeyKind;
    /** The first characters of the hash, which are indexed. */
    lookup: string;
    /** SHA-256 of the key, in hexadecimal. The key itself is not stored. */
    hash: string;
    revoked_at: Instant | null;
  };
  users: UserRow;
  /** Users that are deleted and can still be restored. Their connections are gone. */
  deleted_users: DeletedUserRow;
  connections: ConnectionRow;
  links: LinkRow;
}

export interface UserRow {
  workspace_id: string;
  id: string;
  /** 1 if the id is a UUID; only Mielto's users can have another one. */
  has_uuid: number;
  client_user_id: string | null;
  email: string | null;
  /** JSON; `{}` if nothing is known. */
  profile: string;
  is_demo: number;
  /** When the first demo connection was made; null for a user that has had none. */
  demo_since: Instant | null;
  created_at: Instant;
  /** 1 if the user's connections are those of the scenario, in code; 0 if they are the rows of this workspace. */
  shares_scenario: number;
}

export type DeletedUserRow = Omit<UserRow, 'has_uuid' | 'shares_scenario' | 'demo_since'> & {
  deleted_at: Instant;
};

/** A link that has begun: its token is known to the client. */
export interface LinkRow {
  workspace_id: string;
  kind: LinkKind;
  /** The first characters of the hash, which are indexed. */
  lookup: string;
  /** SHA-256 of the token, in hexadecimal. The token itself is not stored. */
  hash: string;
  /** The hash of the token from which this one was made; null if there is none. */
  parent_hash: string | null;
  vendor: Vendor;
  user_id: string;
  provider: string | null;
  redirect_url: string | null;
  /** JSON. */
  settings: string;
  /** JSON: what the link waits for. */
  pending: string | null;
  created_at: Instant;
  expires_at: Instant;
  consumed_at: Instant | null;
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
  /** Null unless the connection is active or testing. */
  expires_at: Instant | null;
  created_at: Instant;
  updated_at: Instant;
}
