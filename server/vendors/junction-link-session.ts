import type { ApiContext } from '../api/api.ts';
import { grantedLink } from '../link/consent-decision.ts';
import type { LinkSession } from '../model/link-session.ts';
import type { NewLink } from '../model/new-link.ts';
import { allScopes } from '../model/provider-scopes.ts';
import { failedAnswer, type LinkAnswer, type LinkedProvider, linkedAnswer } from './junction-link-state.ts';
import { junctionProvider } from './junction-providers.ts';
import { demoRefused, limitRefused, type Refused } from './junction-refusal.ts';

/** The 401 for a link token that cannot be used. */
export const linkTokenInvalid = { status: 401, body: { detail: 'Invalid or missing link token' } } as const;

/** Why a link token can no longer be used; null if it can. */
export function endOf({
  consumedAt,
  expiresAt,
  now,
}: LinkSession): 'token_consumed' | 'token_expired' | null {
  if (consumedAt !== null) return 'token_consumed';
  return now < expiresAt ? null : 'token_expired';
}

/** The answer of the calls without a browser to a link token that cannot be used. */
export function endedAnswer(linked: LinkedProvider, end: keyof typeof endings): LinkAnswer {
  return failedAnswer(linked, end, endings[end]);
}

const endings = {
  token_consumed: 'The link token has been used already.',
  token_expired: 'The link token has expired.',
  invalid_token: 'The user of the link token does not exist any more.',
};

/** Connects a provider without a browser, and uses up the link token. */
export async function connectLinked(
  linked: LinkedProvider,
  accountId: string,
  { store, newId }: ApiContext,
): Promise<LinkAnswer | Refused> {
  const { link, slug } = linked;
  const made = accountLink(link.userId, junctionProvider(slug).provider.slug, accountId);
  const outcome = await store.links.complete(link, made, { now: link.now, newId });
  switch (outcome.kind) {
    case 'connected':
    case 'reconnected':
    case 'renewed':
      return linkedAnswer(linked, outcome.connection.externalId);
    case 'consumed':
      return endedAnswer(linked, 'token_consumed');
    case 'expired':
      return endedAnswer(linked, 'token_expired');
    case 'no-user':
      return endedAnswer(linked, 'invalid_token');
    case 'mixes-demo':
      return demoRefused;
    case 'exceeds':
      return limitRefused(outcome.exceeds);
    default:
      return outcome satisfies never;
  }
}

/** A connection to an account that grants everything. Without a consent page, the person does not choose scopes. */
export function accountLink(userId: string, provider: string, accountId: string | null): NewLink {
  const account = { id: accountId ?? '', username: accountId ?? '' };
  const granted = grantedLink({ userId }, provider, { account, scopes: allScopes(provider) });
  return { ...granted, externalId: accountId, externalUsername: accountId, grantedScopes: null };
}
