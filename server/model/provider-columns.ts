import type { Vendor } from '../../spec/vendors.ts';

/** A provider that a vendor has: its neutral slug, and what the vendor calls it if that differs. */
export type ColumnEntry = string | readonly [slug: string, own: string];

/** The neutral slugs of the providers that only an edition has. The edition calls them by these slugs. */
export const editionProviders: Readonly<
  Partial<Record<Vendor, Readonly<Record<string, readonly string[]>>>>
> = {
  'open-wearables': { '0-6': ['sensorbio'] },
};

/** The vendors' columns of the provider catalogue. A vendor lists only connections to the providers in its column. */
export const providerColumns: Readonly<Record<Vendor, readonly ColumnEntry[]>> = {
  'open-wearables': [
    'garmin',
    'polar',
    'suunto',
    'whoop',
    'strava',
    'oura',
    'fitbit',
    'ultrahuman',
    'apple',
    'samsung',
    'google',
  ],
  junction: [
    'garmin',
    'polar',
    ['whoop', 'whoop_v2'],
    ['whoop_v1', 'whoop'],
    'strava',
    'oura',
    'fitbit',
    'ultrahuman',
    'renpho',
    'peloton',
    'wahoo',
    'zwift',
    'freestyle_libre',
    'abbott_libreview',
    'tandem_source',
    'freestyle_libre_ble',
    'eight_sleep',
    'withings',
    'manual',
    'ihealth',
    'google_fit',
    'google_health',
    'beurer_api',
    'beurer_ble',
    'omron',
    'omron_ble',
    'onetouch_ble',
    'accuchek_ble',
    'contour_ble',
    ['dexcom', 'dexcom_v3'],
    ['dexcom_v1', 'dexcom'],
    'hammerhead',
    ['my_fitness_pal', 'my_fitness_pal_v2'],
    ['my_fitness_pal_v1', 'my_fitness_pal'],
    'cronometer',
    'kardia',
    'map_my_fitness',
    'runkeeper',
    ['apple', 'apple_health_kit'],
    ['samsung', 'samsung_health'],
    ['google', 'health_connect'],
  ],
  mielto: [
    'slack',
    'github',
    'notion',
    'google_drive',
    'gmail',
    'jira',
    'linear',
    'filesystem',
    'web_search',
    'openai',
    'anthropic',
    's3',
    'stripe',
    'in_house',
  ],
};
