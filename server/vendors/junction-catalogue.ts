import { allScopes, resourcesOf } from '../model/provider-scopes.ts';
import type { JunctionHandlers } from './junction-handlers.ts';
import { endOf, linkTokenInvalid } from './junction-link-session.ts';
import { junctionProviders } from './junction-providers.ts';
import { presentSource } from './junction-source.ts';
import { linkOf } from './vendor-api.ts';

/** The handlers that list what can be connected. */
export const catalogueHandlers: Pick<
  JunctionHandlers,
  'listJunctionProviderCatalogue' | 'listJunctionLinkProviders'
> = {
  async listJunctionProviderCatalogue({ query: { source_type: type } }) {
    const providers = junctionProviders.filter(({ sourceType }) => type === undefined || sourceType === type);
    return {
      status: 200,
      body: providers.map(({ slug, provider, authType }) => ({
        name: provider.name,
        slug,
        description: `Data of ${provider.name}.`,
        logo: provider.logo,
        auth_type: authType,
        supported_resources: Object.keys(resourcesOf(provider.slug, allScopes(provider.slug))),
      })),
    };
  },

  async listJunctionLinkProviders({ caller }) {
    if (endOf(linkOf(caller)) !== null) return linkTokenInvalid;
    const linkable = junctionProviders.filter(({ authType }) => authType !== null && authType !== 'sdk');
    return {
      status: 200,
      body: linkable.map((listed) => ({ ...presentSource(listed), oauth_url: null, form_components: {} })),
    };
  },
};
