import type { Vendor } from '../../../spec/vendors.ts';
import type { Fault } from './connection-model.ts';
import type { UserModel } from './user-model.ts';

/** A workspace of the model. */
export interface WorkspaceModel {
  readonly id: string;
  /** Unique in a run. */
  readonly name: string;
  readonly keys: Readonly<Record<Vendor, string>>;
  /** True for the default workspace: other clients have users in it too, and it is not deleted. */
  readonly isShared: boolean;
  /** True after a deletion without an answer. */
  isDoubtful: boolean;
  /** Until then, in milliseconds since 1970, the request without an answer can still take effect. */
  settlesAt: number;
  /** The users that this client changes. */
  readonly users: Map<string, UserModel>;
  /** The users that the client does not change: scenario users. */
  readonly untouched: Set<string>;
  readonly deletedUsers: Set<string>;
}

/** Compares the ids of all users of a workspace with the model. */
export function compareUsers(workspace: WorkspaceModel, found: readonly string[]): Fault[] {
  const { id: place, users, untouched, deletedUsers, isShared } = workspace;
  const ids = new Set(found);
  const expected = [...users.values()].filter(({ isDoubtful }) => !isDoubtful).map(({ id }) => id);
  const missing = [...expected, ...untouched].filter((id) => !ids.has(id));
  const returned = found.filter((id) => deletedUsers.has(id));
  const unknown = found.filter((id) => !users.has(id) && !untouched.has(id) && !deletedUsers.has(id));
  return [
    ...missing.map((id): Fault => ({ kind: 'lost', text: `user ${id} of ${place} does not exist` })),
    ...returned.map(
      (id): Fault => ({ kind: 'lost', text: `the deletion of user ${id} of ${place} is lost` }),
    ),
    ...(isShared ? [] : unknown).map(
      (id): Fault => ({ kind: 'wrong', text: `${place} has the unknown user ${id}` }),
    ),
  ];
}
