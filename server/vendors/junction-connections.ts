import type { ApiContext } from '../api/api.ts';
import type { Connection } from '../model/connection.ts';
import { providerCatalogue } from '../model/provider-catalogue.ts';
import { userNotFound } from './junction-find-user.ts';
import type { JunctionHandlers } from './junction-handlers.ts';
import { junctionProvider } from './junction-providers.ts';
import { listedStates } from './junction-statuses.ts';
import type { VendorCaller } from './vendor-api.ts';

type Result = 'refreshed' | 'in-progress' | 'failed';

/** The handlers that refresh the connections of a user and that end one. */
export const connectionHandlers: Pick<
  JunctionHandlers,
  'refreshJunctionUser' | 'deregisterJunctionProvider'
> = {
  async refreshJunctionUser({ caller, path }, context) {
    const { store } = context;
    const { publicId } = caller;
    const userId = path.user_id.toLowerCase();
    if ((await store.users.find(publicId, userId)) === null) return userNotFound;
    const all = (await store.connections.ofUsers(publicId, [userId], 'junction')).get(userId) ?? [];
    const connections = all.filter(({ state }) => listedStates.includes(state));
    const results = new Map<Connection, Result>();
    for (const connection of connections) {
      results.set(connection, await refresh(caller, connection, context));
    }
    const sourcesOf = (result: Result) =>
      connections.filter((connection) => results.get(connection) === result).flatMap(sources);
    const failed_sources = sourcesOf('failed');
    if ([...results.values()].every((result) => result === 'failed')) {
      const error = connections.length === 0 ? 'user has no connected sources' : 'all sources have failed';
      return { status: 400, body: { success: false, user_id: userId, error, failed_sources } };
    }
    const body = {
      success: true,
      user_id: userId,
      refreshed_sources: sourcesOf('refreshed'),
      in_progress_sources: sourcesOf('in-progress'),
      failed_sources,
    } as const;
    const isDone = ![...results.values()].includes('in-progress');
    return isDone ? { status: 200, body } : { status: 202, body };
  },

  async deregisterJunctionProvider({ caller: { publicId, now }, path }, { store }) {
    const userId = path.user_id.toLowerCase();
    if ((await store.users.find(publicId, userId)) === null) return userNotFound;
    const provider = junctionProvider(path.provider).provider.slug;
    const ended = await store.connections.transitionOf(
      publicId,
      { userId, provider },
      { type: 'deactivate' },
      now,
    );
    // A connection that is switched off already was deregistered before.
    if (ended?.kind !== 'changed') {
      return { status: 404, body: { detail: 'The user has not connected this provider' } };
    }
    return { status: 200, body: { success: true } };
  },
};

async function refresh(
  { publicId, now }: VendorCaller,
  { userId, provider, state }: Connection,
  { store }: ApiContext,
): Promise<Result> {
  if (state === 'testing') return 'in-progress';
  if (state !== 'active') return 'failed';
  const synced = await store.connections.transitionOf(publicId, { userId, provider }, { type: 'sync' }, now);
  // It may have failed or ended since it was read.
  return synced?.kind === 'changed' ? 'refreshed' : 'failed';
}

/** Each resource of a connection, as `provider/resource`. */
function sources({ provider, resources }: Connection): string[] {
  const slug = providerCatalogue.get(provider)?.slugs.junction ?? provider;
  return Object.keys(resources).map((resource) => `${slug}/${resource}`);
}
