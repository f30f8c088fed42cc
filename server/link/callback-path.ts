import type { LinkSession } from '../model/link-session.ts';
import { providerCatalogue } from '../model/provider-catalogue.ts';

/** The page of this server to which a provider returns after a consent for Junction. */
export const junctionCallbackPath = '/link/callback';

/** The path to which a provider returns a person; null if the vendor of the link has none. */
export function callbackPath({ vendor, provider }: Pick<LinkSession, 'vendor' | 'provider'>): string | null {
  const known = providerCatalogue.get(provider ?? '');
  if (known === undefined) return null;
  switch (vendor) {
    case 'open-wearables':
      // Some providers are only in an edition, under their own slug.
      return `/api/v1/oauth/${known.slugs[vendor] ?? known.slug}/callback`;
    case 'mielto':
      return '/api/v1/oauth/callback';
    case 'junction':
      return junctionCallbackPath;
    default:
      return null;
  }
}
