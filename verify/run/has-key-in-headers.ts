import { isSameRefusal } from '../checks/kit/same-refusal.ts';
import { noCredential } from '../session/credential.ts';
import { successBody } from '../session/listing.ts';
import type { Session } from '../session/session.ts';
import { StopError } from '../wire/stop-error.ts';
import { UnreachableError } from '../wire/unreachable-error.ts';

/** Whether the first user's list is the same without the key, while the user's own headers are sent. */
export async function hasKeyInHeaders(session: Session): Promise<boolean> {
  const { headers, target } = session.options;
  if (Object.keys(headers).length === 0 || target.users.length === 0) return false;
  const probe = { credential: noCredential };
  try {
    const own = await session.askOnce({});
    if (successBody(session, own, {}) === undefined) return false;
    return await isSameRefusal(
      session,
      { probe: {}, exchange: own },
      { probe, exchange: await session.askOnce(probe) },
    );
  } catch (error) {
    // The next check meets the same problem, and reports it.
    if (error instanceof StopError || error instanceof UnreachableError) return false;
    throw error;
  }
}
