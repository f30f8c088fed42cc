// Vendors add providers without notice, so a connection can have one that the catalogue does not contain.
import { byVendor, type Vendor } from '../../spec/vendors.ts';
import type { Connection } from './connection.ts';
import { logoOf, type Provider, providerCatalogue, providersOf } from './provider-catalogue.ts';
import { providerColumns } from './provider-columns.ts';

type OfProvider = Pick<Connection, 'provider' | 'integrationType'>;

/**
 * The provider of a connection. One that is not in the catalogue has its slug as name at every vendor that has providers
 * of its kind: wearables or integrations.
 */
export function providerOf({ provider: slug, integrationType }: OfProvider): Provider {
  return (
    providerCatalogue.get(slug) ?? {
      slug,
      name: slug,
      logo: logoOf(slug),
      kind: integrationType === null ? 'wearable_cloud' : 'integration',
      integrationType,
      slugs: byVendor(({ vendor }) => (kindsOf[vendor][kindOf(integrationType)] ? slug : null)),
    }
  );
}

/** Whether a vendor, in an edition if one is given, lists a connection: it has the provider. */
export function createIsListed(
  vendor: Vendor,
  edition: string | undefined,
): (connection: OfProvider) => boolean {
  const known = new Set(providersOf(vendor, edition));
  return (connection) =>
    known.has(connection.provider) ||
    (!providerCatalogue.has(connection.provider) && providerOf(connection).slugs[vendor] !== null);
}

/** The kinds of which a vendor has providers. */
export const kindsOf: Readonly<
  Record<Vendor, { readonly wearables: boolean; readonly integrations: boolean }>
> = byVendor(({ vendor }) => {
  const kinds = providerColumns[vendor].map(
    (entry) => providerCatalogue.get(typeof entry === 'string' ? entry : entry[0])?.kind,
  );
  return {
    wearables: kinds.some((kind) => kind !== 'integration'),
    integrations: kinds.includes('integration'),
  };
});

function kindOf(integrationType: Connection['integrationType']): 'wearables' | 'integrations' {
  return integrationType === null ? 'wearables' : 'integrations';
}

/** The provider of the catalogue that a vendor calls by this slug, although it has another one here; null if none. */
export function otherProviderCalled(slug: string): Provider | null {
  if (providerCatalogue.has(slug)) return null;
  return [...providerCatalogue.values()].find(({ slugs }) => Object.values(slugs).includes(slug)) ?? null;
}
