import { widgetSettingsOf } from '../../link/widget-link.ts';
import type { LinkSession } from '../../model/link-session.ts';
import { type JunctionProvider, junctionProviders } from '../../vendors/junction-providers.ts';

/**
 * The providers that the widget offers, in Junction's order: those to which a person can sign in. A token that is made
 * for a provider has only that one.
 */
export function widgetProviders(session: Pick<LinkSession, 'provider' | 'settings'>): JunctionProvider[] {
  const { filterOnProviders } = widgetSettingsOf(session);
  return junctionProviders.filter(
    ({ authType, provider: { slug } }) =>
      authType !== null &&
      authType !== 'sdk' &&
      (session.provider === null || session.provider === slug) &&
      (filterOnProviders === null || filterOnProviders.includes(slug)),
  );
}
