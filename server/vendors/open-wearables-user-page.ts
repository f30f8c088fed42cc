import type { operations } from '../../generated/open-wearables.ts';
import type { User } from '../model/user.ts';
import { normalEmail, type UserActivity } from './open-wearables-user.ts';

type Query = NonNullable<operations['listOpenWearablesUsers']['parameters']['query']>;

/** The parameters of the list that have defaults, which the validator fills in. */
export type DefaultedInPage = 'page' | 'limit' | 'sort_by' | 'sort_order';

export type UserPageQuery = Query & Required<Pick<Query, DefaultedInPage>>;

interface ListedUser {
  readonly user: User;
  readonly activity: UserActivity;
}

/** True if a user matches all filters. */
export function matchesFilters(
  { email, clientUserId, profile }: User,
  { search = '', email: exactEmail, external_user_id: externalId }: UserPageQuery,
): boolean {
  if (exactEmail !== undefined && email !== normalEmail(exactEmail)) return false;
  if (externalId !== undefined && clientUserId !== externalId) return false;
  const part = search.toLowerCase();
  const searched = [email, profile.firstName, profile.lastName];
  return part === '' || searched.some((text) => text?.toLowerCase().includes(part) === true);
}

/** Sorts users. A user without a value is before all others in ascending order; equal ones are ordered by id. */
export function sortUsers<Listed extends ListedUser>(
  users: readonly Listed[],
  { sort_by: field, sort_order: order }: UserPageQuery,
): Listed[] {
  const direction = order === 'asc' ? 1 : -1;
  return users.toSorted(
    (one, other) =>
      direction * compare(sortValue(one, field), sortValue(other, field)) ||
      compare(one.user.id, other.user.id),
  );
}

function sortValue({ user, activity }: ListedUser, field: UserPageQuery['sort_by']): string {
  switch (field) {
    case 'created_at':
      return user.createdAt;
    case 'email':
      return user.email ?? '';
    case 'first_name':
      return user.profile.firstName ?? '';
    case 'last_name':
      return user.profile.lastName ?? '';
    case 'last_synced_at':
      return activity.lastSyncedAt ?? '';
    default:
      return field satisfies never;
  }
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
