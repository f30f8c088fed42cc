import { ProblemError } from '../api/problem.ts';
import { writtenInUtc } from '../model/instant.ts';
import { userNotFound } from './junction-find-user.ts';
import type { JunctionHandlers } from './junction-handlers.ts';

const hour = 3_600_000;

/** The handler that makes a code for the vendor's app on a phone. Nothing here takes the code, so it is not stored. */
export const linkCodeHandlers: Pick<JunctionHandlers, 'createJunctionLinkCode'> = {
  async createJunctionLinkCode({ caller: { publicId, now }, query }, { store, newId }) {
    const user = await store.users.find(publicId, query.user_id.toLowerCase());
    if (user === null) return userNotFound;
    const expiresAt = new Date(query.expires_at ?? Date.parse(now) + hour).toISOString();
    if (expiresAt <= now) {
      const message = 'must be in the future';
      const fault = { in: 'query', name: 'expires_at', message, code: 'datetime_future' } as const;
      throw new ProblemError({ kind: 'invalid', faults: [fault] });
    }
    const code = `skus${newId().slice(0, 8)}`;
    const body = {
      code,
      exchange_url: `tryvital://tryvital?code=${code}`,
      expires_at: writtenInUtc(expiresAt, '+00:00'),
    };
    return { status: 200, body };
  },
};
