// What the page of Junction's link widget reads of a link token.
import type { LinkSession } from '../model/link-session.ts';

/** What an integrator sets when it makes a link token. Junction's API stores it, the widget reads it. */
export interface WidgetSettings {
  /** Neutral slugs; null for all providers. */
  readonly filterOnProviders: readonly string[] | null;
  /** True if an error of the widget sends the person back. */
  readonly redirectsOnError: boolean;
  /** True if closing the widget sends the person back. */
  readonly redirectsOnClose: boolean;
}

/** For how long a person can decide on a consent page, in milliseconds. */
const consentMilliseconds = 15 * 60 * 1000;

export function widgetSettingsOf({ settings }: Pick<LinkSession, 'settings'>): WidgetSettings {
  const { filterOnProviders, redirectsOnError, redirectsOnClose } = settings;
  return {
    filterOnProviders: Array.isArray(filterOnProviders) ? filterOnProviders.map(String) : null,
    redirectsOnError: redirectsOnError === true,
    redirectsOnClose: redirectsOnClose === true,
  };
}

/** The link of a consent page that continues a widget. `provider` is a neutral slug. */
export function consentOfWidget(widget: LinkSession, provider: string) {
  const { vendor, userId, redirectUrl, settings, now } = widget;
  const expiresAt = new Date(Date.parse(now) + consentMilliseconds).toISOString();
  const own = { kind: 'consent', provider, parent: widget, createdAt: now, expiresAt } as const;
  return { ...own, vendor, userId, redirectUrl, settings };
}
