import { ProblemError } from '../api/problem.ts';
import { writtenInUtc } from '../model/instant.ts';
import type { User } from '../model/user.ts';
import { emptyProfile } from '../model/user.ts';
import type { Store } from '../store/open-store.ts';
import { findByShownId, userNotFound } from './junction-find-user.ts';
import type { JunctionHandlers } from './junction-handlers.ts';
import { limitRefused, refused } from './junction-refusal.ts';
import { presentUser } from './junction-user.ts';
import { profileChange } from './junction-user-profile.ts';

/** The handlers that create and show users. */
export const userHandlers: Pick<
  JunctionHandlers,
  'createJunctionUser' | 'listJunctionUsers' | 'getJunctionUser' | 'resolveJunctionUser'
> = {
  async createJunctionUser({ caller: { publicId, now: createdAt }, body }, { store, newId }) {
    const profile = { ...emptyProfile, ...profileChange(body, createdAt) };
    const { client_user_id: clientUserId } = body;
    const owner = await findByShownId(store, publicId, clientUserId);
    if (owner !== null) return taken(owner);
    const created = await store.users.create(publicId, { id: newId(), clientUserId, profile, createdAt });
    switch (created.kind) {
      case 'created':
        return { status: 200, body: presentUser(publicId, created.user, []) };
      case 'taken':
        return taken(created.user);
      case 'exceeds':
        return limitRefused(created.exceeds);
      case 'no-workspace':
        throw new ProblemError({ kind: 'unauthenticated' });
      default:
        return created satisfies never;
    }
  },

  async listJunctionUsers({ caller: { publicId }, query: { offset, limit } }, { store }) {
    const all = await store.users.all(publicId);
    const page = all.slice(offset, offset + limit);
    const connections = await store.connections.ofUsers(
      publicId,
      page.map(({ id }) => id),
      'junction',
    );
    const users = page.map((user) => presentUser(publicId, user, connections.get(user.id) ?? []));
    return { status: 200, body: { users, total: all.length, offset, limit } };
  },

  async getJunctionUser({ caller: { publicId }, path }, { store }) {
    return shownUser(store, publicId, await store.users.find(publicId, path.user_id.toLowerCase()));
  },

  async resolveJunctionUser({ caller: { publicId }, path }, { store }) {
    return shownUser(store, publicId, await findByShownId(store, publicId, path.client_user_id));
  },
};

async function shownUser(store: Store, publicId: string, user: User | null) {
  if (user === null) return userNotFound;
  const connections = await store.connections.ofUsers(publicId, [user.id], 'junction');
  return { status: 200, body: presentUser(publicId, user, connections.get(user.id) ?? []) } as const;
}

/** The refusal that names the user that has the `client_user_id`. */
function taken({ id, createdAt }: User): ReturnType<typeof refused> {
  return refused('Client user id already exists.', {
    user_id: id,
    created_on: writtenInUtc(createdAt, '+00:00'),
  });
}
