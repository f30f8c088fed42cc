import { isUuid } from '../../contract/formats.ts';
import type { User } from '../model/user.ts';
import type { Store } from '../store/open-store.ts';

/** The 404 for a user that the workspace does not have. */
export const userNotFound = { status: 404, body: { detail: 'User not found' } } as const;

/** The user that shows this `client_user_id`: one that has it, or one without any whose id it is, compared exactly. Null if there is none. */
export async function findByShownId(store: Store, publicId: string, shownId: string): Promise<User | null> {
  const owner = await store.users.findByClientUserId(publicId, shownId);
  if (owner !== null || !isUuid(shownId)) return owner;
  const user = await store.users.find(publicId, shownId);
  return user?.clientUserId === null ? user : null;
}
