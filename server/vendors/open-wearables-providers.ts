import type { components } from '../../generated/open-wearables.ts';
import { type Provider, providerCatalogue, providersOf } from '../model/provider-catalogue.ts';
import { knownProviders, providerSync } from './open-wearables-sync.ts';

/** The providers of which a mobile SDK sends the data. All others are connected by OAuth. */
const mobileSdks: ReadonlySet<string> = new Set(['apple', 'samsung']);

/**
 * The provider with this slug at Open Wearables, in an edition if one is given; null if there is none, as for `unknown`
 * and `internal`.
 */
export function openWearablesProvider(slug: string, edition?: string): Provider | null {
  const neutral = providersOf('open-wearables', edition).find(
    // An edition calls the providers that only it has by their neutral slugs.
    (name) => (providerCatalogue.get(name)?.slugs['open-wearables'] ?? name) === slug,
  );
  return neutral === undefined ? null : (providerCatalogue.get(neutral) ?? null);
}

/** The provider with this slug if it is connected by OAuth; otherwise null. */
export function cloudProvider(slug: string, edition?: string): Provider | null {
  return mobileSdks.has(slug) ? null : openWearablesProvider(slug, edition);
}

/** All providers with their settings, which never change: each is enabled. */
export function providerSettings(
  edition?: string,
): readonly components['schemas']['OpenWearablesProvider'][] {
  return knownProviders.flatMap((slug) => {
    const provider = openWearablesProvider(slug, edition);
    if (provider === null) return [];
    const sync = providerSync(slug);
    return [
      {
        provider: slug,
        name: provider.name,
        has_cloud_api: cloudProvider(slug, edition) !== null,
        is_enabled: true,
        icon_url: `/static/provider-icons/${slug}.svg`,
        live_sync_mode: sync.live_sync_mode,
        live_sync_configurable: sync.rest_pull && (sync.webhook_stream || sync.webhook_ping),
        data_granularity: null,
      },
    ];
  });
}
