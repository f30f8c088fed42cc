import type { components, operations } from '../../generated/junction.ts';
import { type Provider, providerCatalogue } from '../model/provider-catalogue.ts';

type Slug = components['schemas']['JunctionProviderSlug'];
type OauthSlug = operations['startJunctionOauthLink']['parameters']['path']['oauth_provider'];
type PasswordSlug = operations['linkJunctionPasswordProvider']['parameters']['path']['provider'];
type EmailSlug = operations['linkJunctionEmailProvider']['parameters']['path']['provider'];

/** How a person connects each provider, in the order of the vendor's own list; null if there is no way. */
const authTypes: Readonly<
  Record<OauthSlug, 'oauth'> &
    Record<PasswordSlug, 'password'> &
    Record<EmailSlug, 'email'> &
    Record<Exclude<Slug, OauthSlug | PasswordSlug | EmailSlug>, 'sdk' | null>
> = {
  oura: 'oauth',
  fitbit: 'oauth',
  garmin: 'oauth',
  whoop: 'password',
  strava: 'oauth',
  renpho: 'password',
  peloton: 'password',
  wahoo: 'oauth',
  zwift: 'password',
  freestyle_libre: 'email',
  abbott_libreview: 'password',
  tandem_source: 'password',
  freestyle_libre_ble: 'sdk',
  eight_sleep: 'password',
  withings: 'oauth',
  apple_health_kit: 'sdk',
  manual: null,
  ihealth: 'oauth',
  google_fit: 'oauth',
  beurer_api: 'password',
  beurer_ble: 'sdk',
  omron: 'oauth',
  omron_ble: 'sdk',
  onetouch_ble: 'sdk',
  accuchek_ble: 'sdk',
  contour_ble: 'sdk',
  dexcom: 'password',
  dexcom_v3: 'oauth',
  hammerhead: 'password',
  my_fitness_pal: 'password',
  health_connect: 'sdk',
  samsung_health: 'sdk',
  polar: 'oauth',
  cronometer: 'oauth',
  kardia: 'password',
  whoop_v2: 'oauth',
  ultrahuman: 'oauth',
  my_fitness_pal_v2: 'oauth',
  map_my_fitness: null,
  runkeeper: 'oauth',
  google_health: 'oauth',
};

/** A provider as Junction has it. */
export interface JunctionProvider {
  /** Its position in the vendor's list, from 1. */
  readonly id: number;
  /** What Junction calls it. */
  readonly slug: string;
  readonly provider: Provider;
  readonly authType: 'oauth' | 'password' | 'email' | 'sdk' | null;
  readonly sourceType: 'app' | 'ble' | 'device' | 'provider';
}

const bySlug = new Map(
  [...providerCatalogue.values()].map((provider) => [provider.slugs.junction, provider] as const),
);

/** Every provider that Junction has, in the order of its own list. */
export const junctionProviders: readonly JunctionProvider[] = Object.entries(authTypes).flatMap(
  ([slug, authType], index) => {
    const provider = bySlug.get(slug);
    if (provider === undefined) return [];
    return [{ id: index + 1, slug, provider, authType, sourceType: sourceTypeOf(slug, provider) }];
  },
);

/** The provider with this slug. Throws if Junction does not have it, which the contract rules out. */
export function junctionProvider(slug: string): JunctionProvider {
  const found = junctionProviders.find((provider) => provider.slug === slug);
  if (found === undefined) {
    throw new Error(
      `Cannot find Junction's provider ${slug}: the catalogue does not have it. Add it to provider-columns.ts.`,
    );
  }
  return found;
}

function sourceTypeOf(slug: string, { kind }: Provider): JunctionProvider['sourceType'] {
  if (kind === 'wearable_sdk') return 'app';
  if (slug.endsWith('_ble')) return 'ble';
  return slug === 'manual' ? 'provider' : 'device';
}
