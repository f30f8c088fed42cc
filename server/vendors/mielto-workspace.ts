// The workspace and the user that a request to Mielto's API names.
import type { ApiContext } from '../api/api.ts';
import { ProblemError } from '../api/problem.ts';
import type { Instant } from '../model/instant.ts';
import { limitProblem } from './limit-problem.ts';
import type { VendorCaller } from './vendor-api.ts';

/** What every handler of Mielto's API knows about its request. */
interface MieltoRequest {
  readonly caller: VendorCaller;
  readonly header: (name: string) => string | undefined;
}

/**
 * The public id of the workspace that a request names, by default that of its token. Any other workspace does not exist
 * for the token.
 */
export function workspaceOf({ caller: { publicId }, header }: MieltoRequest): string {
  const asked = header('x-workspace-id') ?? publicId;
  if (asked !== publicId) throw mieltoNotFound();
  return publicId;
}

/** The problem that a connection, a user or a workspace does not exist. Mielto does not say which. */
export function mieltoNotFound(): ProblemError {
  return new ProblemError({ kind: 'not-found', what: 'connection' });
}

/** The id of the user that a body names, by default of the workspace's own user. */
export async function ownerIn(
  publicId: string,
  userId: string | null | undefined,
  { store }: ApiContext,
): Promise<string> {
  if (userId !== null && userId !== undefined) return userId;
  const workspace = await store.workspaces.find(publicId);
  if (workspace === null) throw mieltoNotFound();
  return workspace.ownUserId;
}

/** Creates a user if the workspace does not have it. */
export async function ensureUser(
  { publicId, userId, now }: { readonly publicId: string; readonly userId: string; readonly now: Instant },
  { store }: ApiContext,
): Promise<void> {
  if ((await store.users.find(publicId, userId)) !== null) return;
  const outcome = await store.users.create(publicId, { id: userId, createdAt: now });
  switch (outcome.kind) {
    case 'created':
    case 'taken':
      return;
    case 'no-workspace':
      throw mieltoNotFound();
    case 'exceeds':
      throw limitProblem(outcome.exceeds, store.limits);
    default:
      outcome satisfies never;
  }
}
