import type { operations } from '../../generated/open-wearables.ts';
import type { Handlers } from '../api/api.ts';
import type { Connection } from '../model/connection.ts';
import { cloudProvider, openWearablesProvider } from './open-wearables-providers.ts';
import type { VendorCaller } from './vendor-api.ts';

type SyncOperations = Pick<operations, 'syncOpenWearablesProvider' | 'disconnectOpenWearablesProvider'>;

/** Providers that have workouts, but no data of sleep, recovery and activity. */
const workoutsOnly: ReadonlySet<string> = new Set(['strava', 'polar']);

/** Makes the handlers of syncing and disconnecting, with the providers of an edition if one is given. */
export function createSyncHandlers({
  edition,
}: {
  readonly edition?: string;
} = {}): Handlers<SyncOperations, VendorCaller, 'async' | 'data_type'> {
  return {
    async syncOpenWearablesProvider({ caller: { publicId, now }, path, query }, { store, newId }) {
      const userId = path.user_id.toLowerCase();
      const slug = path.provider;
      const provider = cloudProvider(slug, edition);
      if (query.async) {
        const own = (['limit', 'samples'] as const).filter((name) => query[name] !== undefined);
        if (own.length > 0) return refused(asyncDetail(own));
        // A connection that cannot be used stays as it is: the transition is illegal.
        if (provider !== null)
          await store.connections.transitionOf(
            publicId,
            { userId, provider: provider.slug },
            { type: 'sync' },
            now,
          );
        const message = `Sync task queued for ${slug}. Check task status for results.`;
        return { status: 200, body: { success: true, async: true, task_id: newId(), message } };
      }

      if (provider === null) return refused(`Provider '${slug}' does not support sync.`);
      const hasWorkoutsOnly = workoutsOnly.has(slug);
      if (query.data_type === '247' && hasWorkoutsOnly) {
        const detail = `Provider '${slug}' does not support 247 data (sleep/recovery/activity)`;
        return { status: 501, body: { detail } };
      }
      const connections = await store.connections.ofUsers(publicId, [userId], 'open-wearables', edition);
      const connection = connections.get(userId)?.find((one) => one.provider === provider.slug);
      const detail = syncFault(slug, connection);
      if (detail !== null) return { status: 401, body: { detail } };
      const details = {
        ...(query.data_type === '247' ? {} : { workouts: 0 }),
        ...(query.data_type === 'workouts' || hasWorkoutsOnly ? {} : { data_247: 0 }),
      };
      return { status: 200, body: { success: false, details } };
    },

    async disconnectOpenWearablesProvider({ caller: { publicId, now }, path }, { store }) {
      const userId = path.user_id.toLowerCase();
      const provider = openWearablesProvider(path.provider, edition)?.slug ?? null;
      const outcome =
        provider === null
          ? null
          : await store.connections.transitionOf(publicId, { userId, provider }, { type: 'deactivate' }, now);
      if (outcome !== null) return { status: 204 };
      return { status: 404, body: { detail: `Connection with ID: ${userId} not found.` } };
    },
  };
}

/** Why data cannot be fetched; null if it can. */
function syncFault(slug: string, connection: Connection | undefined): string | null {
  if (connection === undefined) return `User not connected to ${slug}`;
  switch (connection.state) {
    case 'active':
    case 'testing':
      return null;
    case 'inactive':
      return `No access token available for ${slug} (SDK-based provider?)`;
    case 'expired':
      return `Token expired and no refresh token available for ${slug}`;
    case 'revoked':
      return `Refresh token rejected for ${slug}; reconnection required`;
    case 'error':
      // Without notifications, the token still works.
      return connection.cause?.type === 'webhook_registration_failed'
        ? null
        : `${slug.charAt(0).toUpperCase()}${slug.slice(1)} authorization expired. Please re-authorize.`;
    default:
      return connection.state satisfies never;
  }
}

function asyncDetail(names: readonly string[]): string {
  const list = names.map((name) => `'${name}'`).join(', ');
  return `Parameters [${list}] are not supported in async mode. Use async=false or omit provider-specific parameters.`;
}

function refused(detail: string) {
  return { status: 400, body: { detail } } as const;
}
