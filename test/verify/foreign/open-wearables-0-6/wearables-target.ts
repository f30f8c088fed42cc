import type { ApiTarget } from '../../../../verify/session/api-target.ts';
import { wearablesKeys } from './open-wearables-server.ts';
import { wearableUsers } from './wearable-users.ts';

/**
 * An installation of Open Wearables 0.6, which reads the key from one of the two headers of the page's contract. It has
 * no second tenant, because it has no tenants.
 */
export const wearablesTarget: ApiTarget = {
  vendor: 'open-wearables',
  keyHeader: 'X-Open-Wearables-API-Key',
  key: wearablesKeys.valid,
  revokedKey: wearablesKeys.revoked,
  users: [
    { id: wearableUsers.ana, expect: { slugs: ['garmin', 'sensorbio', 'strava', 'coros', 'apple'] } },
    { id: wearableUsers.ben, expect: { slugs: ['garmin', 'oura', 'suunto'] } },
  ],
  emptyUser: wearableUsers.noConnections,
};

/** The same installation, to be verified against the contract of its edition. */
export const editionTarget: ApiTarget = { ...wearablesTarget, edition: '0-6' };
