import type { Connection, IntegrationType, ResourceAvailability } from './connection.ts';
import type { Instant } from './instant.ts';
import { applyTransition, justAfter } from './transition.ts';

/** What is known about a connection when a person has just made it. */
export interface NewLink {
  readonly userId: string;
  /** Neutral slug. */
  readonly provider: string;
  readonly externalId: string | null;
  readonly externalUsername: string | null;
  readonly grantedScopes: string | null;
  readonly resources: Readonly<Record<string, ResourceAvailability>>;
  /** True for a connection without a real account. */
  readonly isDemo?: boolean;
  /** Null for a wearable, which a user has once. */
  readonly integration: {
    readonly integrationType: IntegrationType;
    readonly label: string | null;
    readonly config: Readonly<Record<string, unknown>> | null;
    /** Null for a new credential. */
    readonly credentialId: string | null;
  } | null;
}

/** The connection that a link makes, with an id and a moment of its own. */
export function connectionOf(link: NewLink, { id, now }: { id: string; now: Instant }): Connection {
  return {
    userId: link.userId,
    id,
    provider: link.provider,
    providerName: null,
    logo: null,
    externalId: link.externalId,
    externalUsername: link.externalUsername,
    grantedScopes: link.grantedScopes,
    state: 'active',
    cause: null,
    resources: link.resources,
    label: link.integration?.label ?? null,
    integrationType: link.integration?.integrationType ?? null,
    config: link.integration?.config ?? null,
    credentialId: link.integration?.credentialId ?? `cred_${id.slice(0, 8)}`,
    createdBy: link.userId,
    lastSyncedAt: link.integration === null ? now : null,
    expiresAt: null,
    createdAt: now,
    updatedAt: now,
  };
}

/**
 * Links a connection again: it is active, with the same id and the same account, and with the scopes that were granted
 * now.
 */
export function linkedAgain(before: Connection, link: NewLink, now: Instant): Connection {
  const outcome = applyTransition(before, { type: 'reconnect' }, now);
  const at = now > before.updatedAt ? now : justAfter(before.updatedAt);
  const connection = outcome.kind === 'changed' ? outcome.connection : { ...before, updatedAt: at };
  return {
    ...connection,
    externalId: before.externalId ?? link.externalId,
    externalUsername: before.externalUsername ?? link.externalUsername,
    grantedScopes: link.grantedScopes ?? before.grantedScopes,
    resources: link.resources,
    lastSyncedAt: connection.updatedAt,
    expiresAt: null,
  };
}
