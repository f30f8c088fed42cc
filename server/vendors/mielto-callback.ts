import type { operations } from '../../generated/mielto.ts';
import type { ApiContext, Handlers } from '../api/api.ts';
import { decisionOf, grantOf } from '../link/consent-decision.ts';
import { finishedPath } from '../link/finished-path.ts';
import type { LinkSession } from '../model/link-session.ts';
import { providerCatalogue } from '../model/provider-catalogue.ts';
import type { VendorCaller } from './vendor-api.ts';

/** How a link ended, as the query of the URL to which the browser goes. */
type Result = Readonly<Record<string, string>>;

const invalidState = { status: 400, body: { detail: 'Invalid or expired state' } } as const;

export const mieltoCallbackHandlers: Handlers<Pick<operations, 'completeMieltoOauth'>, VendorCaller> = {
  async completeMieltoOauth({ query: { state, code }, origin }, context) {
    const session = await context.store.links.find(state, 'consent');
    if (session === null || session.vendor !== 'mielto') return invalidState;
    const result = await resultOf(session, code, context);
    if (result === null) return invalidState;
    const url = new URL(session.redirectUrl ?? new URL(finishedPath, origin).href);
    for (const [name, value] of Object.entries({ ...result, state })) url.searchParams.set(name, value);
    return { status: 303, headers: { Location: url.href } };
  },
};

/** What the person decided, carried out; null if the state cannot be used, or the code is not the one of the decision. */
async function resultOf(
  session: LinkSession,
  code: string | undefined,
  context: ApiContext,
): Promise<Result | null> {
  const { store, now } = context;
  const decision = decisionOf(session);
  if (decision?.outcome === 'refused') {
    const isFirst = await store.links.discard(session, now());
    return isFirst ? failure(decision.error, decision.description) : null;
  }
  const grant = code === undefined ? null : grantOf(session, code);
  return grant === null ? null : complete(session, grant, context);
}

/** Creates the connection; null if the state cannot be used any more. */
async function complete(
  session: LinkSession,
  { account, scopes }: NonNullable<ReturnType<typeof grantOf>>,
  { store, now, newId }: ApiContext,
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
    { now: now(), newId },
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
