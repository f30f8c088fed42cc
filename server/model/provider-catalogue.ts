import type { Vendor } from '../../spec/vendors.ts';
import type { IntegrationType } from './connection.ts';

export type ProviderKind = 'wearable_cloud' | 'wearable_sdk' | 'integration';

export interface Provider {
  /** Neutral, our own. */
  readonly slug: string;
  readonly name: string;
  readonly logo: string;
  readonly kind: ProviderKind;
  /** The type that a connection has where none is said; null for wearables. */
  readonly integrationType: IntegrationType | null;
  /** What each vendor calls it; null where the vendor does not have it. */
  readonly slugs: Readonly<Record<Vendor, string | null>>;
}

/** A wearable: neutral slug, name, slug at Open Wearables, slug at Junction (`=`: the neutral one). */
type WearableRow = readonly [slug: string, name: string, openWearables: '=' | null, junction: string | null];

const cloudWearables: readonly WearableRow[] = [
  ['garmin', 'Garmin', '=', '='],
  ['polar', 'Polar', '=', '='],
  ['suunto', 'Suunto', '=', null],
  ['whoop', 'WHOOP', '=', 'whoop_v2'],
  ['strava', 'Strava', '=', '='],
  ['oura', 'Oura', '=', '='],
  ['fitbit', 'Fitbit', '=', '='],
  ['ultrahuman', 'Ultrahuman', '=', '='],
  ['whoop_v1', 'WHOOP (first version)', null, 'whoop'],
  ['renpho', 'Renpho', null, '='],
  ['peloton', 'Peloton', null, '='],
  ['wahoo', 'Wahoo', null, '='],
  ['zwift', 'Zwift', null, '='],
  ['freestyle_libre', 'FreeStyle Libre', null, '='],
  ['abbott_libreview', 'Abbott LibreView', null, '='],
  ['tandem_source', 'Tandem Source', null, '='],
  ['freestyle_libre_ble', 'FreeStyle Libre (Bluetooth)', null, '='],
  ['eight_sleep', 'Eight Sleep', null, '='],
  ['withings', 'Withings', null, '='],
  ['manual', 'Manual entry', null, '='],
  ['ihealth', 'iHealth', null, '='],
  ['google_fit', 'Google Fit', null, '='],
  ['google_health', 'Google Health', null, '='],
  ['beurer_api', 'Beurer', null, '='],
  ['beurer_ble', 'Beurer (Bluetooth)', null, '='],
  ['omron', 'Omron', null, '='],
  ['omron_ble', 'Omron (Bluetooth)', null, '='],
  ['onetouch_ble', 'OneTouch (Bluetooth)', null, '='],
  ['accuchek_ble', 'Accu-Chek (Bluetooth)', null, '='],
  ['contour_ble', 'Contour (Bluetooth)', null, '='],
  ['dexcom', 'Dexcom', null, 'dexcom_v3'],
  ['dexcom_v1', 'Dexcom (first version)', null, 'dexcom'],
  ['hammerhead', 'Hammerhead', null, '='],
  ['my_fitness_pal', 'MyFitnessPal', null, 'my_fitness_pal_v2'],
  ['my_fitness_pal_v1', 'MyFitnessPal (first version)', null, 'my_fitness_pal'],
  ['cronometer', 'Cronometer', null, '='],
  ['kardia', 'Kardia', null, '='],
  ['map_my_fitness', 'MapMyFitness', null, '='],
  ['runkeeper', 'Runkeeper', null, '='],
];

const sdkWearables: readonly WearableRow[] = [
  ['apple', 'Apple Health', '=', 'apple_health_kit'],
  ['samsung', 'Samsung Health', '=', 'samsung_health'],
  ['google', 'Health Connect', '=', 'health_connect'],
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

/** Every provider that this project knows, by neutral slug. */
export const providerCatalogue: ReadonlyMap<string, Provider> = new Map(
  [
    ...cloudWearables.map((row) => wearable(row, 'wearable_cloud')),
    ...sdkWearables.map((row) => wearable(row, 'wearable_sdk')),
    ...integrations.map(integration),
  ].map((provider) => [provider.slug, provider]),
);

/** The neutral slugs of the providers that `vendor` has: it lists no connection of any other. */
export function providersOf(vendor: Vendor): string[] {
  return [...providerCatalogue.values()]
    .filter(({ slugs }) => slugs[vendor] !== null)
    .map(({ slug }) => slug);
}

function wearable([slug, name, openWearables, junction]: WearableRow, kind: ProviderKind): Provider {
  const own = (there: string | null) => (there === '=' ? slug : there);
  const slugs = { 'open-wearables': own(openWearables), junction: own(junction), mielto: null };
  return { slug, name, logo: logoOf(slug), kind, integrationType: null, slugs };
}

function integration([slug, name, integrationType]: (typeof integrations)[number]): Provider {
  const slugs = { 'open-wearables': null, junction: null, mielto: slug };
  return { slug, name, logo: logoOf(slug), kind: 'integration', integrationType, slugs };
}

function logoOf(slug: string): string {
  return `https://example.com/logos/${slug}.svg`;
}
