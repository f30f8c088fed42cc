// What the page of Junction's link widget reads of a link token.
import type { Instant } from '../model/instant.ts';
import type { LinkSession } from '../model/link-session.ts';
import { type Provider, providerCatalogue } from '../model/provider-catalogue.ts';

/** What an integrator sets when it makes a link token. Junction's API stores it, the widget reads it. */
export interface WidgetSettings {
  /** Neutral slugs; null for all providers. */
  readonly filterOnProviders: readonly string[] | null;
  /** True if an error of the widget sends the person back. */
  readonly redirectsOnError: boolean;
  /** True if closing the widget sends the person back. */
  readonly redirectsOnClose: boolean;
}

/** Providers of Junction without a sign-in: devices that an application reads, and values that a person enters. */
const withoutSignIn = new Set([
  'freestyle_libre_ble',
  'beurer_ble',
  'omron_ble',
  'onetouch_ble',
  'accuchek_ble',
  'contour_ble',
  'manual',
  'map_my_fitness',
]);

/** For how long a person can decide on a consent page, in milliseconds. */
export const consentMilliseconds = 15 * 60 * 1000;

export function widgetSettingsOf({ settings }: Pick<LinkSession, 'settings'>): WidgetSettings {
  const { filterOnProviders, redirectsOnError, redirectsOnClose } = settings;
  return {
    filterOnProviders: Array.isArray(filterOnProviders) ? filterOnProviders.map(String) : null,
    redirectsOnError: redirectsOnError === true,
    redirectsOnClose: redirectsOnClose === true,
  };
}

/** The providers of the widget, in the order of the catalogue. A token that is made for a provider has only that one. */
export function widgetProviders(session: Pick<LinkSession, 'provider' | 'settings'>): Provider[] {
  const { filterOnProviders } = widgetSettingsOf(session);
  return [...providerCatalogue.values()].filter(
    ({ slug, slugs, kind }) =>
      slugs.junction !== null &&
      kind === 'wearable_cloud' &&
      !withoutSignIn.has(slug) &&
      (session.provider === null || session.provider === slug) &&
      (filterOnProviders === null || filterOnProviders.includes(slug)),
  );
}

/** The link of a consent page that continues a widget. */
export function consentOfWidget(widget: LinkSession, { slug }: Pick<Provider, 'slug'>, now: Instant) {
  const { vendor, userId, redirectUrl, settings } = widget;
  const expiresAt = new Date(Date.parse(now) + consentMilliseconds).toISOString();
  const own = { kind: 'consent', provider: slug, parent: widget, createdAt: now, expiresAt } as const;
  return { ...own, vendor, userId, redirectUrl, settings };
}
