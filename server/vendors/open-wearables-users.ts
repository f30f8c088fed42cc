import type { operations } from '../../generated/open-wearables.ts';
import type { ApiContext, Handlers } from '../api/api.ts';
import { ProblemError } from '../api/problem.ts';
import type { Instant } from '../model/instant.ts';
import { emptyProfile, type User } from '../model/user.ts';
import type { UniqueField, UserChange } from '../store/users.ts';
import { limitProblem } from './limit-problem.ts';
import { activityOf, noActivity, normalEmail, presentUser } from './open-wearables-user.ts';
import { type DefaultedInPage, matchesFilters, sortUsers } from './open-wearables-user-page.ts';
import type { StatusColumn } from './status-column.ts';
import type { VendorCaller } from './vendor-api.ts';

type UserOperations = Pick<
  operations,
  | 'createOpenWearablesUser'
  | 'listOpenWearablesUsers'
  | 'getOpenWearablesUser'
  | 'patchOpenWearablesUser'
  | 'deleteOpenWearablesUser'
>;

/**
 * Makes the handlers of users, in an edition if one is given. `writeTime` writes a moment, and `statuses` shows states, as
 * the edition does.
 */
export function createUserHandlers(options: {
  readonly writeTime: (instant: Instant) => string;
  readonly statuses: StatusColumn;
  readonly edition?: string;
}): Handlers<UserOperations, VendorCaller, DefaultedInPage> {
  const { writeTime, statuses, edition } = options;
  const present = (user: User) => presentUser(user, writeTime);

  return {
    async createOpenWearablesUser({ caller: { publicId, now }, body }, { store, newId }) {
      const { clientUserId = null, email = null, profile } = changeIn(body);
      const outcome = await store.users.create(publicId, {
        id: newId(),
        createdAt: now,
        clientUserId,
        email,
        profile: { ...emptyProfile, ...profile },
      });
      switch (outcome.kind) {
        case 'created':
          return { status: 201, body: present(outcome.user) };
        case 'taken':
          // The store looks at the id first: its user is the answer, and the rest of the body has no effect.
          return outcome.field === 'clientUserId'
            ? { status: 201, body: present(outcome.user) }
            : taken(outcome.field);
        case 'exceeds':
          throw limitProblem(outcome.exceeds, store.limits);
        case 'no-workspace':
          throw new ProblemError({ kind: 'unauthenticated' });
        default:
          return outcome satisfies never;
      }
    },

    async listOpenWearablesUsers({ caller: { publicId }, query }, { store }) {
      const matching = (await store.users.all(publicId)).filter((user) => matchesFilters(user, query));
      const needsAll = query.sort_by === 'last_synced_at';
      const listed = needsAll
        ? await withActivity(publicId, matching, store)
        : matching.map((user) => ({ user, activity: noActivity }));
      const start = (query.page - 1) * query.limit;
      const page = sortUsers(listed, query).slice(start, start + query.limit);
      const shown = needsAll
        ? page
        : await withActivity(
            publicId,
            page.map(({ user }) => user),
            store,
          );
      const total = matching.length;
      const pages = Math.ceil(total / query.limit);
      return {
        status: 200,
        body: {
          items: shown.map(({ user, activity }) => presentUser(user, writeTime, activity)),
          total,
          page: query.page,
          limit: query.limit,
          pages,
          has_next: query.page < pages,
          has_prev: query.page > 1,
        },
      };
    },

    async getOpenWearablesUser({ caller: { publicId }, path }, { store }) {
      const userId = path.user_id.toLowerCase();
      const user = await store.users.find(publicId, userId);
      return user === null ? noUser(userId) : { status: 200, body: present(user) };
    },

    async patchOpenWearablesUser({ caller: { publicId }, path, body }, { store }) {
      const userId = path.user_id.toLowerCase();
      const outcome = await store.users.update(publicId, userId, changeIn(body));
      switch (outcome.kind) {
        case 'updated':
          return { status: 200, body: present(outcome.user) };
        case 'taken':
          return taken(outcome.field);
        case 'no-user':
          return noUser(userId);
        default:
          return outcome satisfies never;
      }
    },

    async deleteOpenWearablesUser({ caller: { publicId }, path }, { store }) {
      const userId = path.user_id.toLowerCase();
      const user = await store.users.find(publicId, userId);
      const isRemoved = user !== null && (await store.users.remove(publicId, userId));
      return isRemoved ? { status: 200, body: present(user) } : noUser(userId);
    },
  };

  async function withActivity(publicId: string, users: readonly User[], store: ApiContext['store']) {
    const ids = users.map(({ id }) => id);
    const connections = await store.connections.ofUsers(publicId, ids, 'open-wearables', edition);
    return users.map((user) => ({ user, activity: activityOf(connections.get(user.id) ?? [], statuses) }));
  }
}

/** The change that a body asks for. Null is the same as an absent field. */
function changeIn(
  body: UserOperations['patchOpenWearablesUser']['requestBody']['content']['application/json'],
): UserChange {
  return {
    ...(body.external_user_id == null ? {} : { clientUserId: body.external_user_id }),
    ...(body.email == null ? {} : { email: normalEmail(body.email) }),
    profile: {
      ...(body.first_name == null ? {} : { firstName: body.first_name }),
      ...(body.last_name == null ? {} : { lastName: body.last_name }),
    },
  };
}

function noUser(userId: string) {
  return { status: 404, body: { detail: `User with ID: ${userId} not found.` } } as const;
}

function taken(field: UniqueField) {
  const names = { id: 'id', clientUserId: 'external_user_id', email: 'email' } as const;
  return { status: 409, body: { detail: `User with this ${names[field]} already exists.` } } as const;
}
