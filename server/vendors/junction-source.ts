import type { JunctionProvider } from './junction-providers.ts';

/** A provider as the link operations show it. */
export function presentSource({ id, slug, provider, authType }: JunctionProvider) {
  return {
    id,
    name: provider.name,
    slug,
    description: `Data of ${provider.name}.`,
    logo: provider.logo,
    auth_type: authType,
  };
}
