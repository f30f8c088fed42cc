import { byVendor, type Vendor } from '../../spec/vendors.ts';
import type { IntegrationType } from './connection.ts';
import { editionProviders, providerColumns } from './provider-columns.ts';

export type ProviderKind = 'wearable_cloud' | 'wearable_sdk' | 'integration';

export interface Provider {
  /** This project's own name for it. */
  readonly slug: string;
  readonly name: string;
  readonly logo: string;
  readonly kind: ProviderKind;
  /** The default integration type of a connection; null for wearables. */
  readonly integrationType: IntegrationType | null;
  /** What each vendor calls it; null if the vendor does not have it. */
  readonly slugs: Readonly<Record<Vendor, string | null>>;
}

type WearableRow = readonly [slug: string, name: string];

const cloudWearables: readonly WearableRow[] = [
  ['garmin', 'Garmin'],
  ['polar', 'Polar'],
  ['suunto', 'Suunto'],
  ['whoop', 'WHOOP'],
  ['strava', 'Strava'],
  ['oura', 'Oura'],
  ['fitbit', 'Fitbit'],
  ['ultrahuman', 'Ultrahuman'],
  ['sensorbio', 'Sensor Bio'],
  ['whoop_v1', 'WHOOP (first version)'],
  ['renpho', 'Renpho'],
  ['peloton', 'Peloton'],
  ['wahoo', 'Wahoo'],
  ['zwift', 'Zwift'],
  ['freestyle_libre', 'FreeStyle Libre'],
  ['abbott_libreview', 'Abbott LibreView'],
  ['tandem_source', 'Tandem Source'],
  ['freestyle_libre_ble', 'FreeStyle Libre (Bluetooth)'],
  ['eight_sleep', 'Eight Sleep'],
  ['withings', 'Withings'],
  ['manual', 'Manual entry'],
  ['ihealth', 'iHealth'],
  ['google_fit', 'Google Fit'],
  ['google_health', 'Google Health'],
  ['beurer_api', 'Beurer'],
  ['beurer_ble', 'Beurer (Bluetooth)'],
  ['omron', 'Omron'],
  ['omron_ble', 'Omron (Bluetooth)'],
  ['onetouch_ble', 'OneTouch (Bluetooth)'],
  ['accuchek_ble', 'Accu-Chek (Bluetooth)'],
  ['contour_ble', 'Contour (Bluetooth)'],
  ['dexcom', 'Dexcom'],
  ['dexcom_v1', 'Dexcom (first version)'],
  ['hammerhead', 'Hammerhead'],
  ['my_fitness_pal', 'MyFitnessPal'],
  ['my_fitness_pal_v1', 'MyFitnessPal (first version)'],
  ['cronometer', 'Cronometer'],
  ['kardia', 'Kardia'],
  ['map_my_fitness', 'MapMyFitness'],
  ['runkeeper', 'Runkeeper'],
];

const sdkWearables: readonly WearableRow[] = [
  ['apple', 'Apple Health'],
  ['samsung', 'Samsung Health'],
  ['google', 'Health Connect'],
];

const integrations: readonly (readonly [slug: string, name: string, type: IntegrationType])[] = [
  ['slack', 'Slack', 'connectors'],
  ['github', 'GitHub', 'connectors'],
  ['notion', 'Notion', 'connectors'],
  ['google_drive', 'Google Drive', 'connectors'],
  ['gmail', 'Gmail', 'connectors'],
  ['jira', 'Jira', 'connectors'],
  ['linear', 'Linear', 'mcp'],
  ['filesystem', 'Filesystem server', 'mcp'],
  ['web_search', 'Web search', 'tool'],
  ['openai', 'OpenAI', 'model'],
  ['anthropic', 'Anthropic', 'model'],
  ['s3', 'Amazon S3', 'storage'],
  ['stripe', 'Stripe', 'api'],
  ['in_house', 'In-house system', 'custom'],
];

const ownSlugs = byVendor(
  ({ vendor }) =>
    new Map(
      providerColumns[vendor].map((entry) => (typeof entry === 'string' ? ([entry, entry] as const) : entry)),
    ),
);

/** Every provider that this project knows, by neutral slug. */
export const providerCatalogue: ReadonlyMap<string, Provider> = new Map(
  [
    ...cloudWearables.map((row) => wearable(row, 'wearable_cloud')),
    ...sdkWearables.map((row) => wearable(row, 'wearable_sdk')),
    ...integrations.map(integration),
  ].map((provider) => [provider.slug, provider]),
);

/** The neutral slugs of the providers that `vendor` has, in an edition if one is given. It lists only their connections. */
export function providersOf(vendor: Vendor, edition?: string): string[] {
  const ofEdition = edition === undefined ? [] : (editionProviders[vendor]?.[edition] ?? []);
  return [...providerCatalogue.values()]
    .filter(({ slug, slugs }) => slugs[vendor] !== null || ofEdition.includes(slug))
    .map(({ slug }) => slug);
}

function wearable([slug, name]: WearableRow, kind: ProviderKind): Provider {
  return { slug, name, logo: logoOf(slug), kind, integrationType: null, slugs: slugsOf(slug) };
}

function integration([slug, name, integrationType]: (typeof integrations)[number]): Provider {
  return { slug, name, logo: logoOf(slug), kind: 'integration', integrationType, slugs: slugsOf(slug) };
}

/** The logo of a provider. */
export function logoOf(slug: string): string {
  return `https://example.com/logos/${slug}.svg`;
}

/** What each vendor calls the provider, by the vendors' columns. */
function slugsOf(slug: string): Provider['slugs'] {
  return byVendor(({ vendor }) => ownSlugs[vendor].get(slug) ?? null);
}
