import type { operations } from '../../generated/mielto.ts';
import type { ApiContext, Handlers } from '../api/api.ts';
import { decisionOf, grantOf } from '../link/consent-decision.ts';
import { finishedPath } from '../link/finished-path.ts';
import type { LinkSession } from '../model/link-session.ts';
import { providerCatalogue } from '../model/provider-catalogue.ts';
import { scopesOf } from '../model/provider-scopes.ts';
import type { VendorCaller } from './vendor-api.ts';

/** How a link ended, as the query of the URL to which the browser goes. */
type Result = Readonly<Record<string, string>>;

const invalidState = { status: 400, body: { detail: 'Invalid or expired state' } } as const;

export const mieltoCallbackHandlers: Handlers<Pick<operations, 'completeMieltoOauth'>, VendorCaller> = {
  async completeMieltoOauth({ query, origin }, context) {
    const { state } = query;
    const session = await context.store.links.find(state, 'consent');
    if (session === null || session.vendor !== 'mielto') return invalidState;
    const result = await resultOf(session, query, context);
    if (result === null) return invalidState;
    const url = new URL(session.redirectUrl ?? new URL(finishedPath, origin).href);
    for (const [name, value] of Object.entries({ ...result, state })) url.searchParams.set(name, value);
    return { status: 303, headers: { Location: url.href } };
  },
};

/**
 * What the person decided, carried out; null if the state cannot be used, or if the code or the error is not the one of
 * the decision.
 */
async function resultOf(
  session: LinkSession,
  { code, error }: { readonly code?: string; readonly error?: string },
  context: ApiContext,
): Promise<Result | null> {
  const decision = decisionOf(session);
  if (decision?.outcome === 'refused')
    return decision.error === error ? refuse(session, failure(error, decision.description), context) : null;
  const grant = code === undefined ? null : grantOf(session, code);
  if (grant === null) return null;
  const { required } = scopesOf(session.provider ?? '');
  const missing = required.filter((scope) => !grant.scopes.includes(scope));
  if (missing.length === 0) return complete(session, grant, context);
  const description = `These required scopes were not granted: ${missing.join(', ')}.`;
  return refuse(session, failure('required_scopes_not_granted', description), context);
}

/** Uses up the state without a connection; null if it was used up before. */
async function refuse(session: LinkSession, result: Result, { store }: ApiContext): Promise<Result | null> {
  return (await store.links.discard(session, session.now)) ? result : null;
}

/** Creates the connection; null if the state cannot be used any more. */
async function complete(
  session: LinkSession,
  { account, scopes }: NonNullable<ReturnType<typeof grantOf>>,
  { store, newId }: ApiContext,
): Promise<Result | null> {
  const provider = providerCatalogue.get(session.provider ?? '');
  if (provider === undefined) throw new Error('The link has no provider. Set it when the link is created.');
  const outcome = await store.links.complete(
    session,
    {
      userId: session.userId,
      provider: provider.slug,
      externalId: account.id,
      externalUsername: account.username,
      grantedScopes: scopes.length === 0 ? null : scopes.join(' '),
      resources: {},
      integration: {
        integrationType: provider.integrationType ?? 'custom',
        label: null,
        config: null,
        credentialId: null,
      },
    },
    { now: session.now, newId },
  );
  switch (outcome.kind) {
    case 'connected':
    case 'reconnected':
    case 'renewed':
      return {
        status: 'success',
        connection_id: outcome.connection.id,
        integration_id: provider.slugs.mielto ?? provider.slug,
      };
    case 'consumed':
    case 'expired':
      return null;
    case 'no-user':
    case 'mixes-demo':
      return failure('user_not_found', 'The user does not exist any more.');
    case 'exceeds':
      return failure('limit_reached', 'The user has as many connections as the server allows.');
    default:
      return outcome satisfies never;
  }
}

function failure(error: string, description: string): Result {
  return { status: 'error', error, error_description: description };
}
