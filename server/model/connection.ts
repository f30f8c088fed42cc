import type { Instant } from './instant.ts';

/** The six states of a connection; each vendor's presenter decides how to show them. */
export const connectionStates = ['active', 'testing', 'inactive', 'expired', 'revoked', 'error'] as const;
export type ConnectionState = (typeof connectionStates)[number];

/** Why a connection failed, in the words that Junction lists today: only Junction distinguishes the causes. */
export const causeTypes = [
  'token_refresh_failed',
  'webhook_registration_failed',
  'user_not_found',
  'deregistered_per_provider',
  'required_scopes_not_granted',
  'provider_credential_error',
  'provider_password_expired',
  'unknown',
] as const;
export type KnownCause = (typeof causeTypes)[number];
/** Junction's list is open, so a cause can be one that is not known yet. */
export type CauseType = KnownCause | (string & Record<never, never>);

/** The cause, if it is known; otherwise null. */
export function knownCause(type: CauseType): KnownCause | null {
  return causeTypes.find((known) => known === type) ?? null;
}

export interface Cause {
  readonly type: CauseType;
  /** Written for a person. */
  readonly message: string;
  readonly occurredAt: Instant;
}

export const integrationTypes = ['connectors', 'mcp', 'tool', 'model', 'custom', 'storage', 'api'] as const;
export type IntegrationType = (typeof integrationTypes)[number];

export interface ScopeGrants {
  readonly required: string[];
  readonly optional: string[];
}

export interface ScopeRequirements {
  readonly user_granted: ScopeGrants;
  readonly user_denied: ScopeGrants;
}

export interface ResourceAvailability {
  readonly status: string;
  readonly scope_requirements: ScopeRequirements | null;
}

/** A user's link to one provider, in the neutral shape that every vendor's answer is made from. */
export interface Connection {
  readonly userId: string;
  readonly id: string;
  /** Neutral slug, a key of the provider catalogue. */
  readonly provider: string;
  /** Replaces the catalogue's name, unless null. */
  readonly providerName: string | null;
  /** Replaces the catalogue's logo, unless null. */
  readonly logo: string | null;
  readonly externalId: string | null;
  readonly externalUsername: string | null;
  /** As the provider writes them; null if the provider has none. */
  readonly grantedScopes: string | null;
  readonly state: ConnectionState;
  /** Not null exactly in the states expired, revoked and error. */
  readonly cause: Cause | null;
  readonly resources: Readonly<Record<string, ResourceAvailability>>;
  readonly label: string | null;
  /** Null for wearables. */
  readonly integrationType: IntegrationType | null;
  readonly config: Readonly<Record<string, unknown>> | null;
  readonly credentialId: string;
  readonly createdBy: string;
  readonly lastSyncedAt: Instant | null;
  /** When its access token expires. Null if it does not, and unless the connection is active or testing. */
  readonly expiresAt: Instant | null;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}
