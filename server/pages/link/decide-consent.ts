import { randomBytes } from 'node:crypto';
import { type ConsentDecision, codeHash } from '../../link/consent-decision.ts';
import type { ConsentOutcome } from '../../link/consent-outcomes.ts';
import { accountAt, type SimulatedPerson } from '../../link/simulated-accounts.ts';
import { scopesOf } from '../../model/provider-scopes.ts';
import type { ConsentRequest } from './consent-request.ts';
import type { LinkAnswer } from './link-answer.ts';
import { linkEnd } from './link-end.ts';
import type { LinkContext } from './link-page.ts';

/** What a person has decided. */
export interface ConsentChoice {
  readonly outcome: ConsentOutcome;
  readonly person: SimulatedPerson;
  /** The scopes that were ticked; null to grant what the outcome says. */
  readonly scopes: readonly string[] | null;
}

/**
 * Keeps the decision, and sends the person back to the vendor with a code or an error. A provider does not know whether
 * the vendor still accepts the link. So the person also returns with a link that is used up or has expired, and the
 * vendor reports that.
 */
export async function decideConsent(
  request: ConsentRequest,
  choice: ConsentChoice,
  { store }: LinkContext,
): Promise<LinkAnswer> {
  const { session, callback, state } = request;
  const { end, summary } = choice.outcome;
  const hold = async (decision: ConsentDecision) => {
    if (linkEnd(session) === null) await store.links.hold(session, decision);
  };
  const url = new URL(callback);
  url.searchParams.set('state', state);
  if (end.kind === 'refusal') {
    await hold({ outcome: 'refused', error: end.error, description: summary });
    url.searchParams.set('error', end.error);
    url.searchParams.set('error_description', summary);
  } else {
    const code = randomBytes(24).toString('base64url');
    if (end.kind === 'timeout') await store.links.expire(session, session.now);
    else await hold({ outcome: 'granted', codeHash: codeHash(code), ...grantOf(request, choice) });
    url.searchParams.set('code', code);
  }
  return { kind: 'redirect', status: 303, url: url.href };
}

function grantOf({ provider, scopes: asked }: ConsentRequest, { outcome, person, scopes }: ConsentChoice) {
  const { required } = scopesOf(provider.slug);
  const isGranted = (scope: string) => {
    if (scopes !== null) return scopes.includes(scope);
    if (outcome.end.kind !== 'grant' || outcome.end.scopes === 'all') return true;
    return required.includes(scope) === (outcome.end.scopes === 'required');
  };
  return { account: accountAt(provider.slug, person), scopes: asked.filter(isGranted) };
}
