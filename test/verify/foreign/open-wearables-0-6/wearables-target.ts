import type { ApiTarget } from '../../../../verify/session/api-target.ts';
import { wearablesKeys } from './open-wearables-server.ts';
import { wearableUsers } from './wearable-users.ts';

/** An installation of Open Wearables 0.6. It has no second tenant, because it has no tenants. */
export const wearablesTarget: ApiTarget = {
  vendor: 'open-wearables',
  key: wearablesKeys.valid,
  revokedKey: wearablesKeys.revoked,
  users: [
    { id: wearableUsers.ana, expect: { slugs: ['garmin', 'sensorbio', 'strava', 'coros', 'apple'] } },
    { id: wearableUsers.ben, expect: { slugs: ['garmin', 'oura', 'suunto'] } },
  ],
  emptyUser: wearableUsers.noConnections,
};
