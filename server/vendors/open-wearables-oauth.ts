import type { operations } from '../../generated/open-wearables.ts';
import type { ApiContext, Handlers } from '../api/api.ts';
import { ProblemError } from '../api/problem.ts';
import { grantedLink, grantOf } from '../link/consent-decision.ts';
import { consentUrl } from '../link/consent-url.ts';
import { redirectFault } from '../link/redirect-fault.ts';
import type { LinkSession } from '../model/link-session.ts';
import { plus } from '../model/workspace-clock.ts';
import { limitDetail, limitProblem } from './limit-problem.ts';
import { cloudProvider, providerSettings } from './open-wearables-providers.ts';
import type { VendorCaller } from './vendor-api.ts';

type OauthOperations = Pick<
  operations,
  | 'listOpenWearablesProviders'
  | 'authorizeOpenWearablesProvider'
  | 'completeOpenWearablesOauth'
  | 'showOpenWearablesOauthSuccess'
  | 'showOpenWearablesOauthError'
>;

/** For how long a state can be used. */
const stateMilliseconds = 15 * 60 * 1000;

/** Makes the handlers of OAuth, with the providers of an edition if one is given. */
export function createOauthHandlers({
  edition,
}: {
  readonly edition?: string;
} = {}): Handlers<OauthOperations, VendorCaller, 'enabled_only' | 'cloud_only' | 'message'> {
  const settings = providerSettings(edition);
  return {
    async listOpenWearablesProviders({ query }) {
      const body = settings.filter(
        ({ is_enabled, has_cloud_api }) =>
          (is_enabled || !query.enabled_only) && (has_cloud_api || !query.cloud_only),
      );
      return { status: 200, body };
    },

    async authorizeOpenWearablesProvider({ caller, path, query, origin }, { store }) {
      const provider = cloudProvider(path.provider, edition);
      if (provider === null) return noOauth(path.provider);
      const redirectUrl = query.redirect_uri ?? null;
      const fault = redirectUrl === null ? null : redirectFault(redirectUrl);
      if (fault !== null) {
        const name = 'redirect_uri';
        throw new ProblemError({
          kind: 'invalid',
          faults: [{ in: 'query', name, message: fault, code: 'url_parsing' }],
        });
      }
      const createdAt = caller.now;
      const created = await store.links.create(caller.publicId, {
        kind: 'consent',
        vendor: 'open-wearables',
        userId: query.user_id.toLowerCase(),
        provider: provider.slug,
        redirectUrl,
        settings: {},
        createdAt,
        expiresAt: plus(createdAt, stateMilliseconds),
      });
      if (created === null) throw new ProblemError({ kind: 'unauthenticated' });
      if (created.kind === 'exceeds') throw limitProblem(created.exceeds, store.limits);
      const state = created.token;
      const callback = `${origin}/api/v1/oauth/${path.provider}/callback`;
      const url = consentUrl({ origin, provider: provider.slug, callback, state });
      return { status: 200, body: { authorization_url: url, state } };
    },

    async completeOpenWearablesOauth({ path, query }, context) {
      const { code = '', state = '', error = '', error_description: description = '' } = query;
      if (error !== '')
        return showError(
          `${encodeURIComponent(error)}:+${description === '' ? 'Unknown+error' : encodeURIComponent(description)}`,
        );
      if (code === '' || state === '') return showError('Missing+OAuth+parameters');

      const { store } = context;
      const session = await store.links.find(state, 'consent');
      // The request has no credential, so only the state names the workspace and its edition.
      const provider = cloudProvider(path.provider, session?.editions['open-wearables']);
      if (provider === null) return noOauth(path.provider);
      if (session === null || session.vendor !== 'open-wearables') return invalidState;
      if (session.provider === provider.slug)
        return complete(session, { code, slug: path.provider }, context);
      return (await store.links.discard(session, session.now))
        ? refused('Provider mismatch in state')
        : invalidState;
    },

    async showOpenWearablesOauthSuccess({ query: { provider, user_id } }) {
      const message = `Successfully connected to ${provider}`;
      return { status: 200, body: { success: true, message, user_id, provider } };
    },

    async showOpenWearablesOauthError({ query: { message } }) {
      return { status: 200, body: { success: false, message } };
    },
  };
}

/** Makes the connection that the user has granted. The state is used up, also if that fails. */
async function complete(
  session: LinkSession,
  { code, slug }: { readonly code: string; readonly slug: string },
  { store, newId }: ApiContext,
) {
  const useUp = async (detail: string) =>
    (await store.links.discard(session, session.now)) ? refused(detail) : invalidState;
  const grant = grantOf(session, code);
  if (grant === null || session.provider === null)
    return useUp('Failed to exchange authorization code: the provider does not know the code');
  const link = grantedLink(session, session.provider, grant);
  const outcome = await store.links.complete(session, link, { now: session.now, newId });
  switch (outcome.kind) {
    case 'connected':
    case 'reconnected':
    case 'renewed':
      return seeOther(
        session.redirectUrl ?? `/api/v1/oauth/success?provider=${slug}&user_id=${session.userId}`,
      );
    case 'consumed':
    case 'expired':
      return invalidState;
    case 'no-user':
      return useUp('User not found');
    case 'mixes-demo':
      return useUp('A user with demo connections cannot connect an account');
    case 'exceeds':
      return useUp(limitDetail(outcome.exceeds, store.limits));
    default:
      return outcome satisfies never;
  }
}

function refused(detail: string) {
  return { status: 400, body: { detail } } as const;
}

const invalidState = refused('Invalid or expired state parameter');

function noOauth(slug: string) {
  return refused(`Provider '${slug}' does not support OAuth`);
}

function showError(message: string) {
  return seeOther(`/api/v1/oauth/error?message=${message}`);
}

/** A header has only ASCII. All other characters are encoded, which a browser would do too. */
function seeOther(url: string) {
  return { status: 303, headers: { Location: url.replaceAll(/[^!-~]/gu, encodeURIComponent) } } as const;
}
