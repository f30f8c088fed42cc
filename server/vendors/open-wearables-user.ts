import type { components } from '../../generated/open-wearables.ts';
import type { Connection } from '../model/connection.ts';
import type { Instant } from '../model/instant.ts';
import { providerCatalogue } from '../model/provider-catalogue.ts';
import type { User } from '../model/user.ts';
import { type StatusColumn, shownStatus } from './status-column.ts';

export type OpenWearablesUser = components['schemas']['OpenWearablesUser'];

/** What the connections of a user say about the user. */
export interface UserActivity {
  readonly lastSyncedAt: Instant | null;
  /** Neutral slug. */
  readonly lastSyncedProvider: string | null;
  readonly hasActiveConnection: boolean;
}

/** What is shown wherever the connections are not looked at. */
export const noActivity: UserActivity = {
  lastSyncedAt: null,
  lastSyncedProvider: null,
  hasActiveConnection: false,
};

/** The newest sync of any connection in any state, and whether one is shown as `active`. */
export function activityOf(connections: readonly Connection[], statuses: StatusColumn): UserActivity {
  const synced = connections
    .filter(({ lastSyncedAt }) => lastSyncedAt !== null)
    .toSorted((one, other) => ((one.lastSyncedAt ?? '') < (other.lastSyncedAt ?? '') ? 1 : -1));
  return {
    lastSyncedAt: synced[0]?.lastSyncedAt ?? null,
    lastSyncedProvider: synced[0]?.provider ?? null,
    hasActiveConnection: connections.some((connection) => shownStatus(statuses, connection) === 'active'),
  };
}

/** A user as Open Wearables shows it. `writeTime` writes a moment as the edition does. */
export function presentUser(
  { id, createdAt, profile, email, clientUserId }: User,
  writeTime: (instant: Instant) => string,
  { lastSyncedAt, lastSyncedProvider, hasActiveConnection }: UserActivity = noActivity,
): OpenWearablesUser {
  const provider = lastSyncedProvider === null ? undefined : providerCatalogue.get(lastSyncedProvider);
  return {
    id,
    created_at: writeTime(createdAt),
    first_name: profile.firstName,
    last_name: profile.lastName,
    email,
    external_user_id: clientUserId,
    last_synced_at: lastSyncedAt === null ? null : writeTime(lastSyncedAt),
    last_synced_provider: provider?.slugs['open-wearables'] ?? lastSyncedProvider,
    has_active_connection: hasActiveConnection,
  };
}

/** An e-mail address as it is stored and compared: the case of its domain does not matter. */
export function normalEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return email.slice(0, at) + email.slice(at).toLowerCase();
}
