import { junctionCallbackPath } from '../../link/callback-path.ts';
import { type ConsentDecision, decisionOf, grantedLink, grantOf } from '../../link/consent-decision.ts';
import { errorTypeOf } from '../../link/consent-outcomes.ts';
import type { LinkErrorType } from '../../link/link-error-type.ts';
import type { LinkResult } from '../../link/result-url.ts';
import type { LinkSession } from '../../model/link-session.ts';
import { scopesOf } from '../../model/provider-scopes.ts';
import { linkEnd, linkEndTexts } from './link-end.ts';
import type { LinkContext, LinkPage } from './link-page.ts';
import { faultsPage, messagePage, unknownLink } from './message-page.ts';
import { only } from './read-parameters.ts';
import { returnToApplication } from './return-to-application.ts';

type Granted = Extract<ConsentDecision, { readonly outcome: 'granted' }>;

/** Makes Junction's own callback: it connects what the person has granted, and returns to the application. */
export function createJunctionCallback(context: LinkContext): LinkPage {
  return {
    path: junctionCallbackPath,
    async show(visit) {
      const state = only(visit.query, 'state');
      if (state === null) return faultsPage(['state: must be given once']);
      const session = await context.store.links.find(state, 'consent');
      if (session === null || session.vendor !== 'junction') return unknownLink;
      if (!visit.hasEffects) return messagePage(200, 'This URL ends a link');
      const result = await finish(session, visit.query, context);
      return returnToApplication({ session, visit, result });
    },
  };
}

/** Ends a link as the person has decided. Only the code or the error of that decision is accepted. */
async function finish(
  session: LinkSession,
  query: URLSearchParams,
  context: LinkContext,
): Promise<LinkResult> {
  const end = linkEnd(session);
  if (end !== null) return failure(end, linkEndTexts[end]);
  const decision = decisionOf(session);
  const error = only(query, 'error');
  if (decision?.outcome === 'refused' && decision.error === error)
    return useUp(session, errorTypeOf(error) ?? 'provider_api_error', decision.description, context);
  const code = only(query, 'code');
  const grant = code === null || query.has('error') ? null : grantOf(session, code);
  if (grant === null)
    return failure(
      'token_not_validated',
      'The code or the error is not the one that the provider has returned.',
    );
  return connect(session, grant, context);
}

async function connect(session: LinkSession, grant: Granted, context: LinkContext): Promise<LinkResult> {
  const { store, newId } = context;
  const provider = session.provider ?? '';
  const missing = scopesOf(provider).required.filter((scope) => !grant.scopes.includes(scope));
  if (missing.length > 0) {
    const error = `These required scopes were not granted: ${missing.join(', ')}.`;
    return useUp(session, 'required_scopes_not_granted', error, context);
  }
  const outcome = await store.links.complete(session, grantedLink(session, provider, grant), {
    now: session.now,
    newId,
  });
  switch (outcome.kind) {
    case 'connected':
    case 'reconnected':
    case 'renewed':
      return { state: 'success' };
    case 'consumed':
      return failure('token_consumed', linkEndTexts.token_consumed);
    case 'expired':
      return failure('token_expired', linkEndTexts.token_expired);
    case 'no-user':
      return failure('invalid_token', 'The user of this link does not exist any more.');
    case 'mixes-demo':
      return failure('invalid_token', 'A user with demo connections cannot connect a real account.');
    case 'exceeds':
      return failure('provider_api_error', 'The sandbox does not store more connections for this user.');
    default:
      return outcome satisfies never;
  }
}

/** Uses up a link that does not connect anything. The link token can be used again. */
async function useUp(
  session: LinkSession,
  errorType: LinkErrorType,
  error: string,
  { store }: LinkContext,
): Promise<LinkResult> {
  const isFirst = await store.links.discard(session, session.now);
  return isFirst ? failure(errorType, error) : failure('token_consumed', linkEndTexts.token_consumed);
}

function failure(errorType: LinkErrorType, error: string): LinkResult {
  return { state: 'error', errorType, error };
}
