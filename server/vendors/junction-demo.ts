import { userNotFound } from './junction-find-user.ts';
import type { JunctionHandlers } from './junction-handlers.ts';
import { accountLink } from './junction-link-session.ts';
import { junctionProvider } from './junction-providers.ts';
import { limitRefused, refused } from './junction-refusal.ts';

/** The handler that makes demo connections, which have no account. */
export const demoHandlers: Pick<JunctionHandlers, 'connectJunctionDemo'> = {
  async connectJunctionDemo({ caller: { publicId, now }, body }, { store, newId }) {
    const userId = body.user_id.toLowerCase();
    const { slug, kind } = junctionProvider(body.provider).provider;
    const link = accountLink(userId, slug, kind === 'wearable_sdk' ? null : `demo_${slug}`);
    const outcome = await store.connections.connect(publicId, { ...link, isDemo: true }, { now, newId });
    switch (outcome.kind) {
      case 'connected':
      case 'reconnected': {
        const detail = `The user ${userId} has a demo connection to ${body.provider} now.`;
        return { status: 200, body: { success: true, detail } };
      }
      case 'renewed':
        return refused('The user has connected this provider already.');
      case 'no-user':
        return userNotFound;
      case 'mixes-demo':
        return refused('A user with real connections cannot have demo connections.');
      case 'exceeds':
        return limitRefused(outcome.exceeds);
      default:
        return outcome satisfies never;
    }
  },
};
