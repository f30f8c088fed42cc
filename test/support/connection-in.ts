import type { CauseType, Connection, ConnectionState } from '../../server/model/connection.ts';
import { causeOf } from '../../server/model/transition.ts';

export const createdAt = '2025-06-01T12:00:00.000Z';
export const changedAt = '2025-06-02T12:00:00.000Z';

/** Returns a Garmin connection in `state`. `cause` is by default a usual cause of that state. */
export function connectionIn(
  state: ConnectionState,
  cause: CauseType | null = usualCauses[state],
): Connection {
  return {
    userId: '7a64c1f8-0000-4000-8000-000000000001',
    id: '7a64c1f8-0000-4000-8000-000000000002',
    provider: 'garmin',
    providerName: null,
    logo: null,
    externalId: '1',
    externalUsername: 'runner',
    grantedScopes: 'a b',
    state,
    cause: cause === null ? null : causeOf(cause, changedAt),
    resources: {},
    label: null,
    integrationType: null,
    config: null,
    credentialId: 'cred_1',
    createdBy: 'a test',
    expiresAt: null,
    lastSyncedAt: null,
    createdAt,
    updatedAt: changedAt,
  };
}

const usualCauses: Readonly<Record<ConnectionState, CauseType | null>> = {
  active: null,
  testing: null,
  inactive: null,
  expired: 'token_refresh_failed',
  revoked: 'deregistered_per_provider',
  error: 'unknown',
};
