import { allScopes } from '../model/provider-scopes.ts';

/** The OAuth client that this server plays at every provider. */
export const consentClient = 'sandbox';

/** The path of a provider's consent page, by the neutral slug of the provider. */
function consentPath(provider: string): string {
  return `/consent/${encodeURIComponent(provider)}`;
}

/**
 * Returns the URL at which a person is asked for consent. `callback` is the URL to which the provider returns, and
 * `state` the token of the link. `scopes` are all scopes of the provider by default.
 */
export function consentUrl(options: {
  readonly origin: string;
  readonly provider: string;
  readonly callback: string;
  readonly state: string;
  readonly scopes?: readonly string[];
}): string {
  const { origin, provider, callback, state, scopes = allScopes(provider) } = options;
  const url = new URL(consentPath(provider), origin);
  const query = {
    response_type: 'code',
    client_id: consentClient,
    redirect_uri: callback,
    scope: scopes.join(' '),
    state,
  };
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href;
}
