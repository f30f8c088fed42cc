import { hash, timingSafeEqual } from 'node:crypto';
import type { LinkSession } from '../model/link-session.ts';
import type { NewLink } from '../model/new-link.ts';
import { resourcesOf } from '../model/provider-scopes.ts';

/** The account at the provider that a person has chosen. */
export interface ProviderAccount {
  readonly id: string;
  readonly username: string;
}

/** What a person has decided on a consent page. Only the hash of the code is kept. */
export type ConsentDecision =
  | {
      readonly outcome: 'granted';
      readonly codeHash: string;
      readonly account: ProviderAccount;
      readonly scopes: readonly string[];
    }
  | { readonly outcome: 'refused'; readonly error: string; readonly description: string };

/** The hash of a code, as a decision keeps it. */
export function codeHash(code: string): string {
  return hash('sha256', code);
}

/** The decision that a link waits with; null if there is none yet. */
export function decisionOf({ kind, pending }: LinkSession): ConsentDecision | null {
  // Only the consent page holds anything for a link of this kind.
  return kind === 'consent' ? (pending as ConsentDecision | null) : null;
}

/** The decision whose code this is; null if the code is another one, or nothing was granted. */
export function grantOf(
  session: LinkSession,
  code: string,
): Extract<ConsentDecision, { readonly outcome: 'granted' }> | null {
  const decision = decisionOf(session);
  if (decision === null || decision.outcome !== 'granted') return null;
  const isSame = timingSafeEqual(Buffer.from(decision.codeHash), Buffer.from(codeHash(code)));
  return isSame ? decision : null;
}

/** The connection to a wearable that a granted consent makes. */
export function grantedLink(
  { userId }: Pick<LinkSession, 'userId'>,
  provider: string,
  { account, scopes }: { readonly account: ProviderAccount; readonly scopes: readonly string[] },
): NewLink {
  return {
    userId,
    provider,
    externalId: account.id,
    externalUsername: account.username,
    grantedScopes: scopes.length === 0 ? null : scopes.join(' '),
    resources: resourcesOf(provider, scopes),
    integration: null,
  };
}
