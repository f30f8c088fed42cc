import type { components, operations } from '../../generated/mielto.ts';
import type { Handlers } from '../api/api.ts';
import { consentUrl } from '../link/consent-url.ts';
import { redirectFault } from '../link/redirect-fault.ts';
import { authMethodOf, oauthMethodOf } from '../model/integration-requirements.ts';
import { allScopes, scopesOf } from '../model/provider-scopes.ts';
import { plus } from '../model/workspace-clock.ts';
import { limitProblem } from './limit-problem.ts';
import { invalidBody } from './mielto-check.ts';
import { mieltoProvider } from './mielto-connection.ts';
import { ensureUser, mieltoNotFound, ownerIn, workspaceOf } from './mielto-workspace.ts';
import type { VendorCaller } from './vendor-api.ts';

type Initiation = components['schemas']['MieltoOauthInitiation'];

const callbackPath = '/api/v1/oauth/callback';

/** For how long a state can be used. */
const stateMilliseconds = 15 * 60 * 1000;

export const mieltoOauthHandlers: Handlers<Pick<operations, 'initiateMieltoOauth'>, VendorCaller> = {
  async initiateMieltoOauth(request, context) {
    const publicId = workspaceOf(request);
    const { body, origin } = request;
    const provider = mieltoProvider(body.integration_id);
    if (provider === null) return { status: 404, body: { detail: 'Integration not found' } };
    if (body.auth_method_id != null && authMethodOf(provider.slug, body.auth_method_id) === null)
      return { status: 404, body: { detail: 'Auth method not found' } };
    refuseOtherMethod(provider.slug, body);
    const scopes = scopesToAsk(provider.slug, body);
    const redirectUrl = body.redirect_uri ?? null;
    const fault = redirectUrl === null ? null : redirectFault(redirectUrl);
    if (fault !== null) throw invalidBody('/redirect_uri', fault);

    const { store } = context;
    const { now: createdAt } = request.caller;
    const userId = await ownerIn(publicId, body.user_id, context);
    await ensureUser({ publicId, userId, now: createdAt }, context);
    const created = await store.links.create(publicId, {
      kind: 'consent',
      vendor: 'mielto',
      userId,
      provider: provider.slug,
      redirectUrl,
      settings: {},
      createdAt,
      expiresAt: plus(createdAt, stateMilliseconds),
    });
    if (created === null) throw mieltoNotFound();
    if (created.kind === 'exceeds') throw limitProblem(created.exceeds, store.limits);
    const callback = new URL(callbackPath, origin).href;
    const state = created.token;
    const url = consentUrl({ origin, provider: provider.slug, callback, state, scopes });
    return { status: 200, body: { auth_url: url, state, integration_id: body.integration_id } };
  },
};

/** Refuses a way to authenticate that is not OAuth. */
function refuseOtherMethod(provider: string, { auth_method_id: id }: Initiation): void {
  if (oauthMethodOf(provider) === null) throw invalidBody('/integration_id', 'has no OAuth');
  if (id != null && authMethodOf(provider, id)?.type !== 'oauth2')
    throw invalidBody('/auth_method_id', 'must be a method with OAuth');
}

/** The scopes to ask for: those that are required, and those that the body names. */
function scopesToAsk(provider: string, { scopes }: Initiation): string[] {
  const all = allScopes(provider);
  if (scopes == null) return all;
  const unknown = scopes.findIndex((scope) => !all.includes(scope));
  if (unknown >= 0) throw invalidBody(`/scopes/${unknown}`, `must be one of: ${all.join(', ')}`);
  const { required } = scopesOf(provider);
  return all.filter((scope) => required.includes(scope) || scopes.includes(scope));
}
