import type { components } from '../../generated/open-wearables.0-6.ts';

/** What the public server 0.6 shows about the provider of a connection. */
export type ProviderSync = Pick<
  components['schemas']['OpenWearablesConnection'],
  | 'icon_url'
  | 'max_historical_days'
  | 'rest_pull'
  | 'webhook_stream'
  | 'webhook_ping'
  | 'webhook_callback'
  | 'live_sync_mode'
>;

type Way = 'rest_pull' | 'webhook_stream' | 'webhook_ping' | 'webhook_callback';

/** The ways in which each provider sends data, in the order of the server. A mobile SDK has none of them. */
const waysOf: Readonly<Record<string, readonly Way[]>> = {
  apple: [],
  samsung: [],
  garmin: ['webhook_stream', 'webhook_callback'],
  google: ['rest_pull', 'webhook_ping'],
  polar: ['rest_pull', 'webhook_ping'],
  suunto: ['rest_pull', 'webhook_stream'],
  whoop: ['rest_pull', 'webhook_ping'],
  strava: ['rest_pull', 'webhook_ping'],
  oura: ['rest_pull', 'webhook_ping'],
  fitbit: ['rest_pull'],
  ultrahuman: ['rest_pull'],
  sensorbio: ['rest_pull'],
};

/** The slugs of the providers that the server knows. */
export const knownProviders: readonly string[] = Object.keys(waysOf);

const historicalDays: Readonly<Record<string, number>> = { garmin: 30 };

/** Returns the fields about a provider. One that the server does not know has no icon, no way and no mode. */
export function providerSync(provider: string): ProviderSync {
  const ways = Object.hasOwn(waysOf, provider) ? waysOf[provider] : undefined;
  const has = (way: Way) => ways?.includes(way) === true;
  return {
    icon_url: ways === undefined ? null : `/static/provider-icons/${provider}.svg`,
    max_historical_days: Object.hasOwn(historicalDays, provider) ? (historicalDays[provider] ?? null) : null,
    rest_pull: has('rest_pull'),
    webhook_stream: has('webhook_stream'),
    webhook_ping: has('webhook_ping'),
    webhook_callback: has('webhook_callback'),
    // Fetching is the default even if there are webhooks.
    live_sync_mode: has('rest_pull') ? 'pull' : ways === undefined || ways.length === 0 ? null : 'webhook',
  };
}
