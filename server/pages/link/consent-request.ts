import { callbackPath } from '../../link/callback-path.ts';
import { consentClient } from '../../link/consent-url.ts';
import type { LinkSession } from '../../model/link-session.ts';
import { type Provider, providerCatalogue } from '../../model/provider-catalogue.ts';
import { allScopes } from '../../model/provider-scopes.ts';
import type { LinkContext, LinkVisit } from './link-page.ts';
import { LinkRefusal } from './link-refusal.ts';
import { faultsPage, messagePage, unknownLink } from './message-page.ts';
import { only } from './read-parameters.ts';

/** What an application asks a person for at a provider. */
export interface ConsentRequest {
  readonly session: LinkSession;
  readonly state: string;
  readonly provider: Provider;
  /** The scopes that are asked for. */
  readonly scopes: readonly string[];
  /** The URL of this server to which the provider returns. */
  readonly callback: string;
}

/**
 * Reads the URL of a consent page. Throws a `LinkRefusal` if the link is unknown, or if a parameter is not as the API
 * wrote it. So the callback is always the vendor's own, at this server.
 */
export async function readConsentRequest(visit: LinkVisit, { store }: LinkContext): Promise<ConsentRequest> {
  const { query, origin } = visit;
  const provider = providerCatalogue.get(visit.provider);
  if (provider === undefined)
    throw new LinkRefusal(messagePage(404, 'This provider does not exist', 'Check the path of the URL.'));
  const state = only(query, 'state');
  if (state === null) throw new LinkRefusal(faultsPage(['state: must be given once']));
  const session = await store.links.find(state, 'consent');
  if (session === null) throw new LinkRefusal(unknownLink);

  const path = callbackPath(session);
  const callback = path === null ? null : new URL(path, origin).href;
  const known = allScopes(provider.slug);
  const asked = query
    .getAll('scope')
    .flatMap((value) => value.split(/[ ,]+/).filter((scope) => scope !== ''));
  const unknown = asked.filter((scope) => !known.includes(scope));
  const faults = [
    only(query, 'response_type') === 'code' ? '' : 'response_type: must be code',
    only(query, 'client_id') === consentClient ? '' : `client_id: must be ${consentClient}`,
    callback !== null && only(query, 'redirect_uri') === callback
      ? ''
      : 'redirect_uri: must be the callback of the API that made this link, at this server',
    session.provider === provider.slug ? '' : 'The link was made for another provider',
    unknown.length === 0 ? '' : `scope: the scopes of ${provider.name} are ${known.join(' ')}`,
  ].filter((fault) => fault !== '');
  if (callback === null || faults.length > 0) throw new LinkRefusal(faultsPage(faults));
  const scopes = asked.length === 0 ? known : known.filter((scope) => asked.includes(scope));
  return { session, state, provider, scopes, callback };
}
