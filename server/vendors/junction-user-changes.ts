import { isUuid } from '../../contract/formats.ts';
import { ProblemError } from '../api/problem.ts';
import type { Instant } from '../model/instant.ts';
import type { User } from '../model/user.ts';
import type { Store } from '../store/open-store.ts';
import { findByShownId, userNotFound } from './junction-find-user.ts';
import type { JunctionHandlers } from './junction-handlers.ts';
import { limitRefused } from './junction-refusal.ts';
import { shownClientUserId } from './junction-user.ts';
import { profileChange } from './junction-user-profile.ts';

const clientUserIdTaken = { status: 409, body: { detail: 'Client user id already exists' } } as const;

/** The handlers that change, delete and restore a user. */
export const userChangeHandlers: Pick<
  JunctionHandlers,
  'patchJunctionUser' | 'deleteJunctionUser' | 'undoDeleteJunctionUser'
> = {
  async patchJunctionUser({ caller: { publicId, now }, path, body }, { store }) {
    const userId = path.user_id.toLowerCase();
    const { client_user_id: clientUserId } = body;
    const profile = profileChange(body, now);
    if ((await store.users.find(publicId, userId)) === null) return userNotFound;
    if (clientUserId === undefined && Object.keys(profile).length === 0) {
      return { status: 400, body: { detail: 'Nothing to patch' } };
    }
    if (clientUserId !== undefined) {
      const owner = await findByShownId(store, publicId, clientUserId);
      if (owner !== null && owner.id !== userId) return clientUserIdTaken;
    }
    const change = { profile, ...(clientUserId !== undefined && { clientUserId }) };
    const changed = await store.users.update(publicId, userId, change);
    switch (changed.kind) {
      case 'updated':
        return { status: 204 };
      case 'no-user':
        return userNotFound;
      case 'taken':
        return clientUserIdTaken;
      default:
        return changed satisfies never;
    }
  },

  async deleteJunctionUser({ caller: { publicId, now }, path }, { store }) {
    const isDeleted = await store.users.deleteLater(publicId, path.user_id.toLowerCase(), now);
    return isDeleted ? { status: 200, body: { success: true } } : userNotFound;
  },

  async undoDeleteJunctionUser({ caller: { publicId, now }, query }, { store }) {
    const user = await findDeleted(store, publicId, idOf(query), now);
    if (user === null) return userNotFound;
    const owner = await findByShownId(store, publicId, shownClientUserId(user));
    // Another request may have restored the user in the meantime.
    if (owner !== null) return owner.id === user.id ? userNotFound : clientUserIdTaken;
    const outcome = await store.users.restore(publicId, user.id, now);
    if (typeof outcome === 'object') return limitRefused(outcome.exceeds);
    switch (outcome) {
      case 'restored':
        return { status: 200, body: { success: true } };
      case 'taken':
        return clientUserIdTaken;
      case 'no-user':
        return userNotFound;
      default:
        return outcome satisfies never;
    }
  },
};

/** The only id in a query. Throws if there are two or none. */
function idOf(query: {
  readonly user_id?: string | undefined;
  readonly client_user_id?: string | undefined;
}): { readonly userId: string } | { readonly clientUserId: string } {
  const { user_id: userId, client_user_id: clientUserId } = query;
  if (userId !== undefined && clientUserId === undefined) return { userId: userId.toLowerCase() };
  if (clientUserId !== undefined && userId === undefined) return { clientUserId };
  const message = 'exactly one of user_id and client_user_id is required';
  const fault = { in: 'query', name: 'user_id', message, code: 'value_error' } as const;
  throw new ProblemError({ kind: 'invalid', faults: [fault] });
}

/** The deleted user that shows this id. One without a `client_user_id` shows its own id. */
async function findDeleted(
  store: Store,
  publicId: string,
  id: ReturnType<typeof idOf>,
  now: Instant,
): Promise<User | null> {
  const found = await store.users.findDeleted(publicId, id, now);
  if (found !== null || 'userId' in id || !isUuid(id.clientUserId)) return found;
  const user = await store.users.findDeleted(publicId, { userId: id.clientUserId.toLowerCase() }, now);
  return user?.clientUserId === null ? user : null;
}
